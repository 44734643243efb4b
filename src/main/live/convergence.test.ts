import { describe, expect, test } from 'vitest';
import { silentLog } from '../storage/log.ts';
import { createLiveHub } from './hub.ts';
import { DrivenClock } from './testing/driven-clock.ts';
import { NO_FAULTS } from './testing/fake-connection.ts';
import { FakeInstance } from './testing/fake-instance.ts';
import type { Numbering } from './testing/fake-world.ts';
import { seededRandom } from './testing/random.ts';
import { RowsWindow, TranscriptWindow } from './testing/window-model.ts';

/** Turned up by the soak run: simulated minutes of trouble, and how many seeds. */
const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 1);
const SEEDS = Number(process.env['SOAK_SEEDS'] ?? 4);

const FIRST_SEED = Number(process.env['SOAK_SEED'] ?? 1);
const STEP_MS = 100;

/** Runs a console against an instance in trouble, then lets the trouble end, and compares. */
async function run(seed: number, numbering: Partial<Numbering>): Promise<void> {
  const random = seededRandom(seed);
  const clock = new DrivenClock();
  const instance = new FakeInstance({ clock, random, numbering, buffer: 200 });
  for (let index = 0; index < 12; index++) instance.world.start();
  const resumes: (() => void)[] = [];
  const hub = createLiveHub({
    api: instance,
    clock,
    random,
    log: silentLog,
    power: {
      onResume: (listener) => {
        resumes.push(listener);
        return () => undefined;
      },
    },
  });
  hub.start();
  const rows = new RowsWindow((changed) => hub.openRows(changed));
  const watched = ['c-1', 'c-2', 'c-5'].map((id) => new TranscriptWindow((changed) => hub.openTranscript(id, changed)));
  const windows = [rows, ...watched];
  const pump = () => {
    for (const window of windows) window.pump();
  };

  instance.faults = { duplicate: 0.05, reorder: 0.1, lose: 0.002, malform: 0.002 };
  const steps = (MINUTES * 60_000) / STEP_MS;
  for (let step = 0; step < steps; step++) {
    for (let events = Math.floor(random() * 5); events > 0; events--) instance.world.happen(random);
    const fate = random();
    if (fate < 0.008) instance.cut();
    else if (fate < 0.012) instance.stall();
    else if (fate < 0.015) instance.end();
    else if (fate < 0.018) instance.expire();
    else if (fate < 0.02) instance.restart();
    else if (fate < 0.022) for (const resumed of resumes) resumed();
    else if (fate < 0.024) clock.sleep(40_000);
    await clock.advance(STEP_MS);
    if (random() < 0.5) pump();
  }

  instance.faults = NO_FAULTS;
  // Long enough for the longest patience, the longest back-off and one audit of an instance that numbers nothing.
  await clock.advance(150_000);
  pump();

  const truth = new Map(instance.world.live().map((conversation) => [conversation.id, conversation]));
  const shown = new Map([...rows.rows].map(([id, { seenAt: _seenAt, ...conversation }]) => [id, conversation]));
  for (const [id, conversation] of shown) if (conversation.ended) shown.delete(id);
  expect(shown).toEqual(truth);
  expect(hub.status().state).toBe('live');
  for (const [index, id] of ['c-1', 'c-2', 'c-5'].entries()) {
    const window = watched[index];
    const real = instance.world.get(id);
    expect(window?.gone).toBe(real === undefined);
    if (real === undefined) continue;
    expect(window?.ordered()).toEqual(real.messages);
    expect(byIndex([...(window?.calls.values() ?? [])])).toEqual(real.functionCalls);
    expect(byIndex([...(window?.steps.values() ?? [])])).toEqual(real.transitions);
    const { seenAt: _seenAt, ...conversation } = window?.conversation ?? { seenAt: 0 };
    expect(conversation).toEqual(real.conversation);
  }
  hub.stop();
}

function byIndex<T extends { readonly index?: number }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
}

const seeds = Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index);

describe('whatever breaks on the way, the windows come to the instance’s own state, every message once and in order', () => {
  test.each(seeds)(
    'an instance that numbers its events, with events lost and mangled too (seed %i)',
    async (seed) => {
      await run(seed, {});
    },
    600_000,
  );

  test.each(seeds)(
    'an instance that does not say which run its events are of (seed %i)',
    async (seed) => {
      await run(seed, { streamIds: false });
    },
    600_000,
  );

  test.each(seeds)(
    'an instance that numbers only revisions and messages (seed %i)',
    async (seed) => {
      await run(seed, { sequences: false, streamIds: false });
    },
    600_000,
  );
});
