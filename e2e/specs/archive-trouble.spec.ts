import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Console } from '../fixtures/console.ts';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, STILL, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';

test.use({ simulatorFlags: ['--conversations', '30', '--transcripts', '3000', ...STILL] });
const TENANT = 'northwind-utilities';

/** The archive of one tenant, as a person sees it. */
class Archive {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async at(console: Console, tenant = 'Northwind Utilities'): Promise<Archive> {
    const frame = new Frame(console.window);
    const there = console.window.getByRole('banner').getByText(tenant);
    if (!(await there.isVisible())) await frame.switchTenant(tenant);
    await frame.openView('Conversations');
    const archive = new Archive(console.window);
    await expect(archive.rows.nth(1)).toBeVisible();
    return archive;
  }

  get grid() {
    return this.page.getByRole('grid', { name: 'Conversations' });
  }

  get rows() {
    return this.grid.getByRole('row');
  }

  get field() {
    return this.page.getByRole('combobox', { name: 'Search conversations' });
  }

  get reader() {
    return this.page.getByRole('region', { name: 'Conversation', exact: true });
  }

  async search(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** Rolls to the end of what was read. */
  async rollDown(): Promise<void> {
    await this.grid.hover();
    await this.page.mouse.wheel(0, 100_000);
  }
}

/** From now on files are saved here. */
const saveTo = (console: Console, path: string) =>
  console.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);

test('the place in a list that a restarted instance forgot is found again with one press', async ({
  simulator,
  open,
}) => {
  const { console } = await openLive(simulator, open);
  const archive = await Archive.at(console);
  await archive.search('platform:voice status:completed');
  await expect(archive.page.getByText(/^\d+ conversations$/)).toBeVisible();
  const newest = (await archive.rows.nth(1).getAttribute('data-row')) ?? '';
  await archive.rollDown();
  await expect(archive.page.locator('[data-row]').last()).not.toHaveAttribute('data-row', newest);

  await simulator.admin('restart');
  await archive.rollDown();
  const panel = archive.page.getByRole('alert').filter({ hasText: 'no longer knows where the list ended' });
  await expect(async () => {
    await archive.rollDown();
    await expect(panel).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await panel.getByRole('button', { name: 'Go on from here' }).click();
  await expect(panel).toHaveCount(0);
  // All that was read is still there, and what follows comes once each: every place of the table is another conversation.
  await archive.page.mouse.wheel(0, -1_000_000);
  await expect(archive.grid.locator(`[data-row="${newest}"]`)).toBeVisible();
  const ids = new Map<number, string>();
  await expect(async () => {
    const drawn = await archive.grid
      .locator('[data-row]')
      .evaluateAll((rows) =>
        rows.map((row) => [Number(row.getAttribute('aria-rowindex')), row.getAttribute('data-row') ?? ''] as const),
      );
    for (const [place, id] of drawn) ids.set(place, id);
    await archive.page.mouse.wheel(0, 600);
    expect(ids.size).toBeGreaterThan(220);
  }).toPass({ intervals: [50] });
  expect(new Set(ids.values()).size).toBe(ids.size);
});

test('a transcript that is deleted while it is read stays readable, marked, and nothing can be done with it', async ({
  simulator,
  open,
}) => {
  const { console } = await openLive(simulator, open);
  const archive = await Archive.at(console);
  await archive.search('platform:voice status:completed');
  await expect(archive.grid.getByText('Completed').first()).toBeVisible();
  const row = archive.rows.nth(1);
  const id = (await row.getAttribute('data-row')) ?? '';
  await row.click();
  const said = archive.reader.getByRole('article');
  await expect(said.first()).toBeVisible();
  const first = await said.first().innerText();
  await simulator.admin('act', {
    action: 'delete-transcript',
    tenant: TENANT,
    transcriptId: id,
    userId: 'u-avery',
  });
  await archive.reader.getByRole('button', { name: 'Flag', exact: true }).click();
  await expect(archive.reader.getByRole('alert')).toContainText('it was deleted');
  await expect(archive.reader.getByRole('alert')).toHaveCount(1);
  expect(await said.first().innerText()).toBe(first);
  for (const name of ['Tags…', 'Flag', 'Report…', 'Listen to the recording'])
    await expect(archive.reader.getByRole('button', { name, exact: true })).toHaveAttribute('aria-disabled', 'true');
  await archive.page.getByRole('button', { name: 'Read again', exact: true }).click();
  await expect(archive.grid.locator(`[data-row="${id}"]`)).toHaveCount(0);
  await expect(said.first()).toBeVisible();
});

test('an export goes on after the instance failed in its middle; a cancelled one leaves no file', async ({
  simulator,
  open,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'dialai-export-'));
  const { console } = await openLive(simulator, open, { policy: { mask: 'all' } });
  const archive = await Archive.at(console);
  const { page } = archive;
  await archive.search('status:completed platform:webchat');
  await expect(archive.grid.getByText('Completed').first()).toBeVisible();
  const begin = async (name: string, format: string) => {
    await saveTo(console, join(folder, name));
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('combobox', { name: 'Format' }).selectOption({ label: format });
    await expect(page.getByRole('checkbox', { name: /^Mask contacts/ })).toBeDisabled();
    await page.getByRole('button', { name: 'Choose the file…' }).click();
  };
  const line = (name: string) =>
    page.getByRole('list', { name: 'Exports' }).getByRole('listitem').filter({ hasText: name });

  await simulator.faults({ kind: 'unavailable', operation: 'getTranscript', after: 120, retryAfterSeconds: 1 });
  await begin('whole.jsonl', 'JSON Lines, one conversation a line');
  await expect(line('whole.jsonl').getByText('Paused: it could not go on')).toBeVisible({ timeout: 60_000 });
  expect(await readdir(folder)).toEqual(['whole.jsonl.part']);
  await simulator.clearFaults();
  await line('whole.jsonl').getByRole('button', { name: 'Go on' }).click();
  await expect(line('whole.jsonl').getByText('Written')).toBeVisible({ timeout: 60_000 });
  const lines = (await readFile(join(folder, 'whole.jsonl'), 'utf8')).trim().split('\n');
  const read = lines.map((text): { conversation: { id: string; contact: { display: string } } } => JSON.parse(text));
  const ids = read.map(({ conversation }) => conversation.id);
  expect(new Set(ids).size).toBe(ids.length);
  const total = await page
    .getByRole('status')
    .filter({ hasText: /conversations$/ })
    .first()
    .innerText();
  expect(ids).toHaveLength(Number(total.replace(/\D/g, '')));
  // The policy hides names: of a visitor who gave one the first letters stay.
  for (const { conversation } of read) expect(conversation.contact.display).toMatch(/^\S?•••|^\S\S•••@|^\+1 •••/u);

  await simulator.faults({ kind: 'slow-reply', operation: 'getTranscript', delayMs: 300 });
  await begin('left.txt', 'Readable text');
  await line('left.txt').getByRole('button', { name: 'Cancel and delete the part' }).click();
  await expect(line('left.txt').getByText('Cancelled')).toBeVisible();
  expect(await readdir(folder)).toEqual(['whole.jsonl']);
  await new Frame(page).openView('Journal');
  await expect(page.getByRole('cell', { name: 'Cancel an export' })).toBeVisible();
  const entry = page.getByRole('row', { name: /Export transcripts/ });
  await entry.getByText('Details').click();
  await expect(entry.getByText(/file: whole\.jsonl · format: jsonl · masked: true/)).toBeVisible();
  await rm(folder, { recursive: true, force: true });
});

test('a link to a search leads to it from outside, in its tenant; a conversation opens in a window', async ({
  simulator,
  open,
}) => {
  const { console } = await openLive(simulator, open);
  const archive = await Archive.at(console);
  const { page } = archive;
  const search = 'risk:high "account number" status:completed';
  await archive.search(search);
  await expect(archive.grid.locator('mark').first()).toBeVisible();
  await page.getByRole('button', { name: 'Searches' }).click();
  await page.getByRole('menuitem', { name: 'Copy a link to this search' }).click();
  await expect(page.getByTestId('said')).toHaveText('Link copied');
  const copied = await console.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^dialai:\/\/northwind-utilities\/conversations\?q=risk%3Ahigh/);
  const id = (await archive.rows.nth(1).getAttribute('data-row')) ?? '';

  await new Frame(page).switchTenant('Maritime Telecom');
  await new Frame(page).openView('Live View');
  await console.app.evaluate(({ app }, link) => void app.emit('second-instance', {}, ['electron', link], ''), copied);
  await expect(page.getByRole('banner').getByText('Northwind Utilities')).toBeVisible();
  await expect(archive.field).toHaveValue(search);
  await expect(archive.grid.locator(`[data-row="${id}"]`)).toBeVisible();

  await archive.grid.locator(`[data-row="${id}"]`).click();
  const before = console.app.windows().length;
  await archive.reader.getByRole('button', { name: 'Open in its own window' }).click();
  await expect.poll(() => console.app.windows().length).toBe(before + 1);
  const torn = console.app.windows().find((one) => one !== page);
  await expect(torn?.getByRole('article').first() ?? page.locator('none')).toBeVisible();
});

