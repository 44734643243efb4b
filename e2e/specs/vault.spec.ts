import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { presetInstance } from '../fixtures/managed-config.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { expect, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';
import { LiveView } from '../pages/live-view.ts';
import { SignIn } from '../pages/sign-in.ts';

test('kept in memory only, a sign-in ends with the console; the question is not asked again', async ({
  simulator,
  systemBrowser,
  open,
  userData,
}) => {
  const first = await open({ userData });
  const signIn = new SignIn(first.window);
  await signIn.chooseInstance(simulator.url);
  await expect(signIn.vaultQuestion).toBeHidden();
  await signInAs(first, systemBrowser, undefined, { keep: 'in memory' });
  await expect(signIn.vaultQuestion).toBeHidden();
  expect(await readFile(join(userData, 'vault.json'), 'utf8')).not.toContain('sealed');
  await first.close();

  const second = await open({ userData });
  await expect(new SignIn(second.window).heading).toBeVisible();
  await expect(second.window.getByText(`${simulator.url}/realms/dial-ai`)).toBeVisible();
  await signInAs(second, systemBrowser, undefined, { keep: 'unasked' });
  await expect(new SignIn(second.window).vaultQuestion).toBeHidden();
});

test('kept on the disk with consent, a sign-in comes back without a browser, and a corrupt vault is set aside', async ({
  simulator,
  systemBrowser,
  open,
  userData,
}) => {
  const first = await open({ userData });
  await signInAs(first, systemBrowser, simulator.url, { keep: 'on disk' });
  await first.close();

  await test.step('restored', async () => {
    const again = await open({ userData });
    await new LiveView(again.window).expectLive();
    expect(await again.opened()).toEqual([]);
    await again.close();
  });

  const vault = join(userData, 'vault.json');
  await test.step('sealed bytes that do not open', async () => {
    const kept = JSON.parse(await readFile(vault, 'utf8'));
    expect(kept.sealed).toMatch(/^djEw/);
    await writeFile(
      vault,
      JSON.stringify({ ...kept, sealed: Buffer.from('v10 not what was sealed').toString('base64') }),
    );
    await expectSignedOutWithNotice('damaged');
  });

  await test.step('a file that is not even JSON', async () => {
    await writeFile(vault, '{"version":1,"bac');
    await expectSignedOutWithNotice('cut off');
  });

  async function expectSignedOutWithNotice(what: string): Promise<void> {
    const console = await open({ userData });
    await expect(new SignIn(console.window).heading, what).toBeVisible();
    await expect(console.window.getByText('The stored sign-in could not be read and was set aside.')).toBeVisible();
    await console.close();
    const names = await readdir(userData);
    expect(names.filter((name) => name.startsWith('vault.json.corrupt-')).length).toBeGreaterThan(0);
  }
});

test('corrupt settings are set aside and told; the console starts with its defaults', async ({ open, userData }) => {
  await writeFile(join(userData, 'settings.json'), '{"preferences":{"language":"fr"}');
  const console = await open({ userData });
  const signIn = new SignIn(console.window);
  await expect(signIn.heading).toBeVisible();
  await expect(console.window.getByText(/The stored connection could not be read/)).toBeVisible();
  const names = await readdir(userData);
  expect(names.filter((name) => name.startsWith('settings.json.corrupt-'))).toHaveLength(1);

  await test.step('what is set now is kept', async () => {
    await console.window.getByRole('button', { name: 'Français' }).click();
    await expect(console.window.getByRole('heading', { name: 'Se connecter à Dialai' })).toBeVisible();
    await console.close();
    const again = await open({ userData });
    await expect(again.window.getByRole('heading', { name: 'Se connecter à Dialai' })).toBeVisible();
    await expect(again.window.getByText(/illisible/)).toHaveCount(0);
  });
});

