import type { Page } from '@playwright/test';
import { observe } from '../fixtures/observer.ts';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, STILL, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';

// Nothing happens by itself, so that what is routed is what was asked for.
test.use({ simulatorFlags: ['--conversations', '60', '--transcripts', '0', ...STILL] });

// No flow of the tenant asks for these alone, so that nothing else of the world is given to the two.
const SKILLS = ['Collections', 'French'] as const;
const TENANT = 'northwind-utilities';

/** The inbox of one operator. */
class Inbox {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get assigned() {
    return this.page.getByRole('list', { name: 'Assigned to you' }).getByRole('listitem');
  }

  /** What the operator has in this state. */
  held(state: 'open' | 'ringing') {
    return this.page.locator(`[data-assignment=${state}]`);
  }

  get waiting() {
    return this.page.getByRole('list', { name: 'Queue' }).getByRole('listitem');
  }

  async be(availability: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Availability' }).selectOption({ label: availability });
  }

  /** Takes only these skills, and calls or not. */
  async configure(skills: readonly string[], calls: boolean): Promise<void> {
    await this.page.getByRole('button', { name: 'Configure inbox' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Personal configuration' });
    const offered = dialog.getByRole('group', { name: 'Skills' }).getByRole('checkbox');
    await expect(offered.first()).toBeVisible();
    for (const skill of await offered.all()) await skill.setChecked(false);
    for (const skill of skills) await dialog.getByRole('checkbox', { name: skill }).setChecked(true);
    await dialog.getByRole('checkbox', { name: 'Voice calls' }).setChecked(calls);
    if (calls) await dialog.getByRole('textbox', { name: 'Mobile phone number' }).fill('+14165550123');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  }
}

test('two agents: routed by skill, rung in turn, given back on leaving, wrapped up with notes', async ({
  simulator,
  open,
}) => {
  // Two consoles start, each with its own Chromium.
  test.setTimeout(90_000);
  const enter = async (account: string) => {
    const { console } = await openLive(simulator, open, { account });
    const frame = new Frame(console.window);
    const tenant = console.window.getByRole('banner').getByText('Northwind Utilities');
    if (!(await tenant.isVisible())) await frame.switchTenant('Northwind Utilities');
    await frame.openView('Inbox');
    return new Inbox(console.window);
  };
  const [avery, morgan] = await Promise.all([enter('Avery Tremblay'), enter('Morgan Roy')]);
  const observer = await observe(simulator, TENANT);
  const ofAi = (await observer.live()).filter(
    ({ handledBy, status }) => handledBy.kind === 'ai' && status === 'in-progress',
  );
  const ask = async (platform: string, skills: readonly string[]): Promise<string> => {
    const at = ofAi.findIndex((one) => one.platform === platform);
    const [one] = at < 0 ? [] : ofAi.splice(at, 1);
    if (one === undefined) throw new Error(`the AI has no conversation on ${platform}`);
    const { transcriptId } = one;
    await simulator.admin('act', { action: 'ask-for-person', tenant: TENANT, transcriptId, userId: 'u-avery', skills });
    return transcriptId;
  };
  const holderOf = async (id: string) =>
    (await observer.live()).find(({ transcriptId }) => transcriptId === id)?.handledBy.name;

  await Promise.all([avery.configure(['Collections'], true), morgan.configure(SKILLS, true)]);

  const chat = await test.step('what asks for a skill waits for whoever has it, by name, for how long', async () => {
    const id = await ask('webchat', SKILLS);
    await expect(avery.waiting.filter({ hasText: /CollectionsFrench/, hasNotText: 'Billing' })).toHaveCount(1);
    await avery.page.getByRole('button', { name: 'Fits my skills' }).click();
    await expect(avery.page.getByText('What waits asks for other skills than yours.')).toBeVisible();
    await avery.be('Available');
    await expect(avery.page.locator('[data-presence=told]')).toBeVisible();
    await expect(avery.page.getByText('Connected', { exact: true })).toBeVisible();
    expect(await holderOf(id)).toBeUndefined();
    await morgan.be('Available');
    await expect(morgan.held('open')).toHaveCount(1);
    await expect(avery.assigned).toHaveCount(0);
    expect(await holderOf(id)).toBe('Morgan Roy');
    await expect(avery.page.getByRole('row', { name: /Morgan Roy.*Available/ }).getByText('1/3')).toBeVisible();
    return id;
  });

  await test.step('a call rings at one, and at the other when it is not answered; the console says that it carries none', async () => {
    await ask('voice', ['Collections']);
    await expect(avery.held('ringing')).toHaveCount(1);
    await expect(avery.page.getByText(/the console carries no voice/).first()).toBeVisible();
    await expect(morgan.held('ringing')).toHaveCount(0);
    await simulator.admin('clock/advance', { ms: 26_000 });
    await expect(morgan.held('ringing')).toHaveCount(1);
    await expect(avery.assigned).toHaveCount(0);
  });

  await test.step('leaving says what becomes of each first; then it goes to who has the skill, or waits', async () => {
    await morgan.be('Offline');
    const asked = morgan.page.getByRole('alertdialog', { name: 'Go Offline' });
    await expect(asked).toContainText('1 conversation that the router gave you goes back to the queue.');
    await expect(asked).toContainText('1 call stops ringing for you');
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await expect(morgan.held('open')).toHaveCount(1);
    await avery.configure(SKILLS, false);
    await morgan.be('Offline');
    await asked.getByRole('button', { name: 'Go Offline' }).click();
    await expect(morgan.assigned).toHaveCount(0);
    await expect(avery.held('open')).toHaveCount(1);
    expect(await holderOf(chat)).toBe('Avery Tremblay');
  });

  await test.step('opened for messages, ended, wrapped up with notes that a refusal does not lose', async () => {
    await avery.assigned.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(avery.page.getByRole('textbox', { name: /Reply/ })).toBeVisible();
    await new Frame(avery.page).openView('Inbox');
    await avery.assigned.getByRole('button', { name: 'End', exact: true }).click();
    await avery.assigned.getByRole('button', { name: 'Wrap up…' }).click();
    const dialog = avery.page.getByRole('dialog', { name: 'Wrap up' });
    await dialog.getByRole('textbox', { name: 'Notes' }).fill('Refund promised for Friday.');
    await dialog.getByRole('textbox', { name: 'Disposition' }).fill('Solved');
    await simulator.faults({ kind: 'forbidden', operation: 'wrapUpAssignment' });
    await dialog.getByRole('button', { name: 'Finish' }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: 'Notes' })).toHaveValue('Refund promised for Friday.');
    await simulator.clearFaults();
    await dialog.getByRole('button', { name: 'Finish' }).click();
    await expect(dialog).toBeHidden();
    await expect(avery.assigned).toHaveCount(0);
    expect(await observer.parameter(chat, 'wrapUpNotes')).toBe('Refund promised for Friday.');
  });

  await test.step('who signs out is not waited for', async () => {
    await new Frame(avery.page).signOut();
    await expect(morgan.page.getByRole('row', { name: /Avery Tremblay.*Offline/ })).toBeVisible();
  });
});
