import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { CAMPAIGN_ADMIN, createCampaign, openManifest } from '../fixtures/campaign.ts';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';

const dialable = (nth: number): string => `+1416555${String(nth).padStart(4, '0')}`;

test.use({ simulatorFlags: ['--conversations', '40', '--campaigns', 'none'] });

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dialai-manifest-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('a manifest with errors is checked, put right, approved, uploaded and taken back', async ({ simulator, open }) => {
  const file = join(folder, 'contacts.csv');
  await writeFile(
    file,
    `phone,firstName,timeZone\n${[1, 2, 2].map((n) => `${dialable(n)},Ann,`).join('\n')}\n416-555-01,Bob,\n${dialable(5)},Cid,America/Torono\n,Dee,\n${dialable(6)},=SUM(A1),\n`,
  );
  const campaign = await createCampaign(simulator, 'Winter outage notice');
  const { console } = await openLive(simulator, open, { account: CAMPAIGN_ADMIN });
  const { window, app } = console;
  await openManifest(console, campaign.id, file);
  await expect(window.getByRole('heading', { level: 1, name: 'Winter outage notice' })).toBeVisible();
  await window.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(window.getByText(/contacts\.csv · .* · UTF-8 · comma/)).toBeVisible();
  await window.getByRole('button', { name: 'Check the file' }).click();

  const grid = window.getByRole('grid', { name: 'Rows that are not accepted' });
  await expect(grid.getByRole('row')).toHaveCount(6);
  await expect(grid.getByRole('row', { name: /Also in row 3/ })).toBeVisible();
  expect(await window.locator('body').innerText()).not.toContain(dialable(2));
  await expect(window.getByText('do-not-call list:', { exact: false })).toBeVisible();

  for (const theme of ['dark', 'light'] as const) {
    await window.evaluate((wanted) => dialai.preferences.change({ theme: wanted }), theme);
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
    expect
      .soft(
        violations.map(({ id, nodes }) => [id, nodes[0]?.target]),
        theme,
      )
      .toEqual([]);
  }

  await grid.getByRole('button', { name: 'Fix all 1' }).click();
  await expect(grid.getByRole('row')).toHaveCount(5);
  await grid.getByRole('row', { name: /Too short/ }).click();
  const editor = window.getByRole('complementary', { name: 'Row 5' });
  await editor.getByRole('textbox', { name: 'phone' }).fill('416-555-0177');
  await editor.getByRole('button', { name: 'Save the row' }).click();
  await expect(grid.getByRole('row')).toHaveCount(4);
  await window.keyboard.press('Control+z');
  await expect(grid.getByRole('row')).toHaveCount(5);
  await window.keyboard.press('Control+Shift+z');
  await expect(grid.getByRole('row')).toHaveCount(4);

  const rejects = join(folder, 'rejects.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, rejects);
  await window.getByRole('button', { name: 'Save rejects file…' }).click();
  await expect.poll(() => readFile(rejects, 'utf8').catch(() => '')).toContain("'=SUM(A1)");

  await window.getByRole('button', { name: 'Continue' }).click();
  await window.getByRole('button', { name: 'Upload 4 contacts' }).click();
  await expect(window.getByText('The platform took all 4 contacts that were sent.')).toBeVisible();
  expect([...(await campaign.contacts())].sort()).toEqual(
    [dialable(1), dialable(2), dialable(5), '+14165550177'].sort(),
  );

  await window.getByRole('button', { name: 'Reverse the import…' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Reverse the import' }).click();
  await expect(window.getByText('The contacts that were not yet called were taken back.')).toBeVisible();
  expect(await campaign.contacts()).toEqual([]);
});

test('an upload goes on after the console was killed in its middle; nothing is lost and nothing sent twice', async ({
  simulator,
  open,
  userData,
}) => {
  const file = join(folder, 'contacts.csv');
  const numbers = Array.from({ length: 500 }, (_, n) => dialable(n));
  await writeFile(file, `phone\n${numbers.join('\n')}\n`);
  const campaign = await createCampaign(simulator, 'Autumn reminders');
  const first = await openLive(simulator, open, { account: CAMPAIGN_ADMIN, userData });
  await openManifest(first.console, campaign.id, file);
  await first.console.window.getByRole('button', { name: 'Choose a file…' }).click();
  await first.console.window.getByRole('button', { name: 'Check the file' }).click();
  // The answer to the first chunk never comes while this console lives.
  await simulator.faults({ kind: 'slow-reply', operation: 'putManifestChunk', delayMs: 600_000, times: 1 });
  await first.console.window.getByRole('button', { name: 'Continue' }).click();
  await first.console.window.getByRole('button', { name: 'Upload 500 contacts' }).click();
  await expect(first.console.window.getByText('Sending', { exact: true })).toBeVisible();
  const child = first.console.app.process();
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  await simulator.clearFaults();

  const second = await openLive(simulator, open, { account: CAMPAIGN_ADMIN, userData, vaultAnswered: true });
  await openManifest(second.console, campaign.id, file);
  await expect(second.console.window.getByText('Stopped; the instance keeps what it has')).toBeVisible();
  expect(await campaign.contacts()).toEqual([]);
  await second.console.window.getByRole('button', { name: 'Resume' }).click();
  await expect(second.console.window.getByText('The platform took all 500 contacts that were sent.')).toBeVisible();
  expect([...(await campaign.contacts())].sort()).toEqual([...numbers].sort());
});
