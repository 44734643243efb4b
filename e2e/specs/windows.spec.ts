import type { Page } from '@playwright/test';
import type { Console } from '../fixtures/console.ts';
import { observe } from '../fixtures/observer.ts';
import { openAt, openLive, signInAs } from '../fixtures/signed-in.ts';
import { expect, STILL, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';

test.use({ simulatorFlags: ['--conversations', '120', ...STILL] });

/** The window that shows the test id; windows open without telling which one they are. */
async function windowWith(console: Console, testId: string): Promise<Page> {
  let found: Page | undefined;
  await expect
    .poll(
      async () => {
        for (const page of console.app.windows()) if ((await page.getByTestId(testId).count()) > 0) found = page;
        return found !== undefined;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  if (found === undefined) throw new Error(`no window shows ${testId}`);
  return found;
}

/** The text of the window whose address has the part, asked of the window itself: its page may have crashed since. */
function textOf(console: Console, part: string): Promise<string> {
  return console.app.evaluate(async ({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes(wanted));
    const text: unknown = await window?.webContents.executeJavaScript('document.body.innerText').catch(() => '');
    return String(text);
  }, part);
}

/** Ends the page of the window whose address has the part, as a crash would. */
function crash(console: Console, part: string): Promise<void> {
  return console.app.evaluate(({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes(wanted));
    window?.webContents.forcefullyCrashRenderer();
  }, part);
}

/** Hands a link to the running console, as the system does when one is pressed. */
function press(console: Console, ...args: readonly string[]): Promise<void> {
  return console.app.evaluate(({ app }, given) => void app.emit('second-instance', {}, given, ''), args);
}

test('a torn-off conversation and Live View agree over one connection, and come back after a crash', async ({
  simulator,
  open,
}) => {
  const { console, live } = await openLive(simulator, open);
  await live.openAiConversation('Web');
  await live.detail.getByRole('button', { name: 'Open in its own window' }).click();
  const torn = await windowWith(console, 'torn-off');
  const reply = torn.getByRole('textbox', { name: 'Reply to the customer' });
  await expect(torn.getByRole('img', { name: /^Flow .* states visited, now at / })).toBeVisible();
  await expect(torn.getByRole('button', { name: /^Live/ })).toBeVisible();
  await expect.poll(() => simulator.streams()).toBe(1);

  await torn.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect(reply).toBeVisible();
  await expect(live.replyField).toBeVisible();
  await reply.fill('Said from the torn-off window.');
  await reply.press('Enter');
  // Sent: the field is empty again, so that the text is found once, as a message.
  await expect(reply).toHaveValue('');
  await expect(torn.getByText('Said from the torn-off window.')).toHaveCount(1);
  await expect(live.detail.getByText('Said from the torn-off window.')).toHaveCount(1);

  await crash(console, '/torn/');
  await expect.poll(() => textOf(console, '/torn/'), { timeout: 20_000 }).toContain('Said from the torn-off window.');
  await expect(live.detail.getByText('Said from the torn-off window.')).toHaveCount(1);
  expect(await simulator.streams()).toBe(1);
});

test('links from outside open the right window and tenant, down to the message', async ({ simulator, open }) => {
  const elsewhere = await observe(simulator, 'northwind-utilities');
  const there = (await elsewhere.live()).find(({ status }) => status === 'in-progress')?.transcriptId ?? '';
  const [message = ''] = await elsewhere.messageIds(there);
  const { console, live } = await openLive(simulator, open, {
    // As when a link is what starts the console: it waits through the sign-in.
    args: [`dialai://northwind-utilities/conversation/${there}#${message}`],
  });

  await test.step('a link that starts the console is gone to after the sign-in, in its tenant', async () => {
    await expect(console.window.getByRole('banner').getByText('Northwind Utilities')).toBeVisible();
    await expect(live.detail.locator('[data-asked] article')).toBeVisible();
    await live.close();
  });

  await test.step('a copied link leads back to its message', async () => {
    await live.openAiConversation('Web');
    const first = live.messages.first();
    await first.getByRole('button', { name: 'Copy a link to this message' }).click();
    await expect(console.window.getByTestId('said')).toHaveText('Link copied');
    const link = () => console.app.evaluate(({ clipboard }) => clipboard.readText());
    await expect.poll(link).toMatch(/^dialai:\/\/northwind-utilities\/conversation\/[^#]+#.+$/);
    const copied = await link();
    await live.close();
    await press(console, 'dialai://elsewhere/../conversation/x', `${copied}\n`);
    await press(console, 'electron', copied);
    await expect(live.detail.locator('[data-asked] article')).toBeVisible();
  });

  await test.step('a link to another tenant switches to it', async () => {
    const home = await observe(simulator);
    const id = (await home.live()).find(({ status }) => status === 'in-progress')?.transcriptId ?? '';
    const ids = await home.messageIds(id);
    await press(console, 'electron', `dialai://maritime-telecom/conversation/${id}#${ids.at(-1) ?? ''}`);
    await expect(console.window.getByRole('banner').getByText('Maritime Telecom')).toBeVisible();
    await expect(live.detail.locator('[data-asked] article')).toBeVisible();
  });

  await test.step('a conversation with a window of its own is shown there, whatever tenant the main window shows', async () => {
    await press(console, 'electron', `dialai://northwind-utilities/conversation/${there}`);
    await expect(console.window.getByRole('banner').getByText('Northwind Utilities')).toBeVisible();
    await live.detail.getByRole('button', { name: 'Open in its own window' }).click();
    const torn = await windowWith(console, 'torn-off');
    await live.close();
    await new Frame(console.window).switchTenant('Maritime Telecom');
    await press(console, 'electron', `dialai://northwind-utilities/conversation/${there}#${message}`);
    await expect(torn.locator('[data-asked] article')).toBeVisible();
    await expect(console.window.getByRole('banner').getByText('Maritime Telecom')).toBeVisible();
    await expect(live.detail).toHaveCount(0);
  });

  await test.step('a tenant that the account does not have is said', async () => {
    await press(console, 'electron', 'dialai://elsewhere/conversation/c-1');
    await expect(console.window.getByText('“elsewhere” is not among', { exact: false })).toBeVisible();
  });
});

test('the wall of a display: its own layout, kiosk mode, and back after a crash and after a restart', async ({
  simulator,
  open,
  userData,
}) => {
  const { console } = await openLive(simulator, open, { userData });
  await console.window.getByRole('link', { name: 'Watch wall' }).click();
  await expect(console.window.locator('[data-tile]')).toHaveCount(9);
  await console.window.getByRole('button', { name: /^Open on/ }).click();
  await expect.poll(() => console.app.windows().length).toBe(2);
  const wall = console.app.windows().find((page) => page !== console.window);
  if (wall === undefined) throw new Error('no wall');
  await wall.getByRole('combobox', { name: 'Tiles' }).selectOption('16');
  await expect(wall.locator('[data-tile]')).toHaveCount(16);
  await wall.getByRole('button', { name: 'Fill the screen' }).click();
  await expect(wall.getByRole('toolbar')).toHaveCount(0);
  await wall.keyboard.press('Escape');
  await expect(wall.getByRole('button', { name: 'Leave full screen' })).toBeVisible();
  // The wall inside the main window keeps its own layout.
  await expect(console.window.locator('[data-tile]')).toHaveCount(9);

  const tiles = () =>
    console.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('#/wall/'));
      const count: unknown = await window?.webContents
        .executeJavaScript("document.querySelectorAll('[data-tile]').length")
        .catch(() => 0);
      return { count, kiosk: window?.isKiosk() };
    });
  // The page that Playwright knew is gone for good; the window is asked itself.
  await crash(console, '#/wall/');
  await expect.poll(tiles, { timeout: 20_000 }).toEqual({ count: 16, kiosk: true });
  await console.close();

  const again = await openAt(simulator, open, { userData });
  const walls = () =>
    again.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .filter(({ webContents }) => webContents.getURL().includes('#/wall/'))
        .map((window) => window.isKiosk()),
    );
  await expect.poll(walls).toEqual([true]);
  await signInAs(again, 'Avery Tremblay');
  await expect.poll(() => textOf(again, '#/wall/'), { timeout: 20_000 }).toContain('Maritime Telecom');
});

test('the console begins with the view it was left at, or always with the one that was chosen', async ({
  simulator,
  open,
  userData,
}) => {
  const { console: first } = await openLive(simulator, open, { userData });
  const frame = new Frame(first.window);
  await frame.openView('Alerts');
  await frame.openView('Preferences');
  await first.close();

  const second = await openAt(simulator, open, { userData });
  await signInAs(second, 'Avery Tremblay');
  await expect(second.window.getByRole('heading', { level: 1, name: 'Alerts' })).toBeVisible();
  await new Frame(second.window).openView('Preferences');
  await second.window.getByRole('combobox', { name: 'Start with' }).selectOption('Mission Control');
  await new Frame(second.window).openView('Live View');
  await second.close();

  const third = await openAt(simulator, open, { userData });
  await signInAs(third, 'Avery Tremblay');
  await expect(third.window.getByRole('heading', { level: 1, name: 'Mission Control' })).toBeVisible();
});
