import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Console } from '../fixtures/console.ts';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, STILL, test } from '../fixtures/test.ts';

test.use({ simulatorFlags: ['--conversations', '20', '--transcripts', '400', ...STILL] });

/** The vault of a desktop; the machine that runs tests has none of its own that counts as one. */
const withVault = (console: Console) =>
  console.app.evaluate(({ safeStorage }) => {
    safeStorage.setUsePlainTextEncryption(true);
    Object.assign(safeStorage, {
      getSelectedStorageBackend: () => 'gnome_libsecret',
      isAsyncEncryptionAvailable: async () => true,
    });
  });

async function everyFile(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const isDesk = (file: string) => /desk-[0-9a-f]+\.sealed/.test(file);

test('what was opened is found and read without the instance, sealed on the disk, and wiped at sign-out', async ({
  simulator,
  open,
}) => {
  const { console } = await openLive(simulator, open, { policy: { desk: { wipeAtSignOut: true } } });
  const { window, userData } = console;
  await withVault(console);
  await window.getByRole('link', { name: 'Conversations' }).click();
  const table = window.getByRole('grid', { name: 'Conversations' });
  await window.getByRole('button', { name: 'Offline desk' }).click();
  await window.getByRole('button', { name: 'Turn on' }).click();
  await expect(window.getByText('On', { exact: true })).toBeVisible();
  await expect(window.getByRole('checkbox', { name: /Delete all of it when I sign out/ })).toBeDisabled();
  await expect(window.getByRole('checkbox', { name: /Delete all of it when I sign out/ })).toBeChecked();
  await window.keyboard.press('Escape');

  const search = window.getByRole('combobox', { name: 'Search conversations' });
  await search.fill('"account number" speaker:ai status:completed');
  await search.press('Enter');
  await expect(table.locator('mark').first()).toHaveText(/account number/i);
  await table.getByRole('row').nth(1).click();
  const reader = window.getByRole('region', { name: 'Conversation', exact: true });
  await expect(reader.getByText(/account number/i).first()).toBeVisible();
  await window.getByRole('button', { name: 'Read again' }).click();
  await expect(table.getByLabel(/Also on this machine/)).toHaveCount(1);

  await test.step('no word of it is in clear in any file', async () => {
    const files = await everyFile(userData);
    expect(files.filter(isDesk)).not.toEqual([]);
    const held: string[] = [];
    for (const file of files)
      if (/account number/i.test((await readFile(file).catch(() => Buffer.alloc(0))).toString('latin1')))
        held.push(file);
    expect(held).toEqual([]);
  });

  await reader.getByRole('button', { name: 'Close' }).click();
  await test.step('a regular expression is looked for on this machine alone, and one that cannot be read is told', async () => {
    await search.fill('/acc(oun)t\\s+number/ speaker:ai');
    await search.press('Enter');
    await expect(window.getByText(/The instance cannot look for regular expressions/)).toBeVisible();
    await expect(table.locator('mark').first()).toHaveText(/account number/i);
    await search.fill('/acc(oun/');
    await search.press('Enter');
    await expect(window.getByText(/is not a regular expression that can be read/)).toBeVisible();
  });

  await simulator.kill();
  await search.fill('"account number" speaker:ai');
  await search.press('Enter');
  await expect(window.getByText('The instance was not reached. These are from this machine alone.')).toBeVisible({
    timeout: 30_000,
  });
  await expect(table.locator('mark').first()).toHaveText(/account number/i);
  await search.fill('"account number" speaker:customer tag:nothing');
  await search.press('Enter');
  await expect(window.getByText('No conversation matches')).toBeVisible({ timeout: 30_000 });
  await search.fill('status:completed');
  await search.press('Enter');
  await expect(table.getByLabel(/Also on this machine/)).toHaveCount(1, { timeout: 30_000 });
  await table.getByLabel(/Also on this machine/).click();
  await expect(reader.getByText(/account number/i).first()).toBeVisible();
  // A window that is loaded again has nothing read before: it is main that takes it from the desk.
  await window.reload();
  await expect(reader.getByText(/This is what this machine kept/)).toBeVisible({ timeout: 30_000 });
  await expect(reader.getByText(/account number/i).first()).toBeVisible();

  await window.getByRole('button', { name: 'Account: Avery Tremblay' }).click();
  await window.getByRole('menuitem', { name: /Sign out/ }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
  await expect.poll(async () => (await everyFile(userData)).filter(isDesk)).toEqual([]);
});

test('a policy that does not want it keeps it off', async ({ simulator, open }) => {
  const { console } = await openLive(simulator, open, { policy: { desk: { allowed: false } } });
  const { window } = console;
  await withVault(console);
  await window.getByRole('link', { name: 'Conversations' }).click();
  await window.getByRole('button', { name: 'Offline desk' }).click();
  await expect(window.getByText(/whoever manages this computer has switched it off/)).toBeVisible();
  await expect(window.getByRole('button', { name: 'Turn on' })).toHaveCount(0);
});

test('a file of the desk that was damaged, and a key that is another’s, are said, and nothing of them is touched', async ({
  simulator,
  open,
}) => {
  const { console } = await openLive(simulator, open);
  const { window, userData } = console;
  await withVault(console);
  await window.getByRole('link', { name: 'Conversations' }).click();
  await window.getByRole('button', { name: 'Offline desk', exact: true }).click();
  const dialog = window.getByRole('dialog', { name: 'Offline desk' });
  const turn = (way: 'on' | 'off') => dialog.getByRole('button', { name: `Turn ${way}` }).click();
  await turn('on');
  await expect(dialog.getByText('On', { exact: true })).toBeVisible();
  await window.keyboard.press('Escape');
  await window.getByRole('grid', { name: 'Conversations' }).getByRole('row').nth(1).click();
  await expect(window.getByRole('region', { name: 'Conversation', exact: true }).getByRole('heading')).toBeVisible();
  await window.getByRole('button', { name: 'Offline desk', exact: true }).click();
  await expect(dialog.getByText(/^1 conversations/)).toBeVisible();
  await turn('off');
  await expect(dialog.getByText('Off', { exact: true })).toBeVisible();
  const [file = ''] = (await everyFile(userData)).filter(isDesk).filter((name) => !name.endsWith('.key'));

  await test.step('damaged: set aside beside a new one', async () => {
    await writeFile(file, 'This is not a desk of ours.');
    await turn('on');
    await expect(dialog.getByRole('alert')).toContainText('could not be read: it was damaged, or another’s');
    await expect(dialog.getByText(/^0 conversations/)).toBeVisible();
    const kept = await Promise.all(
      (await everyFile(userData)).filter(isDesk).map((name) => readFile(name).then(String)),
    );
    expect(kept).toContain('This is not a desk of ours.');
    await turn('off');
  });

  await test.step('a key that the vault does not open: closed, and left as it is', async () => {
    const foreign = Buffer.from('v10 of another keyring').toString('base64');
    await writeFile(`${file}.key`, foreign);
    await turn('on');
    await expect(dialog.getByText(/the vault does not open the key that is here/)).toBeVisible();
    expect(String(await readFile(`${file}.key`))).toBe(foreign);
    await dialog.getByRole('button', { name: 'Delete all' }).click();
    await window.getByRole('alertdialog').getByRole('button', { name: 'Delete all' }).click();
    await turn('on');
    await expect(dialog.getByText('On', { exact: true })).toBeVisible();
  });
});
