import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';

test.use({ simulatorFlags: ['--conversations', '40', '--transcripts', '6000'] });

test('a transcript is found, read, tagged with undo, flagged and exported', async ({ simulator, open }) => {
  const folder = await mkdtemp(join(tmpdir(), 'dialai-export-'));
  const { console } = await openLive(simulator, open);
  const { window } = console;
  await window.getByRole('link', { name: 'Conversations' }).click();
  const table = window.getByRole('grid', { name: 'Conversations' });
  await expect(table.getByRole('row').nth(1)).toBeVisible();

  const search = window.getByRole('combobox', { name: 'Search conversations' });
  await search.fill('risk:h');
  await window.getByRole('option', { name: 'risk:high' }).click();
  await search.press('Enter');
  await expect(table.getByText('High').first()).toBeVisible();
  await search.fill('power risk:purple');
  await search.press('Enter');
  await expect(window.getByRole('alert')).toContainText('purple');
  await search.fill('"account number" speaker:ai status:completed');
  await search.press('Enter');
  await expect(table.locator('mark').first()).toHaveText(/account number/i);

  await table.getByRole('row').nth(1).click();
  const reader = window.getByRole('region', { name: 'Conversation', exact: true });
  await expect(reader.getByRole('heading', { level: 2 })).toBeVisible();
  await reader.getByRole('textbox', { name: 'Find in this transcript' }).fill('account');
  await reader.getByRole('button', { name: 'Next place', exact: true }).click();
  await expect(reader.getByRole('status').filter({ hasText: '1/' })).toBeVisible();
  await reader.getByRole('tab', { name: 'Readable' }).click();
  await expect(reader.getByText('Customer:').first()).toBeVisible();
  await reader.getByRole('tab', { name: 'Contact and views' }).click();
  await expect(reader.getByText('Avery Tremblay')).toBeVisible();
  await window.keyboard.press('j');
  await expect(reader.getByRole('heading', { level: 2 })).toBeVisible();

  await test.step('saved as PDF, whole, and nothing of it left in the page', async () => {
    const filePath = join(folder, 'one.pdf');
    await console.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, filePath);
    await reader.getByRole('button', { name: 'Save as PDF…' }).click();
    const begin = async () => (await readFile(filePath).catch(() => Buffer.alloc(0))).subarray(0, 5).toString();
    await expect.poll(begin).toBe('%PDF-');
    await expect(window.locator('.print-sheet')).toHaveCount(0);
  });

  // Played from bytes in the page: the page policy must let it.
  await search.fill('platform:voice status:completed');
  await search.press('Enter');
  await expect(table.getByText('Completed').first()).toBeVisible();
  await table.getByRole('row').nth(1).click();
  await reader.getByRole('button', { name: 'Listen to the recording' }).click();
  await expect(reader.getByLabel('Recording')).toBeVisible();
  await expect.poll(() => window.evaluate('document.querySelector("audio").duration > 0')).toBe(true);
  await search.fill('"account number" speaker:ai status:completed');
  await search.press('Enter');
  await expect(table.locator('mark').first()).toBeVisible();

  // Two are chosen; the first edit is undone, the second is sent.
  await table.getByRole('row').nth(1).focus();
  await window.keyboard.press('Space');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Space');
  await expect(window.getByText('2 selected')).toBeVisible();
  const tag = async (text: string) => {
    await window.getByRole('button', { name: 'Tags…' }).first().click();
    await window.getByRole('textbox', { name: 'New tag' }).fill(text);
    await window.getByRole('button', { name: 'Change tags' }).click();
  };
  await tag('Audit: undone');
  await window.getByRole('button', { name: 'Undo' }).click();
  await tag('Audit: sample');
  await window.getByRole('button', { name: 'Send now' }).click();
  await expect(window.getByText('2 done', { exact: false }).first()).toBeVisible();
  await search.fill('tag:"Audit:sample"');
  await search.press('Enter');
  await expect(window.getByText('2 conversations', { exact: true })).toBeVisible();
  await search.fill('tag:"Audit:undone"');
  await search.press('Enter');
  await expect(window.getByText('No conversation matches')).toBeVisible();

  await search.fill('status:abandoned');
  await search.press('Enter');
  await expect(table.getByText('Abandoned').first()).toBeVisible();
  const path = join(folder, 'abandoned.csv');
  await console.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await window.getByRole('button', { name: 'Export…' }).click();
  await window.getByRole('button', { name: 'Choose the file…' }).click();
  await expect(window.getByText('Written')).toBeVisible();
  const lines = (await readFile(path, 'utf8')).trim().split('\r\n');
  const total = await window
    .getByRole('status')
    .filter({ hasText: /conversations$/ })
    .first()
    .innerText();
  expect(lines.length - 1).toBe(Number(total.replace(/\D/g, '')));

  await test.step('two of them as one PDF', async () => {
    const filePath = join(folder, 'two.pdf');
    await console.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, filePath);
    await table.getByRole('row').nth(1).focus();
    await window.keyboard.press('Space');
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Space');
    await window.getByRole('button', { name: 'Export…' }).click();
    await window
      .getByRole('combobox', { name: 'Format' })
      .selectOption({ label: 'PDF, each conversation on its own page' });
    await window.getByRole('button', { name: 'Choose the file…' }).click();
    const pages = async () =>
      (await readFile(filePath, 'latin1').catch(() => '')).match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    await expect.poll(pages).toBeGreaterThanOrEqual(2);
    await expect(window.getByRole('dialog', { name: 'Export conversations' })).toHaveCount(0);
  });
  await rm(folder, { recursive: true, force: true });
});
