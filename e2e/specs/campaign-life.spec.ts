import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CAMPAIGN_ADMIN, CAMPAIGN_TENANT } from '../fixtures/campaign.ts';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, STILL, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';

test.use({ simulatorFlags: ['--conversations', '20', '--campaigns', 'none', ...STILL] });

const NAME = 'Spring outage notice';
const phone = (nth: number): string => `+1416555${String(nth).padStart(4, '0')}`;

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dialai-campaign-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test('a campaign from its first field to its last call, and a second console that sees what the first does', async ({
  simulator,
  open,
}) => {
  // Two consoles start, each with its own Chromium.
  test.setTimeout(120_000);
  const file = join(folder, 'contacts.csv');
  const rows = Array.from({ length: 12 }, (_, nth) => `${phone(nth)},Ann ${nth}`);
  await writeFile(file, `phone,firstName\n${rows.join('\n')}\n416-555-01,Bob\n${phone(2)},Twice\n`);
  const enter = async () => {
    const { console } = await openLive(simulator, open, { account: CAMPAIGN_ADMIN });
    const tenant = console.window.getByRole('banner').getByText('Northwind Utilities');
    if (!(await tenant.isVisible())) await new Frame(console.window).switchTenant('Northwind Utilities');
    await console.window.evaluate(`void (location.hash = '#/campaigns')`);
    return console;
  };
  const [console, other] = await Promise.all([enter(), enter()]);
  const { window, app } = console;
  const pass = (seconds: number) => simulator.admin('clock/advance', { ms: seconds * 1000 });
  const state = window.getByTestId('dispatcher-state');
  const chosen = async () => {
    await window.getByRole('table', { name: 'Campaigns' }).getByRole('button', { name: NAME }).click();
    await expect(state).toBeVisible();
  };

  await test.step('it is created step by step, and is a draft', async () => {
    await window.getByRole('button', { name: 'New campaign' }).click();
    await window.getByRole('textbox', { name: 'Name' }).fill(NAME);
    await window.getByRole('combobox', { name: 'Flow' }).selectOption({ index: 1 });
    await window.getByRole('textbox', { name: 'Caller ID' }).fill('+1 416 555 0100');
    await window.getByRole('button', { name: 'Continue' }).click();
    await window.getByRole('textbox', { name: 'Window opens' }).fill('00:00');
    await window.getByRole('textbox', { name: 'Window closes' }).fill('24:00');
    await window.getByRole('button', { name: 'Continue' }).click();
    await window.getByRole('textbox', { name: 'Attempts a contact, at most' }).fill('1');
    await window.getByRole('button', { name: 'Create campaign' }).click();
    await expect(state).toHaveText('Draft');
  });

  await test.step('its manifest has errors, is put right and uploaded', async () => {
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, file);
    await window.getByRole('button', { name: 'Manifest' }).click();
    await window.getByRole('button', { name: 'Choose a file…' }).click();
    await window.getByRole('button', { name: 'Check the file' }).click();
    const grid = window.getByRole('grid', { name: 'Rows that are not accepted' });
    await expect(grid.getByRole('row')).toHaveCount(3);
    await grid.getByRole('row', { name: /Too short/ }).click();
    const editor = window.getByRole('complementary', { name: /^Row \d+$/ });
    await editor.getByRole('textbox', { name: 'phone' }).fill('416-555-0177');
    await editor.getByRole('button', { name: 'Save the row' }).click();
    await expect(grid.getByRole('row')).toHaveCount(2);
    await window.getByRole('button', { name: 'Continue' }).click();
    await window.getByRole('button', { name: 'Upload 13 contacts' }).click();
    const took = window.getByText('The platform took all 13 contacts that were sent.');
    // The instance takes its time to read a file, by its own clock.
    await expect
      .poll(async () => {
        await pass(1);
        return took.isVisible();
      })
      .toBe(true);
  });

  await test.step('who would be called is counted here and there, before it is started', async () => {
    await window.evaluate(`void (location.hash = '#/campaigns')`);
    await chosen();
    await window.getByRole('button', { name: 'Start', exact: true }).click();
    const ask = window.getByRole('alertdialog', { name: `Start ${NAME}?` });
    await expect(ask.getByText('13 contacts may be called right now.')).toBeVisible();
    await expect(ask.getByText('The instance counts the same.')).toBeVisible();
    await ask.getByRole('button', { name: 'Start' }).click();
    await expect(state).toHaveText('Running');
  });

  await test.step('the second console sees it run, and its pause is seen by the first', async () => {
    const theirs = other.window;
    await theirs.getByRole('table', { name: 'Campaigns' }).getByRole('button', { name: NAME }).click();
    await expect(theirs.getByTestId('dispatcher-state')).toHaveText('Running');
    await theirs.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(theirs.getByTestId('dispatcher-state')).toHaveText('Paused');
    await expect(state).toHaveText('Paused');
    await window.getByRole('button', { name: 'Resume', exact: true }).click();
    const ask = window.getByRole('alertdialog', { name: `Resume ${NAME}?` });
    await expect(ask.getByText('13 contacts may be called right now.')).toBeVisible();
    await ask.getByRole('button', { name: 'Resume' }).click();
    await expect(state).toHaveText('Running');
  });

  await test.step('calls become conversations: one of them is opened in Live View', async () => {
    await pass(20);
    await window.getByRole('button', { name: 'Contacts', exact: true }).click();
    const grid = window.getByRole('grid', { name: `Contacts of ${NAME}` });
    await expect(grid.getByRole('row')).toHaveCount(14);
    await grid
      .getByRole('row', { name: /In call/ })
      .first()
      .click();
    const contact = window.getByRole('complementary', { name: 'Contact' });
    await contact.getByRole('button', { name: 'Open in Live View' }).click();
    await expect(window.getByRole('button', { name: 'Take over' })).toBeVisible();
    await expect(window).toHaveURL(new RegExp(`#/live/${CAMPAIGN_TENANT}/`));
  });

  await test.step('the panic key pauses it, tells so, and exactly it is restored', async () => {
    await window.getByRole('button', { name: 'Pause all dispatchers' }).click();
    await window.getByRole('alertdialog').getByRole('button', { name: 'Pause all now' }).click();
    const report = window.getByTestId('panic-report');
    await expect(report).toContainText('1 paused, 0 were paused before, 0 refused, 0 unknown');
    await expect(report.getByRole('row', { name: NAME })).toContainText('paused');
    await expect(other.window.getByTestId('dispatcher-state')).toHaveText('Paused');
    await report.getByRole('button', { name: 'Restore 1…' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Resume 1 campaign' }).click();
    await window.getByRole('button', { name: 'Send now' }).click();
    await expect(report.getByRole('row', { name: NAME })).toContainText('resumed');
    await expect(other.window.getByTestId('dispatcher-state')).toHaveText('Running');
  });

  await test.step('a contact that was skipped says why it is not called, and is retried; the campaign completes', async () => {
    await window.evaluate(`void (location.hash = '#/campaigns')`);
    await chosen();
    await window.getByRole('button', { name: 'Contacts', exact: true }).click();
    const grid = window.getByRole('grid', { name: `Contacts of ${NAME}` });
    await grid
      .getByRole('row', { name: /To call/ })
      .last()
      .click();
    const contact = window.getByRole('complementary', { name: 'Contact' });
    await contact.getByRole('button', { name: 'Skip…' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Skip 1 contact' }).click();
    await window.getByRole('button', { name: 'Send now' }).click();
    await expect(contact.getByText('Somebody skipped it.')).toBeVisible();
    await contact.getByRole('button', { name: 'Retry…' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Retry 1 contact' }).click();
    await window.getByRole('button', { name: 'Send now' }).click();
    await expect(contact.getByText('Somebody skipped it.')).toBeHidden();
    await pass(900);
    await expect(contact.getByText('Attempt 1', { exact: true })).toBeVisible();
    await window.getByRole('button', { name: 'Back to the campaign' }).click();
    await expect(state).toHaveText('Completed');
  });

  await window.getByRole('link', { name: 'Journal' }).click();
  const journal = window.getByRole('table');
  for (const act of ['Create a campaign', 'Start a campaign', 'Pause all dispatchers', 'Retry a contact'])
    await expect(journal.getByText(act).first()).toBeVisible();
});
