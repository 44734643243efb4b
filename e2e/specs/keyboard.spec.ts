import type { Page } from '@playwright/test';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';

test.use({ simulatorFlags: ['--conversations', '40', '--clock', 'driven', '--heartbeat', '0.5'] });

/** Where the keyboard's focus is, by role and name as far as the page tells. */
const focused = (page: Page) => page.locator(':focus');

test('the main job without a pointer: find, open, take over, reply, insert, hand back, by keys and palette', async ({
  simulator,
  open,
}) => {
  const { console, live } = await openLive(simulator, open);
  const { window } = console;
  const { keyboard } = window;
  const run = async (words: string) => {
    await keyboard.press('Control+k');
    await expect(window.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
    await keyboard.type(words);
    await keyboard.press('Enter');
    await expect(window.getByRole('combobox', { name: 'Search or run a command' })).toHaveCount(0);
  };

  await test.step('filters by the palette, goes into the list, opens', async () => {
    await run('status: in progress');
    await expect(window.getByRole('button', { name: 'Remove the filter “Status: In progress”' })).toBeVisible();
    await keyboard.press('j');
    await expect(focused(window)).toHaveAttribute('data-row', /.+/);
    await keyboard.press('j');
    await keyboard.press('k');
    await keyboard.press('Home');
    // The first that the AI agent runs.
    const row = window.getByRole('row', { name: /AI agent, In progress/ }).first();
    for (let step = 0; step < 40 && !(await row.evaluate((one) => one.matches(':focus'))); step++)
      await keyboard.press('j');
    await expect(row).toBeFocused();
    await keyboard.press('p');
    await expect(focused(window)).toHaveAttribute('aria-label', /pinned$/);
    await keyboard.press('Enter');
    await expect(live.detail).toBeFocused();
  });

  await test.step('takes over, writes, inserts a canned reply, sends', async () => {
    await keyboard.press('t');
    await expect(live.replyField).toBeFocused();
    await keyboard.type('Hello. ');
    await keyboard.press('Control+j');
    // A dialog takes keys once it has the focus, and Enter chooses what is marked.
    const picker = window.getByRole('dialog');
    await expect(picker.getByRole('combobox')).toBeFocused();
    await expect(picker.getByRole('option', { selected: true })).toHaveCount(1);
    await keyboard.press('Enter');
    await expect(picker).toHaveCount(0);
    await expect(live.replyField).toHaveValue(/^Hello\. .+/);
    await live.replyField.fill('');
    await keyboard.type('One moment, please.');
    await keyboard.press('Enter');
    await expect(live.message('One moment, please.')).toHaveCount(1);
  });

  await test.step('holds a completion, undoes it, hands back with a note', async () => {
    await keyboard.press('Escape');
    await expect(live.replyField).not.toBeFocused();
    // The reply shows before the instance took it; until then nothing else is done.
    await expect(live.action('Complete…')).toBeEnabled();
    await keyboard.press('e');
    await expect(window.getByRole('alertdialog')).toBeVisible();
    await tabTo(window, /^Complete conversation/);
    await keyboard.press('Enter');
    await expect(window.getByRole('region', { name: 'Held commands' })).toBeVisible();
    await keyboard.press('u');
    await expect(window.getByRole('region', { name: 'Held commands' })).toHaveCount(0);
    await run('hand the conversation back');
    await expect(window.getByRole('textbox', { name: /Note for the AI agent/ })).toBeFocused();
    await keyboard.type('The customer is calm now.');
    await tabTo(window, 'Hand back');
    await keyboard.press('Enter');
    await expect(live.replyField).toHaveCount(0);
    await keyboard.press('Escape');
    await expect(live.detail).toHaveCount(0);
    await expect(focused(window)).toHaveAttribute('data-row', /.+/);
  });

  await test.step('goes between the parts of the window, and to any place', async () => {
    const seen = new Set<string>();
    for (let step = 0; step < 6; step++) {
      await keyboard.press('F6');
      seen.add(
        await focused(window).evaluate(
          (one) => one.closest('header, nav, search, [role="grid"], main')?.tagName ?? 'nothing',
        ),
      );
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['HEADER', 'NAV', 'SEARCH', 'TABLE']));
    await keyboard.press('?');
    await expect(window.getByRole('dialog', { name: 'Keys of this view' })).toBeVisible();
    await keyboard.press('Escape');
  });

  await test.step('other keys of one’s own, at once and after a restart of the page', async () => {
    await run('open keys');
    await expect(window.getByRole('heading', { name: 'Keys', level: 1 })).toBeVisible();
    await tabTo(window, 'Change the keys of “Show the keys of this view”');
    await keyboard.press('Enter');
    await keyboard.press('u');
    await expect(window.getByRole('alert')).toHaveText(/U belongs to “Undo the newest held command”/);
    await keyboard.press('F2');
    await expect(window.getByRole('alert')).toHaveCount(0);
    await window.reload();
    await expect(window.getByRole('heading', { name: 'Keys', level: 1 })).toBeVisible();
    await keyboard.press('?');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await keyboard.press('F2');
    await expect(window.getByRole('dialog', { name: 'Keys of this view' })).toBeVisible();
    await keyboard.press('Escape');
  });

  await test.step('and on paper: the keys as they are, nothing of the frame', async () => {
    await window.emulateMedia({ media: 'print' });
    await expect(window.getByRole('navigation', { name: 'Main navigation' })).toBeHidden();
    await expect(window.getByRole('banner')).toBeHidden();
    const line = window.getByRole('listitem').filter({ hasText: 'Show the keys of this view' });
    await expect(line.getByText('F2', { exact: true })).toBeVisible();
    await expect(window.getByRole('button', { name: 'Print…' })).toBeHidden();
    // Nothing scrolls on paper: the last of the page is on it.
    expect(await window.evaluate('document.documentElement.scrollHeight > innerHeight')).toBe(true);
    await window.emulateMedia({ media: null });
  });
});

/** Presses Tab until an element of this name has the focus, as far as there are elements. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const target = page.getByRole('button', { name, exact: true }).first();
  await expect(target).toBeVisible();
  for (let press = 0; press < 60; press++) {
    if (await target.evaluate((one) => one.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}`);
}
