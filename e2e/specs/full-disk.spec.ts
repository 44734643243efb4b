import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canFillDisk, fillDisk } from '../fixtures/full-disk.ts';
import { observe } from '../fixtures/observer.ts';
import { openAt, signInAs } from '../fixtures/signed-in.ts';
import { expect, STILL, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';
import { LiveView } from '../pages/live-view.ts';
import { SignIn } from '../pages/sign-in.ts';

// Short lives, so that a refresh token has to be kept anew while there is no room for it.
test.use({
  simulatorFlags: ['--conversations', '50', ...STILL, '--token-lifetime', '4', '--tenant-token-lifetime', '3'],
});

const NOTICES = {
  drafts: /What you type is not getting to the disk/,
  settings: /Your preferences could not be saved/,
  vault: /Your sign-in could not be stored/,
} as const;

test('a full disk is told for each thing it costs; once there is room nothing is lost, nothing sent twice', async ({
  simulator,
  open,
  userData,
}) => {
  test.skip(!canFillDisk, 'only Linux can take the disk away from a process that runs');
  const console = await openAt(simulator, open, { userData });
  const { window } = console;
  await signInAs(console, 'Avery Tremblay');
  await new SignIn(window).keepOnDisk();
  const live = new LiveView(window);
  await live.expectLive();
  await live.openAiConversation('');
  const id = await live.openId();
  await live.action('Take over').click();
  await expect(live.replyField).toBeVisible();
  const kept = (name: string) => readFile(join(userData, name), 'utf8').catch(() => '');
  const said = async () => {
    // Asked with a sign-in of its own each time: tokens live for seconds here.
    const texts = await (await observe(simulator)).texts(id);
    return texts.filter((text) => text === 'Typed without room').length;
  };

  const makeRoom = await fillDisk(console.app);
  await test.step('what is typed, set and signed in with is told not to be kept, and goes on in memory', async () => {
    await live.replyField.fill('Typed without room');
    await expect(window.getByText(NOTICES.drafts)).toBeVisible();
    await new Frame(window).openView('Preferences');
    await window.getByRole('combobox', { name: 'Theme' }).selectOption('light');
    await expect(window.getByText(NOTICES.settings)).toBeVisible();
    await expect(window.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(window.getByText(NOTICES.vault)).toBeVisible({ timeout: 30_000 });
  });

  await test.step('a command that cannot be journaled is not sent, and says why', async () => {
    await window.goBack();
    await expect(live.replyField).toHaveValue('Typed without room');
    await live.sendReply();
    await expect(live.notice.getByRole('heading', { name: 'The command could not be recorded' })).toBeVisible();
    await expect(live.notice.getByText(/Check that the disk has room/)).toBeVisible();
    await expect(live.replyField).toHaveValue('Typed without room');
    expect(await said()).toBe(0);
  });

  makeRoom();
  await test.step('with room again all is kept without another key, and the notices go', async () => {
    for (const notice of Object.values(NOTICES))
      await expect(window.getByText(notice)).toHaveCount(0, { timeout: 30_000 });
    expect(JSON.stringify(await kept('drafts.json'))).toContain('Typed without room');
    expect(await kept('settings.json')).toContain('"light"');
    expect(await kept('vault.json')).toContain('"sealed"');
  });

  await test.step('the command works, once, and the journal holds', async () => {
    await live.sendReply();
    await expect(live.message('Typed without room')).toHaveCount(1);
    expect(await said()).toBe(1);
    expect(await window.evaluate(() => dialai.journal.verify())).toMatchObject({ ok: true, value: { intact: true } });
  });
});