test('a managed configuration presets and locks', async ({ simulator, systemBrowser, open }) => {
  const managed = await presetInstance(
    { instance: simulator.url, clientId: 'dialai-console', scopes: 'openid profile email offline_access' },
    ['instance', 'clientId'],
  );
  const console = await open({ args: [managed] });
  const { window } = console;
  await expect(new SignIn(window).heading).toBeVisible();
  const field = (name: string) => window.getByRole('textbox', { name });
  await expect(field('Instance name or address')).toHaveValue(simulator.url);
  await expect(field('Instance name or address')).not.toBeEditable();
  await expect(window.getByRole('button', { name: 'Use the demo instance' })).toHaveCount(0);
  await window.getByText('Advanced', { exact: true }).click();
  for (const locked of ['API address', 'Issuer (address of the sign-in service)', 'Client ID']) {
    await expect(field(locked)).not.toBeEditable();
  }
  await expect(field('Scopes')).toBeEditable();

  await test.step('the bridge does not get around it', async () => {
    const saved = await window.evaluate(async () => {
      const view = await dialai.instance.get();
      if (!view.ok) return view;
      return dialai.instance.save({
        ...view.value.settings,
        instance: 'evil',
        apiUrl: 'https://evil.example',
        issuer: 'https://evil.example/r',
        clientId: 'evil',
      });
    });
    expect(saved).toMatchObject({
      ok: true,
      value: { settings: { instance: simulator.url, apiUrl: simulator.url, clientId: 'dialai-console' } },
    });
  });
  await signInAs(console, systemBrowser, undefined);
});

test('a managed configuration that cannot be read is told and locks nothing', async ({ open }) => {
  const managed = await presetInstance({}, []);
  await writeFile(managed.slice('--managed-config='.length), 'not json');
  const { window } = await open({ args: [managed] });
  await expect(window.getByText(/The managed configuration could not be read/)).toBeVisible();
  await window.getByRole('button', { name: 'Use another instance' }).click();
  await expect(window.getByRole('textbox', { name: 'Instance name or address' })).toBeEditable();
});

test('what was typed survives sign-out, restart and SIGKILL', async ({ simulator, systemBrowser, open, userData }) => {
  const first = await open({ userData });
  const live = await signInAs(first, systemBrowser, simulator.url, { keep: 'on disk' });
  await live.openAiConversation('Web');
  await live.action('Take over').click();
  await live.replyField.fill('Before signing out');
  const address = await first.window.evaluate<string>('location.hash');

  await test.step('sign-out', async () => {
    await new Frame(first.window).signOut();
    await signInAs(first, systemBrowser, undefined, { keep: 'unasked' });
    await first.window.evaluate(`void (location.hash = '${address}')`);
    await expect(live.replyField).toHaveValue('Before signing out');
  });

  // Sealed where there is a keyring, so only that the file changed can be seen.
  const drafts = () => readFile(join(userData, 'drafts.json'), 'utf8');
  const saved = async (type: () => Promise<void>): Promise<void> => {
    const before = await drafts();
    await type();
    await expect.poll(drafts, { intervals: [50] }).not.toBe(before);
  };

  await test.step('restart', async () => {
    await saved(() => live.replyField.fill('Before closing'));
    await first.close();
  });
  const second = await open({ userData });
  await new LiveView(second.window).expectLive();
  await second.window.evaluate(`void (location.hash = '${address}')`);
  const again = new LiveView(second.window);
  await expect(again.replyField).toHaveValue('Before closing');

  await test.step('SIGKILL as soon as the last key is on the disk', async () => {
    const child = second.app.process();
    const ended = new Promise((done) => child.once('exit', (_code, signal) => done(signal)));
    await saved(() => again.replyField.fill('Before being killed'));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
  });
  const third = await open({ userData });
  await new LiveView(third.window).expectLive();
  await third.window.evaluate(`void (location.hash = '${address}')`);
  await expect(new LiveView(third.window).replyField).toHaveValue('Before being killed');
});
