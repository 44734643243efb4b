import { describe, expect, test } from 'vitest';
import { silentLog } from '../storage/log.ts';
import { createLiveHub } from './hub.ts';
import { expectAgreement } from './testing/agreement.ts';
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
  const watched = new Map(
    ['c-1', 'c-2', 'c-5'].map((id) => [id, new TranscriptWindow((changed) => hub.openTranscript(id, changed))]),
  );
  const windows = [rows, ...watched.values()];
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

  expectAgreement(instance, rows, watched);
  expect(hub.status().state).toBe('live');
  hub.stop();
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
