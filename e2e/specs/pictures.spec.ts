import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { completeSignIn } from '../../tools/headless-sign-in/complete-sign-in.ts';
import { openAt, openLive } from '../fixtures/signed-in.ts';
import { smallPng } from '../fixtures/small-png.ts';
import { expect, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';
import { LiveView } from '../pages/live-view.ts';
import { MissionControl } from '../pages/mission-control.ts';
import { Report } from '../pages/report.ts';
import { SignIn } from '../pages/sign-in.ts';

const folder = resolve(import.meta.dirname, '../../docs/pictures');
/** Pictures live in the repository for ever, so they are kept small. */
const LARGEST = 150_000;

async function picture(page: Page, name: string): Promise<void> {
  const path = resolve(folder, `${name}.png`);
  await page.mouse.move(4, 4);
  const small = smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  expect(small.length, `${name}.png is too large`).toBeLessThanOrEqual(LARGEST);
  await mkdir(folder, { recursive: true });
  await writeFile(path, small);
}

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox')).toHaveCount(0);
}

test.use({ simulatorFlags: ['--conversations', '60', '--seed', '7'] });

test('pictures of every screen', async ({ simulator, open }) => {
  test.setTimeout(180_000);
  const console = await openAt(simulator, open);
  const { window } = console;
  const live = new LiveView(window);
  const signIn = new SignIn(window);
  await expect(signIn.heading).toBeVisible();
  await picture(window, 'sign-in');
  await signIn.start();
  const url = await console.nextOpened();
  await picture(window, 'signing-in');
  await completeSignIn(url, { account: 'Avery Tremblay' });
  await signIn.keepInMemory();
  await new Frame(window).switchTenant('Northwind Utilities');
  await live.expectLive();
  await expect(live.hub('live')).toBeVisible();
  await command(window, 'dark theme');
  await picture(window, 'live-list');

  const mission = new MissionControl(window);
  await mission.show();
  await simulator.admin('incidents', { kind: 'voice-cap', cap: 3 });
  await expect(mission.tile('Voice channels used')).toHaveAttribute('data-band', 'alarm');
  await picture(window, 'mission-control');
  await command(window, 'light theme');
  await picture(window, 'mission-control-light');
  await window.getByRole('button', { name: 'Hand over…' }).click();
  await expect(window.getByRole('button', { name: 'Sign and take over' })).toBeVisible();
  await picture(window, 'hand-over-light');
  await command(window, 'dark theme');
  await picture(window, 'hand-over');
  await mission.show();
  await mission
    .tile('Voice channels used')
    .getByRole('button', { name: /^Open / })
    .click();
  await expect(window.getByRole('dialog').locator('canvas')).toBeVisible();
  await picture(window, 'metric');
  await window.keyboard.press('Escape');
  const before = console.app.windows().length;
  await window.getByRole('button', { name: /^Board/ }).click();
  await window
    .getByRole('menuitem', { name: /^Wallboard on/ })
    .first()
    .click();
  await expect.poll(() => console.app.windows().length).toBe(before + 1);
  const wallboard = console.app.windows().find((page) => page !== window);
  if (wallboard === undefined) throw new Error('No wallboard.');
  await wallboard.setViewportSize({ width: 1920, height: 1080 });
  await expect(wallboard.getByTestId('wallboard').locator('canvas').first()).toBeVisible();
  await picture(wallboard, 'wallboard');
  await wallboard.close();
  await new Frame(window).openView('Live View');
  await live.expectLive();

  await live.openAiConversation('Web');
  await expect(live.messages.first()).toBeVisible();
  await picture(window, 'conversation');
  await simulator.faults({ kind: 'conflict', operation: 'csrTakeOver', times: 1 });
  await live.action('Take over').click();
  await expect(live.notice).toBeVisible();
  await picture(window, 'conflict');
  await live.action('Take over').click();
  await live.reply('Hello, this is Avery. I have read everything above, so you need not repeat it.');
  await expect(live.replyField).toHaveValue('');
  await live.replyField.fill('I am checking your account now.');
  await picture(window, 'reply');
  await simulator.faults({ kind: 'unavailable', operation: 'addCsrMessage', times: 1, retryAfterSeconds: 20 });
  await live.sendReply();
  await expect(live.notice).toBeVisible();
  await picture(window, 'reply-refused');

  await command(window, 'light theme');
  await picture(window, 'conversation-light');
  await live.close();
  await picture(window, 'live-list-light');
  const speak = (language: 'en' | 'fr') => window.evaluate(`dialai.preferences.change({ language: '${language}' })`);
  await speak('fr');
  await expect(window.getByRole('heading', { name: 'Vue en direct', level: 1 })).toBeVisible();
  await picture(window, 'live-list-french');
  await speak('en');
  await expect(window.getByRole('heading', { name: 'Live View', level: 1 })).toBeVisible();
  await command(window, 'dark theme');

  await new Report(window).show();
  await picture(window, 'binding-report');
  await new Frame(window).openView('Connection');
  await picture(window, 'connection');
  await new Frame(window).openView('Preferences');
  await picture(window, 'preferences');
  await new Frame(window).openView('Live View');
  await live.expectLive();
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('combobox')).toBeVisible();
  await picture(window, 'palette');
  await window.keyboard.press('Escape');

  await simulator.kill();
  await expect(window.getByText(/You see the state of/)).toBeVisible();
  await picture(window, 'not-live');
});

