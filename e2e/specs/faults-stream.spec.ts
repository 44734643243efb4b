import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { observe } from '../fixtures/observer.ts';
import { openLive } from '../fixtures/signed-in.ts';
import type { Simulator } from '../fixtures/simulator.ts';
import { expect, STILL, test } from '../fixtures/test.ts';
import { expectRowsOf, expectTranscriptOf } from '../pages/live-table.ts';

/** Lets the world go on by a minute in small steps: its clock is driven, so what happens is the same in every run. */
async function aMinutePasses(simulator: Simulator): Promise<void> {
  for (let second = 0; second < 60; second += 4) await simulator.admin('clock/advance', { ms: 4000 });
}

test.describe('a stream that misbehaves', () => {
  test.use({ simulatorFlags: ['--conversations', '50', ...STILL] });

  const faults = {
    'is cut again and again': [{ kind: 'cut-stream', every: 6 }],
    'repeats events and mixes up their order': [
      { kind: 'duplicate-events', every: 3 },
      { kind: 'reorder-events', every: 4 },
    ],
    'sends events that cannot be read': [{ kind: 'malformed-events', every: 5 }],
    'withdraws the token': [{ kind: 'unauthorized-mid-stream', every: 6, times: 6 }],
  };

  test('leaves list, transcript and typed text whole, whatever it does', async ({ simulator, open }) => {
    const { console, live } = await openLive(simulator, open);
    const observer = await observe(simulator);
    await live.openAiConversation('');
    const id = await live.openId();
    await live.action('Take over').click();
    await live.replyField.fill('Half a sentence that nobody has');
    for (const [what, rules] of Object.entries(faults)) {
      await test.step(what, async () => {
        for (const rule of rules) await simulator.faults(rule);
        await aMinutePasses(simulator);
        await simulator.clearFaults();
        await simulator.admin('act', {
          action: 'reply',
          tenant: observer.tenant,
          transcriptId: id,
          userId: 'u-avery',
          text: `Said while the stream ${what}`,
        });
        await expectTranscriptOf(console.window, observer, id);
        await expect(live.detail.getByText(`Said while the stream ${what}`)).toHaveCount(1);
        await expect(live.replyField).toHaveValue('Half a sentence that nobody has');
      });
    }
    await console.window.keyboard.press('Escape');
    await live.close();
    await expectRowsOf(console.window, observer);
  });

  test('falls silent without an end: this is noticed, said, and healed', async ({ simulator, open }) => {
    const { console, live } = await openLive(simulator, open);
    const observer = await observe(simulator);
    await simulator.faults({ kind: 'stall-stream', every: 3, times: 1 });
    const noticed = live.notLive();
    await aMinutePasses(simulator);
    await noticed;
    await expect(live.hub('live')).toBeVisible({ timeout: 20_000 });
    await expectRowsOf(console.window, observer);
  });
});

test.describe('an instance that dies', () => {
  const state = join(mkdtempSync(join(tmpdir(), 'dialai-identity-')), 'identity.json');
  test.use({
    simulatorFlags: ['--conversations', '50', ...STILL, '--identity-state', state],
  });

  test('is told, and when it is back the list is its list and the typed text is kept', async ({ simulator, open }) => {
    const { console, live } = await openLive(simulator, open);
    await live.openAiConversation('');
    const id = await live.openId();
    await live.action('Take over').click();
    await live.replyField.fill('Typed before the instance died');

    await simulator.kill();
    await expect(live.hub('reconnecting').or(live.hub('offline'))).toBeVisible();
    await expect(console.window.getByText(/You see the state of/)).toBeVisible();
    await live.replyField.pressSequentially(', and after');

    await simulator.restart();
    await expect(live.hub('live')).toBeVisible({ timeout: 30_000 });
    const observer = await observe(simulator);
    await expectTranscriptOf(console.window, observer, id);
    await expect(live.replyField).toHaveValue('Typed before the instance died, and after');
    await live.close();
    await expectRowsOf(console.window, observer);
  });
});
