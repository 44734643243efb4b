import { observe } from '../fixtures/observer.ts';
import { openLive } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';
import type { LiveView } from '../pages/live-view.ts';

// Nothing happens by itself, so that what happens is what the two did.
test.use({ simulatorFlags: ['--conversations', '40', '--clock', 'driven', '--heartbeat', '0.5'] });

const TENANT = 'northwind-utilities';

test('two consoles fight over one conversation: one has it, the other learns by whom, and loses nothing', async ({
  simulator,
  open,
}) => {
  // Two consoles start, each with its own Chromium.
  test.setTimeout(90_000);
  const enter = async (account: string) => {
    const { console, live } = await openLive(simulator, open, { account });
    const tenant = console.window.getByRole('banner').getByText('Northwind Utilities');
    if (!(await tenant.isVisible())) await new Frame(console.window).switchTenant('Northwind Utilities');
    await live.expectLive();
    return live;
  };
  const [avery, morgan] = await Promise.all([enter('Avery Tremblay'), enter('Morgan Roy')]);
  const observer = await observe(simulator, TENANT);
  const [first, second] = (await observer.live()).filter(
    ({ handledBy, status }) => handledBy.kind === 'ai' && status === 'in-progress',
  );
  if (first === undefined || second === undefined)
    throw new Error('the world has no two conversations of the AI agent');
  const holderOf = async (id: string) =>
    (await observer.live()).find(({ transcriptId }) => transcriptId === id)?.handledBy.name;
  const show = async (live: LiveView, id: string) => {
    await live.page.evaluate(`void (location.hash = '#/live/${TENANT}/${id}')`);
    await expect(live.action('Take over')).toBeVisible();
  };

  await test.step('each sees that the other watches', async () => {
    for (const live of [avery, morgan]) await show(live, first.transcriptId);
    await expect(avery.detail.getByText('Morgan Roy watches too')).toBeVisible();
    await expect(morgan.detail.getByText('Avery Tremblay watches too')).toBeVisible();
    await expect(avery.detail.getByText('AI running').or(avery.detail.getByText('AI writing'))).toBeVisible();
  });

  await test.step('one steps in, the other sees who has it; handed back, both may again', async () => {
    await morgan.action('Take over').click();
    await morgan.replyField.fill('I looked into the bill:');
    await expect(avery.detail.getByText(/Morgan Roy has it\. For/)).toBeVisible();
    await expect(avery.detail.getByText('AI paused')).toBeVisible();
    await morgan.action('Hand back…').click();
    await morgan.page.getByRole('textbox', { name: /Note for the AI agent/ }).fill('Be brief with the customer.');
    await morgan.page.getByRole('dialog').getByRole('button', { name: 'Hand back' }).click();
    await expect(avery.detail.getByText('AI paused')).toBeHidden();
    await expect(morgan.replyField).toHaveValue('I looked into the bill:');
  });

  await test.step('who does not hear of it yet is told by whom and when, and keeps the text', async () => {
    // One event more on each stream, about something else, then silence.
    await simulator.faults({ kind: 'stall-stream', every: 1 });
    await simulator.admin('act', {
      action: 'take-over',
      tenant: TENANT,
      transcriptId: second.transcriptId,
      userId: 'u-avery',
    });
    await avery.action('Take over').click();
    await expect(avery.replyField).toBeVisible();
    await expect(morgan.action('Take over')).toBeEnabled();
    await morgan.action('Take over').click();
    await expect(morgan.notice.getByText(/Avery Tremblay took it .* ago\./)).toBeVisible();
    await expect(morgan.notice.getByText('What you typed is kept.')).toBeVisible();
    await expect(morgan.replyField).toHaveValue('I looked into the bill:');
    expect(await holderOf(first.transcriptId)).toBe('Avery Tremblay');
    await simulator.clearFaults();
  });

  await test.step('both at once: exactly one has it', async () => {
    await simulator.admin('act', {
      action: 'hand-back',
      tenant: TENANT,
      transcriptId: second.transcriptId,
      userId: 'u-avery',
    });
    for (const live of [avery, morgan]) {
      await expect(live.hub('live')).toBeVisible();
      await show(live, second.transcriptId);
      await expect(live.action('Take over')).toBeEnabled();
    }
    await Promise.all([avery, morgan].map((live) => live.action('Take over').click()));
    await expect.poll(() => holderOf(second.transcriptId)).toMatch(/Avery Tremblay|Morgan Roy/);
    const winner = await holderOf(second.transcriptId);
    const [has, lost] = winner === 'Morgan Roy' ? [morgan, avery] : [avery, morgan];
    await expect(has.replyField).toBeVisible();
    await expect(has.notice).toHaveCount(0);
    await expect(lost.detail.getByText(new RegExp(`${winner} (took|has) it`)).first()).toBeVisible();
    await expect(lost.replyField).toHaveCount(0);
  });
});