/** Contacts as a spreadsheet leaves them: most are good, some are cut, doubled, rounded or formulas. */
async function messyManifest(): Promise<string> {
  const path = resolve(await mkdtemp(join(tmpdir(), 'dialai-pictures-')), 'contacts-november.csv');
  const number = (nth: number) => `+1416555${String(nth).padStart(4, '0')}`;
  const good = Array.from({ length: 240 }, (_, nth) => `${number(nth)},Ann ${nth},America/Toronto,${40 + nth}.50`);
  const bad = [
    '416-555-01,Bob Roy,,12.00',
    `${number(3)},Cid Singh,,8.25`,
    '4.16555E+09,Dee Côté,,19.90',
    `${number(301)},=SUM(A1),,5.00`,
    `${number(302)},Eve Haddad,America/Torono,7.00`,
    ',Fay Okafor,,3.10',
  ];
  await writeFile(path, `phone,firstName,timeZone,balance\n${[...good, ...bad].join('\n')}\n`);
  return path;
}

test('pictures of campaigns', async ({ simulator, open }) => {
  test.setTimeout(120_000);
  const { console } = await openLive(simulator, open);
  const page = console.window;
  await new Frame(page).switchTenant('Northwind Utilities');
  await command(page, 'dark theme');
  await new Frame(page).openView('Campaigns');
  const running = page.getByRole('table', { name: 'Campaigns' }).getByRole('row').filter({ hasText: 'Running' });
  await running.first().getByRole('button').click();
  await expect(page.getByTestId('dispatcher-state')).toHaveText('Running');
  await expect(page.getByRole('region', { name: 'Dispositions' }).locator('svg').first()).toBeVisible();
  await picture(page, 'campaign');
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(page.getByRole('alertdialog').getByText('Expected end, by the console')).toBeVisible();
  await picture(page, 'blast-radius');
  await page.keyboard.press('Escape');
  const file = await messyManifest();
  await console.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await page.getByRole('button', { name: 'Manifest', exact: true }).click();
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByRole('grid', { name: 'Rows that are not accepted' }).getByRole('row').nth(6)).toBeVisible();
  await picture(page, 'manifest-check');
  await page.getByRole('button', { name: 'Back to the campaign' }).click();
  await page.getByRole('button', { name: 'New campaign' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeVisible();
  await picture(page, 'new-campaign');
  await page.goBack();
  await expect(page.getByTestId('dispatcher-state')).toBeVisible();
  await page.getByRole('button', { name: 'Contacts', exact: true }).click();
  await page
    .getByRole('grid')
    .getByRole('row', { name: /Waits for retry|To call/ })
    .first()
    .click();
  await expect(
    page.getByRole('complementary', { name: 'Contact' }).getByText('Why it is not called now'),
  ).toBeVisible();
  await picture(page, 'contacts');
  await page.getByRole('button', { name: 'Pause all dispatchers' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Pause all now' }).click();
  await expect(page.getByRole('button', { name: /^Restore/ })).toBeEnabled();
  await picture(page, 'panic');
});

test('pictures of what is read, handed on and watched', async ({ simulator, open }) => {
  test.setTimeout(180_000);
  const { console } = await openLive(simulator, open);
  const page = console.window;
  const frame = new Frame(page);
  await frame.switchTenant('Northwind Utilities');
  await command(page, 'dark theme');
  await frame.openView('Conversations');
  const search = page.getByRole('combobox', { name: 'Search conversations' });
  await search.fill('"account number" speaker:ai status:completed');
  await search.press('Enter');
  const found = page.getByRole('grid', { name: 'Conversations' });
  await expect(found.locator('mark').first()).toBeVisible();
  await picture(page, 'search');
  await found.getByRole('row').nth(1).click();
  const reader = page.getByRole('region', { name: 'Conversation', exact: true });
  await expect(reader.getByRole('article').first()).toBeVisible();
  await picture(page, 'reader');
  await page.getByRole('button', { name: 'Quality review…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Draw', exact: true }).click();
  const sample = page.getByRole('complementary', { name: 'Conversations of the sample' });
  await expect(sample.getByRole('listitem').first()).toBeVisible();
  await picture(page, 'quality-sample');
  await sample.getByRole('listitem').first().getByRole('button').click();
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.evaluate(`dialai.preferences.change({ language: 'fr' })`);
  await expect(page.getByRole('heading', { name: 'Évaluation de qualité', level: 1 })).toBeVisible();
  await picture(page, 'quality-review-french');
  await page.evaluate(`dialai.preferences.change({ language: 'en' })`);
  await expect(page.getByRole('heading', { name: 'Quality review', level: 1 })).toBeVisible();
  await frame.openView('Inbox');
  await expect(page.getByRole('heading', { name: /^Queue/ })).toBeVisible();
  await picture(page, 'inbox');
  await frame.openView('Watch wall');
  await expect(page.getByRole('article').first()).toBeVisible();
  await picture(page, 'wall');
  await frame.openView('Alerts');
  await expect(page.getByRole('heading', { name: 'Alerts', level: 1 })).toBeVisible();
  await picture(page, 'alerts');
  await frame.openView('Safety');
  await expect(page.getByRole('heading', { name: 'Panic key' })).toBeVisible();
  await picture(page, 'safety');
  await frame.openView('Do-not-call');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  await picture(page, 'do-not-call');
  await frame.openView('Journal');
  await expect(page.getByRole('heading', { name: 'Journal', level: 1 })).toBeVisible();
  await picture(page, 'journal');
});
