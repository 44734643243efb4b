import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, STILL, test } from '../fixtures/test.ts';

test.use({ simulatorFlags: ['--conversations', '20', '--transcripts', '900', ...STILL] });

test('a sample is drawn, reviewed beside the transcript with a note at a message, counted and exported', async ({
  simulator,
  open,
}) => {
  const { console } = await openLive(simulator, open);
  const { window, userData } = console;
  await window.getByRole('link', { name: 'Conversations' }).click();
  await window.getByRole('button', { name: 'Quality review…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Draw a sample' });
  await dialog.getByRole('spinbutton', { name: 'How many' }).fill('3');
  await dialog.getByRole('textbox', { name: 'Seed' }).fill('kestrel');
  await dialog.getByRole('button', { name: 'Draw', exact: true }).click();
  const items = window.getByRole('complementary', { name: 'Conversations of the sample' });
  await expect(items.getByRole('listitem')).toHaveCount(3);
  await items.getByRole('listitem').first().getByRole('button').click();

  const reader = window.getByRole('region', { name: 'Conversation', exact: true });
  const review = window.getByRole('region', { name: 'Review' });
  await reader.getByRole('button', { name: 'Note at this message' }).first().click();
  await review.getByRole('textbox', { name: /^Note at \d/ }).fill('Greets before it listens: hydrangea');
  for (const group of await review.getByRole('group').all())
    await group.getByRole('radio', { name: /^(Pass|4)$/ }).check();
  await expect(review.getByText(/^Draft, kept at/)).toBeVisible();

  await test.step('a draft outlives the window, and no word of it is lost', async () => {
    await window.reload();
    await expect(review.getByRole('textbox', { name: /^Note at \d/ })).toHaveValue(/hydrangea/);
  });
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await review.getByRole('button', { name: 'Go to the message' }).click();
  await expect(reader.locator('[data-asked]')).toBeVisible();
  await review.getByRole('button', { name: 'Finish' }).click();
  await expect(review.getByText('Finished with 89')).toBeVisible();
  await expect(items.getByText('1 of 3 finished')).toBeVisible();
  await review.getByRole('button', { name: 'Next to review' }).click();
  await expect(review.getByText('Not begun')).toBeVisible();

  await window.getByRole('tab', { name: 'Results' }).click();
  await expect(window.getByRole('row', { name: /Right answer 1 0 80/ })).toBeVisible();
  const filePath = `${userData}/reviews.csv`;
  await console.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, filePath);
  await window.getByRole('button', { name: 'Export as CSV…' }).click();
  await expect.poll(() => readFile(filePath, 'utf8').catch(() => '')).toContain('hydrangea');
  await window.getByRole('link', { name: 'Journal' }).click();
  await expect(window.getByRole('cell', { name: 'Finish a quality review' })).toBeVisible();
});
