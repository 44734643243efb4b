import type { Page } from '@playwright/test';
import type { Console } from '../fixtures/console.ts';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, STILL, test } from '../fixtures/test.ts';

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

test('a torn-off conversation and Live View never disagree, and it comes back after a crash', async ({
  simulator,
  open,
}) => {
  const { console, live } = await openLive(simulator, open);
  await live.openAiConversation('Web');
  await live.detail.getByRole('button', { name: 'Open in its own window' }).click();
  const torn = await windowWith(console, 'torn-off');
  const reply = torn.getByRole('textbox', { name: 'Reply to the customer' });

  await torn.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect(reply).toBeVisible();
  await expect(live.replyField).toBeVisible();
  await reply.fill('Said from the torn-off window.');
  await reply.press('Enter');
  // Sent: the field is empty again, so that the text is found once, as a message.
  await expect(reply).toHaveValue('');
  await expect(torn.getByText('Said from the torn-off window.')).toHaveCount(1);
  await expect(live.detail.getByText('Said from the torn-off window.')).toHaveCount(1);

  await console.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('/torn/'));
    window?.webContents.forcefullyCrashRenderer();
  });
  // The page that Playwright knew is gone for good; what the window shows now is asked of the window itself.
  const shown = () =>
    console.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().includes('/torn/'));
      const text: unknown = await window?.webContents.executeJavaScript('document.body.innerText').catch(() => '');
      return String(text);
    });
  await expect.poll(shown, { timeout: 20_000 }).toContain('Said from the torn-off window.');
  await expect(live.detail.getByText('Said from the torn-off window.')).toHaveCount(1);
});

test('a link from outside opens its tenant, its conversation and its message', async ({ simulator, open }) => {
  const { console, live } = await openLive(simulator, open);
  await live.openAiConversation('Web');
  await live.detail.getByRole('button', { name: 'Copy a link to this conversation' }).click();
  const first = live.messages.first();
  await first.getByRole('button', { name: 'Copy a link to this message' }).click();
  const link = () => console.app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(link).toMatch(/^dialai:\/\/[a-z-]+\/conversation\/[^#]+#.+$/);
  const copied = await link();
  await live.detail.getByRole('button', { name: 'Close the conversation' }).click();
  await expect(live.detail).toHaveCount(0);

  const start = (args: readonly string[]) =>
    console.app.evaluate(({ app }, given) => void app.emit('second-instance', {}, given, ''), args);
  await start(['dialai://elsewhere/../conversation/x', `${copied}\n`]);
  await start(['electron', copied]);
  await expect(live.detail).toBeVisible();
  await expect(live.detail.locator('[data-asked] article')).toBeVisible();

  await start(['electron', 'dialai://elsewhere/conversation/c-1']);
  await expect(console.window.getByText('“elsewhere” is not among', { exact: false })).toBeVisible();
});

test('the wall of a display fills it, hides its controls, and remembers what it shows', async ({ simulator, open }) => {
  const { console } = await openLive(simulator, open);
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
});
