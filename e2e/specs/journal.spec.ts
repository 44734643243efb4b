import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';

test.use({ simulatorFlags: ['--conversations', '40', '--clock', 'driven', '--heartbeat', '0.5'] });

test('the journal tells what was done, and verifying finds whatever is done to it', async ({
  simulator,
  open,
  userData,
}) => {
  const { console, live } = await openLive(simulator, open, { userData });
  const { window } = console;
  await live.openAiConversation('');
  const id = await live.openId();
  await live.action('Take over').click();
  await live.reply('A sentence that must not be in the journal.');
  await expect(live.message('A sentence that must not be in the journal.')).toHaveCount(1);
  await live.action('Hand back…').click();
  await window.getByRole('dialog').getByRole('button', { name: 'Hand back' }).click();
  await expect(live.replyField).toHaveCount(0);
  await simulator.faults({ kind: 'conflict', operation: 'csrTakeOver', times: 1 });
  await live.action('Take over').click();
  await expect(live.notice.getByText(/Jordan Blake took it/)).toBeVisible();

  await window.getByRole('link', { name: 'Journal' }).click();
  const table = window.getByRole('table', { name: 'Operator journal' });
  const rows = table.getByRole('row').filter({ has: window.getByRole('cell') });
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(0)).toContainText(/Avery Tremblay.*Take over.*refused.*409.*Jordan Blake/);
  await expect(rows.nth(3)).toContainText(new RegExp(`Take over.*${id}.*in.progress · ai.*done`));
  await window.getByRole('combobox', { name: 'Outcome' }).selectOption('refused');
  await expect(rows).toHaveCount(1);
  await rows.getByText('Details').click();
  await expect(rows).toContainText('being sent');
  await window.getByRole('combobox', { name: 'Outcome' }).selectOption('any');
  await expect(rows).toHaveCount(4);

  const folder = join(userData, 'journal');
  const name = (await readdir(folder)).find((one) => one.endsWith('.jsonl'));
  if (name === undefined) throw new Error('there is no journal');
  const file = join(folder, name);
  const whole = await readFile(file, 'utf8');
  expect(whole).not.toContain('A sentence that must not be');
  const lines = whole.split('\n').slice(0, -1);
  expect(lines.length).toBeGreaterThan(8);
  const verdict = window.getByTestId('verdict');
  const verify = async (expected: RegExp) => {
    await window.getByRole('button', { name: 'Verify', exact: true }).click();
    await expect(verdict).toContainText(expected);
  };
  const kept = (list: readonly string[]) => writeFile(file, `${list.join('\n')}\n`);

  await verify(/^Intact: \d+ lines checked\./);
  const spoilt: readonly (readonly [string, () => Promise<void>, RegExp])[] = [
    ['a word changed', () => writeFile(file, whole.replace('refused', 'granted')), /line \d+ · edited/],
    ['a line taken out', () => kept(lines.toSpliced(3, 1)), /Not intact/],
    ['two lines swapped', () => kept(lines.with(2, lines[3] ?? '').with(3, lines[2] ?? '')), /Not intact/],
    ['a line doubled', () => kept(lines.toSpliced(2, 0, lines[2] ?? '')), /Not intact/],
    ['the end cut off', () => kept(lines.slice(0, -2)), /its end is missing/],
  ];
  for (const [what, spoil, found] of spoilt) {
    await test.step(what, async () => {
      await spoil();
      await verify(found);
      await writeFile(file, whole);
      await verify(/^Intact/);
    });
  }

  await test.step('the record of its end removed', async () => {
    const head = join(folder, 'journal.head');
    await rename(head, `${head}.away`);
    await verify(/record of its end is missing/);
    await rename(`${head}.away`, head);
    await verify(/^Intact/);
  });

  await test.step('exported as it is shown', async () => {
    const target = join(userData, 'export.csv');
    await console.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    }, target);
    await window.getByRole('button', { name: 'Export as CSV…' }).click();
    await expect.poll(() => readFile(target, 'utf8').catch(() => '')).toContain(id);
    expect((await readFile(target, 'utf8')).trimEnd().split('\r\n')).toHaveLength(5);
  });
});
