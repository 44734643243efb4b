import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Console } from '../fixtures/console.ts';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';
import { MissionControl } from '../pages/mission-control.ts';

// The world goes on: metrics are of what happens.
test.use({ simulatorFlags: ['--conversations', '40'] });

/** Two screens side by side, as a room has them. */
async function twoDisplays(console: Console): Promise<void> {
  await console.app.evaluate(({ screen }) => {
    const [first] = screen.getAllDisplays();
    if (first === undefined) throw new Error('No display at all.');
    const at = (id: number, x: number) => {
      const bounds = { x, y: 0, width: 1920, height: 1080 };
      return { ...first, id, label: `Wall ${id}`, bounds, workArea: bounds };
    };
    screen.getAllDisplays = () => [at(first.id, 0), at(first.id + 1, 1920)];
  });
}

async function wallboards(console: Console, count: number): Promise<readonly Page[]> {
  let found: Page[] = [];
  await expect
    .poll(
      async () => {
        found = [];
        for (const page of console.app.windows())
          if ((await page.getByTestId('wallboard').count()) > 0) found.push(page);
        return found.length;
      },
      { timeout: 20_000 },
    )
    .toBe(count);
  return found;
}

test('wallboards stand on two displays, each with its own boards, large enough for a room', async ({
  simulator,
  open,
}) => {
  const { console } = await openLive(simulator, open);
  await twoDisplays(console);
  const mission = new MissionControl(console.window);
  await mission.show();
  await mission.fromBoardMenu('Wallboard on Wall 1');
  const [first] = await wallboards(console, 1);
  if (first === undefined) throw new Error('No wallboard.');
  await mission.fromBoardMenu('Administrator');
  await mission.fromBoardMenu('Wallboard on Wall 2');
  const both = await wallboards(console, 2);
  const second = both.find((page) => page !== first) ?? first;
  await expect(first.getByText(/ · Supervisor · /)).toBeVisible();
  await expect(second.getByText(/ · Administrator · /)).toBeVisible();
  await second.getByRole('button', { name: 'Next board' }).click();
  await expect(second.getByRole('heading', { name: 'Indexing queue' })).toBeVisible();

  await test.step('each fills its own screen, with text that is large at that size', async () => {
    await first.getByRole('button', { name: 'Fill the screen' }).click();
    await expect(first.getByRole('toolbar')).toHaveCount(0);
    await expect(second.getByRole('toolbar')).toBeVisible();
    await first.setViewportSize({ width: 1920, height: 1080 });
    const sizes: readonly number[] = await first.evaluate(`
      [...document.querySelectorAll('.wallboard [data-tile] *, .wallboard footer *')]
        .filter((text) => [...text.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent.trim()))
        .map((text) => parseFloat(getComputedStyle(text).fontSize))
    `);
    expect(sizes.length).toBeGreaterThan(12);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(34);
    const cut = await first
      .getByTestId('wallboard')
      .evaluate((board) => board.scrollHeight > board.clientHeight || board.scrollWidth > board.clientWidth);
    expect(cut).toBe(false);
  });
});

test('a board goes to a file and comes back, and is saved as PDF', async ({ simulator, open, userData }) => {
  const { console } = await openLive(simulator, open, { userData });
  const { window } = console;
  const mission = new MissionControl(window);
  const saveAs = (name: string) =>
    console.app.evaluate(
      ({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      },
      join(userData, name),
    );
  await mission.show();
  const tiles = () =>
    window
      .getByTestId('tiles')
      .locator('[data-tile]')
      .evaluateAll((all) => all.map((tile) => [tile.getAttribute('data-tile'), tile.getAttribute('data-size')]));
  await mission.fromTileMenu('Conversations in progress', 'Full width');
  await mission.fromTileMenu('Conversations in progress', 'Move later');
  const made = await tiles();
  await saveAs('board.json');
  await mission.fromBoardMenu('Export the board');
  const text = async () => JSON.parse(await readFile(join(userData, 'board.json'), 'utf8').catch(() => '{}'));
  await expect.poll(async () => (await text()).tiles?.length).toBe(made.length);

  await mission.fromBoardMenu('Back to the tiles of this role');
  await expect.poll(tiles).not.toEqual(made);
  await window.getByLabel('Import a board…').setInputFiles(join(userData, 'board.json'));
  await expect.poll(tiles).toEqual(made);

  await saveAs('parts.png');
  await mission
    .tile('Conversations in progress')
    .getByRole('button', { name: /^Open / })
    .click();
  const channels = window.getByRole('dialog').getByRole('region', { name: 'By channel' });
  await expect(channels.locator('svg').first()).toBeVisible();
  await channels.getByRole('button', { name: /Export as PNG$/ }).click();
  const png = async () =>
    (await readFile(join(userData, 'parts.png')).catch(() => Buffer.of())).subarray(1, 4).toString();
  await expect.poll(png).toBe('PNG');
  await window.keyboard.press('Escape');

  await saveAs('board.pdf');
  await mission.fromBoardMenu('Save as PDF…');
  const head = async () =>
    (await readFile(join(userData, 'board.pdf')).catch(() => Buffer.of())).subarray(0, 5).toString();
  await expect.poll(head).toBe('%PDF-');
});
