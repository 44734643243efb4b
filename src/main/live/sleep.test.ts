import { expect, test } from 'vitest';
import type { OperationId } from '../../shared/models/operation.ts';
import { silentLog } from '../storage/log.ts';
import { createLiveHub } from './hub.ts';
import { expectAgreement } from './testing/agreement.ts';
import { DrivenClock } from './testing/driven-clock.ts';
import { FakeInstance } from './testing/fake-instance.ts';
import type { Numbering } from './testing/fake-world.ts';
import { seededRandom } from './testing/random.ts';
import { RowsWindow, TranscriptWindow } from './testing/window-model.ts';

/** More seeds by the soak run, as in convergence.test.ts. */
const SEEDS = Number(process.env['SOAK_SEEDS'] ?? 4);
const FIRST_SEED = Number(process.env['SOAK_SEED'] ?? 1);
const seeds = Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index);

const ASLEEP_MS = 600_000;
/** What the machine may take after it woke until every window shows what is. */
const CONSISTENT_MS = 2_000;

interface Sleep {
  readonly numbering?: Partial<Numbering>;
  readonly lacks?: readonly OperationId[];
  /** The system tells that it woke up; else the hub notices by its late timers. */
  readonly told: boolean;
  /** Whether the connection of before the sleep looks open still, or was cut meanwhile. */
  readonly socket: 'stalled' | 'cut';
}

const SLEEPS: readonly (readonly [string, Sleep])[] = [
  ['told by the system, the old connection looks open', { told: true, socket: 'stalled' }],
  ['told by the system, the old connection is cut', { told: true, socket: 'cut' }],
  ['told by nobody, the old connection looks open', { told: false, socket: 'stalled' }],
  ['an instance without stream ids', { told: true, socket: 'stalled', numbering: { streamIds: false } }],
  [
    'an instance that numbers only revisions and messages',
    { told: true, socket: 'cut', numbering: { sequences: false, streamIds: false } },
  ],
  ['an instance that is polled', { told: true, socket: 'cut', lacks: ['conversations.stream'] }],
];

/** Ten busy minutes pass while the machine sleeps; it wakes; two seconds later all is compared. */
async function run(seed: number, { numbering = {}, lacks = [], told, socket }: Sleep): Promise<void> {
  const random = seededRandom(seed);
  const clock = new DrivenClock();
  const instance = new FakeInstance({ clock, random, numbering, lacks, buffer: 200 });
  for (let index = 0; index < 40; index++) instance.world.start();
  let wake = (): void => undefined;
  const hub = createLiveHub({
    api: instance,
    clock,
    random,
    log: silentLog,
    power: {
      onResume: (listener) => {
        wake = listener;
        return () => undefined;
      },
    },
  });
  hub.start();
  const rows = new RowsWindow((changed) => hub.openRows(changed));
  const watched = new Map(
    ['c-1', 'c-2', 'c-5'].map((id) => [id, new TranscriptWindow((changed) => hub.openTranscript(id, changed))]),
  );
  const pump = () => {
    for (const window of [rows, ...watched.values()]) window.pump();
  };
  for (let second = 0; second < 20; second++) {
    for (let events = 0; events < 4; events++) instance.world.happen(random);
    await clock.advance(1_000);
    pump();
  }

  if (socket === 'stalled') instance.stall();
  for (let events = 0; events < 2_000; events++) instance.world.happen(random);
  clock.sleep(ASLEEP_MS);
  if (socket === 'cut') instance.cut();
  if (told) wake();
  await clock.advance(CONSISTENT_MS);
  pump();

  expectAgreement(instance, rows, watched);
  expect(hub.status().state).toBe(lacks.length === 0 ? 'live' : 'polling');
  hub.stop();
}

test.each(SLEEPS.flatMap(([what, sleep]) => seeds.map((seed) => [what, seed, sleep] as const)))(
  'after ten minutes of sleep all is as it is within 2 s: %s (seed %i)',
  async (_what, seed, sleep) => {
    await run(seed, sleep);
  },
);