test('a colleague’s edit between reading and writing is told, with exact counts', async ({ simulator, open }) => {
  const { console } = await openLive(simulator, open);
  const archive = await Archive.at(console);
  const { page } = archive;
  const changeTags = async (from: ReturnType<Page['getByRole']>) => {
    await from.click();
    await page.getByRole('textbox', { name: 'New tag' }).fill('Audit: sample');
    await page.getByRole('button', { name: 'Change tags' }).click();
    await simulator.faults({ kind: 'conflict', operation: 'setTranscriptTags', times: 1, code: 'stale-revision' });
    await page.getByRole('button', { name: 'Send now' }).click();
  };
  await archive.search('status:completed');
  await expect(archive.grid.getByText('Completed').first()).toBeVisible();
  await archive.rows.nth(1).focus();
  for (const key of ['Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await changeTags(page.getByRole('button', { name: 'Tags…' }));
  await expect(page.getByText(/^2 done, 1 refused/)).toBeVisible();
  await page.getByText('What did not work').click();
  await expect(page.getByText(/^c-\d+ refused: Someone else changed it meanwhile$/)).toBeVisible();

  await page.getByRole('button', { name: 'Clear the selection' }).click();
  await archive.rows.nth(6).click();
  await changeTags(archive.reader.getByRole('button', { name: 'Tags…' }));
  await expect(archive.reader.getByRole('alert')).toContainText('Someone else changed it meanwhile');
});
