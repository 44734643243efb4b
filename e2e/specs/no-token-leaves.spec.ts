import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow, findSecrets, textStack } from '../fixtures/find-secrets.ts';
import { type Crossing, recordIpc } from '../fixtures/ipc-recorder.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { expect, STILL, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';

// Short lives, so that the run also renews: a user token every few seconds, with a new refresh token each time.
test.use({
  simulatorFlags: ['--conversations', '40', ...STILL, '--token-lifetime', '4', '--tenant-token-lifetime', '3'],
});

const traffic = (crossings: readonly Crossing[]) =>
  crossings.map(({ way, channel, json }, index) => textStack(`message ${index} ${way} on ${channel}`, json));

test('no code and no token of a whole run is in the IPC traffic, the page, the logs or any file', async ({
  simulator,
  systemBrowser,
  open,
  userData,
}) => {
  const console = await open({ userData, env: { DIALAI_LOG: '1' } });
  const { app, window } = console;
  const output: Buffer[] = [];
  app.process().stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  app.process().stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  const complaints: string[] = [];
  window.on('console', (message) => complaints.push(message.text()));
  const crossings = await recordIpc(app);
  const frame = new Frame(window);
  const issuedKinds = async () => (await simulator.issued()).map(({ kind }) => kind);
  const everywhere = async () => [
    ...traffic(await crossings()),
    ...(await filesBelow(userData)),
    textStack('output', Buffer.concat(output).toString('latin1')),
    textStack('console of the page', complaints.join('\n')),
    textStack('page', await window.content()),
    textStack(
      'storage of the page',
      String(await window.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])')),
    ),
  ];

  const live = await signInAs(console, systemBrowser, simulator.url, { keep: 'on disk' });

  await test.step('work through several tokens', async () => {
    await live.openAiConversation('Web');
    await live.action('Take over').click();
    await expect(live.replyField).toBeVisible();
    await live.replyField.fill('Hello, a person is with you now.');
    await live.sendReply();
    await expect(live.detail.getByText('Hello, a person is with you now.')).toHaveCount(1);
    await frame.switchTenant('Northwind Utilities');
    await live.expectLive();
    await expect
      .poll(async () => (await issuedKinds()).filter((kind) => kind === 'refresh_token').length, { timeout: 20_000 })
      .toBeGreaterThanOrEqual(2);
  });

  const secrets = await simulator.issued();
  await test.step('the run issued every kind, and what is searched is what was meant', async () => {
    expect(new Set(secrets.map(({ kind }) => kind))).toEqual(
      new Set(['authorization_code', 'access_token', 'refresh_token', 'id_token']),
    );
    const seen = await crossings();
    expect(seen.some(({ way, json }) => way === 'to main' && json.includes('a person is with you now'))).toBe(true);
    expect(seen.some(({ way, json }) => way === 'to window' && json.includes('Northwind Utilities'))).toBe(true);
    const names = (await filesBelow(userData)).map(({ name }) => name.slice(userData.length + 1));
    expect(names).toEqual(expect.arrayContaining(['vault.json', 'settings.json', join('logs', 'console.log')]));
    const vault = (await filesBelow(userData)).find(({ name }) => name.endsWith('vault.json'));
    expect(vault?.bytes.toString()).toContain('"sealed"');
    expect(Buffer.concat(output).toString()).toContain('signed in');
  });

  await test.step('nothing is found while signed in', async () => {
    expect(findSecrets(secrets, await everywhere())).toEqual([]);
  });

  await test.step('nothing is found after signing out', async () => {
    await frame.signOut();
    await expect.poll(async () => (await everywhere()).some(({ name }) => name.endsWith('vault.json'))).toBe(true);
    expect(findSecrets(await simulator.issued(), await everywhere())).toEqual([]);
  });

  await test.step('control: a token that does get out is found', async () => {
    const [planted] = secrets.filter(({ kind }) => kind === 'access_token');
    if (planted === undefined) throw new Error('no token to plant');
    const inBase64 = Buffer.from(`{"a":"${planted.value}"}`).toString('base64');
    await writeFile(join(userData, 'planted.txt'), planted.value);
    await writeFile(join(userData, 'planted-sealed.json'), JSON.stringify({ sealed: inBase64 }));
    await window.evaluate(
      (token) => dialai.session.signInWithToken({ token: `not.a-jwt.${token}` }).then(() => undefined),
      planted.value,
    );
    const found = findSecrets([planted], await everywhere()).map((line) => line.split(' in ')[1] ?? '');
    expect(found).toEqual(
      expect.arrayContaining([
        join(userData, 'planted.txt'),
        join(userData, 'planted-sealed.json'),
        expect.stringMatching(/^message \d+ to main on dialai:call$/),
      ]),
    );
    // It was on the way to main, where a pasted token belongs; nothing that main answered or wrote has it.
    expect(found.filter((name) => !name.includes('planted') && !name.includes(' to main '))).toEqual([]);
  });

  expect(complaints.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
});
