import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { expect, test } from '../fixtures/test.ts';
import { SignIn } from '../pages/sign-in.ts';

const looks = [
  { theme: 'dark', contrast: 'system', language: 'en' },
  { theme: 'light', contrast: 'system', language: 'fr' },
] as const;
const highContrast = [
  { theme: 'dark', contrast: 'more', language: 'en' },
  { theme: 'light', contrast: 'more', language: 'fr' },
] as const;
type Look = (typeof looks | typeof highContrast)[number];

test('no screen has a fault that axe can find, dark and light, in English and French', async ({
  simulator,
  systemBrowser,
  open,
}) => {
  // Two looks of twenty-two screens, two more of three; a search of one takes axe half a second, more on a busy machine.
  test.setTimeout(480_000);
  const console = await open();
  const { window } = console;

  const check = async (screen: string, more: readonly Look[] = []): Promise<void> => {
    for (const look of [...looks, ...more]) {
      await dress(window, look);
      const { violations, passes } = await analyze(window);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
      const faults = violations.map(({ id, impact, nodes }) => ({
        id,
        impact,
        where: nodes.slice(0, 3).map(({ target, failureSummary }) => [target.join(' '), failureSummary]),
      }));
      expect.soft(faults, `${screen}, ${look.theme}, contrast ${look.contrast}, ${look.language}`).toEqual([]);
    }
    await dress(window, looks[0]);
  };

  await expect(new SignIn(window).heading).toBeVisible();
  await window.getByRole('button', { name: 'Use another instance' }).click();
  await window.getByText('Advanced', { exact: true }).click();
  await check('sign-in');
  await window.getByText('Advanced', { exact: true }).click();

  const live = await signInAs(console, systemBrowser, simulator.url);
  await check('Live View', highContrast);
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('combobox', { name: 'Search or run a command' })).toBeVisible();
  await check('palette');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);

  await live.openAiConversation('Web');
  await live.action('Take over').click();
  await expect(live.replyField).toBeVisible();
  await expect(live.detail.getByRole('img', { name: /states visited/ })).toBeVisible();
  await check('conversation', highContrast);
  await live.detail.getByRole('button', { name: 'Wide: the flow beside the transcript' }).click();
  await expect(live.detail.getByRole('heading', { name: 'Sentiment' })).toBeVisible();
  await check('conversation beside its flow');
  await live.detail.getByRole('button', { name: 'Narrow: the flow above the transcript' }).click();
  await live.action('Hand back…').click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await check('dialog');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();

  // By night a wall is dark whatever the look.
  const show = (shows: string) => {
    const wall = { tenant: 'maritime-telecom', display: 'window', layout: { shows, night: false } };
    return window.evaluate(`dialai.windows.setWall(${JSON.stringify(wall)})`);
  };
  await show('boards');
  await window.evaluate("void (location.hash = '#/wall')");
  await expect(window.getByTestId('wallboard').getByRole('heading').first()).toBeVisible();
  await check('wallboard');
  await show('transcripts');

  for (const [place, ready] of [
    ['mission-control', 'slider'],
    ['conversations', 'grid'],
    ['quality', 'tab'],
    ['inbox', 'list'],
    ['campaigns/new', 'textbox'],
    ['do-not-call', 'grid'],
    ['safety', 'textbox'],
    ['campaigns', 'table'],
    ['wall', 'button'],
    ['alerts', 'heading'],
    ['hand-over', 'textbox'],
    ['journal', 'heading'],
    ['keys', 'searchbox'],
    ['api', 'table'],
    ['preferences', 'combobox'],
    ['connection', 'textbox'],
  ] as const) {
    await window.evaluate(`void (location.hash = '#/${place}')`);
    await expect(window.getByRole('main').getByRole(ready).first()).toBeVisible();
    await check(place, place === 'alerts' ? highContrast : []);
  }

  await window.evaluate(`void (location.hash = '#/campaigns')`);
  await window.getByRole('table', { name: 'Campaigns' }).getByRole('button').nth(1).click();
  await expect(window.getByTestId('dispatcher-state')).toBeVisible();
  await expect(window.getByRole('region', { name: 'Dispositions' }).locator('svg').first()).toBeVisible();
  await check('campaign');
  await window.getByRole('button', { name: 'Contacts', exact: true }).click();
  await window.getByRole('grid').getByRole('row').nth(1).click();
  await expect(window.getByRole('complementary', { name: 'Contact' }).getByText('Attempts')).toBeVisible();
  await check('contacts');

  await test.step('control: what is wrong is found', async () => {
    await window.evaluate(`{
      document.querySelector('main').append(document.createElement('button'));
      document.querySelector('main h1').style.color = '#222';
    }`);
    const { violations } = await analyze(window);
    expect(violations.map(({ id }) => id)).toEqual(expect.arrayContaining(['button-name', 'color-contrast']));
  });
});

/** Electron has no second page to gather results in, hence the legacy mode. */
const analyze = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true).analyze();

/** Changes theme and language as the preferences do, and waits until the page wears both. */
async function dress(page: Page, look: Look): Promise<void> {
  await page.evaluate((wanted) => dialai.preferences.change(wanted), look);
  await expect(page.locator('html')).toHaveAttribute('lang', look.language);
  await expect(page.locator('html')).toHaveAttribute('data-theme', look.theme);
  await expect(page.locator('html')).toHaveAttribute('data-contrast', look.contrast === 'more' ? 'more' : 'normal');
}
