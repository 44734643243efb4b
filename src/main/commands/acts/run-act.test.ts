import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../shared/models/failure.ts';
import { silentLog } from '../../storage/log.ts';
import { MemoryJournal } from '../testing/memory-journal.ts';
import type { Act } from './act.ts';
import { createActs } from './run-act.ts';

interface Lamp {
  readonly state: 'on' | 'off';
  readonly revision: number;
}

/** A thing with one switch behind a line that can be made to fail; counts what reaches it. */
function setUp() {
  let lamp: Lamp | undefined = { state: 'off', revision: 1 };
  const sent: string[] = [];
  const journal = new MemoryJournal();
  const failing: { read?: FailureError; before?: FailureError; after?: FailureError } = {};
  let now = 0;
  const clock = {
    now: () => now,
    // Waiting costs nothing: the time is only noted.
    after: (ms: number, run: () => void) => {
      now += ms;
      queueMicrotask(run);
      return () => undefined;
    },
  };
  const run = createActs({ journal, clock, log: silentLog, me: () => ({ id: 'u-1', name: 'Avery' }) });
  const turnOn = (changes: Partial<Act<Lamp>> = {}): Act<Lamp> => ({
    name: 'turnOn',
    tenant: 'north',
    subject: { kind: 'campaign', ids: ['k-1'] },
    expected: { state: 'off', revision: 1 },
    read: async () => {
      if (failing.read !== undefined) throw failing.read;
      return lamp;
    },
    picture: ({ state, revision }) => ({ state, revision }),
    already: (it) => it?.state === 'on',
    send: async () => {
      sent.push('on');
      if (failing.before !== undefined) throw failing.before;
      lamp = { state: 'on', revision: (lamp?.revision ?? 0) + 1 };
      if (failing.after !== undefined) throw failing.after;
      return lamp;
    },
    find: (_before, it) => (it?.state === 'on' ? 'done' : 'not-done'),
    ...changes,
  });
  const phases = () => journal.records.map(({ facts }) => [facts.phase, facts.outcome].filter(Boolean).join(' '));
  return { run, turnOn, sent, journal, phases, failing, set: (next: Lamp | undefined) => (lamp = next) };
}

const lost = new FailureError('unknown-outcome', 'lost', { reason: 'connection-lost' });

describe('an act', () => {
  it('journals the intent, sends once, verifies, and journals the outcome', async () => {
    const { run, turnOn, sent, journal, phases } = setUp();
    expect(await run(turnOn({ facts: { contacts: 3 } }))).toEqual({
      outcome: 'done',
      now: { state: 'on', revision: 2 },
    });
    expect(sent).toHaveLength(1);
    expect(phases()).toEqual(['intent', 'sending', 'outcome done']);
    expect(journal.records[0]?.details?.intent).toMatchObject({
      name: 'turnOn',
      subject: { kind: 'campaign', ids: ['k-1'] },
      actor: { name: 'Avery' },
      expected: { status: 'off', revision: 1 },
      facts: { contacts: 3 },
    });
    expect(journal.records[2]?.details?.outcome).toMatchObject({ after: { status: 'on', revision: 2 }, sent: true });
  });

  it('is not sent when the thing is not as it was on screen, and says what differs', async () => {
    const { run, turnOn, sent, phases, set } = setUp();
    set({ state: 'off', revision: 5 });
    expect(await run(turnOn())).toMatchObject({
      outcome: 'refused',
      failure: { code: 'stale' },
      differences: [{ field: 'revision', before: '1', now: '5' }],
      now: { revision: 5 },
    });
    expect(sent).toEqual([]);
    expect(phases()).toEqual(['intent', 'outcome refused']);
  });

  it('is done without sending where it is so already', async () => {
    const { run, turnOn, sent, set } = setUp();
    set({ state: 'on', revision: 9 });
    expect(await run(turnOn())).toMatchObject({ outcome: 'done', now: { revision: 9 } });
    expect(sent).toEqual([]);
  });

  it('is not sent when it cannot be written down or the thing cannot be read', async () => {
    const { run, turnOn, sent, journal, failing } = setUp();
    journal.failing = 'intent';
    expect(await run(turnOn())).toMatchObject({ failure: { detail: { reason: 'journal-write-failed' } } });
    journal.failing = 'sending';
    expect(await run(turnOn())).toMatchObject({ outcome: 'refused', failure: { code: 'internal' } });
    journal.failing = undefined;
    failing.read = new FailureError('offline', 'no network');
    expect(await run(turnOn())).toMatchObject({ outcome: 'refused', failure: { code: 'offline' } });
    expect(sent).toEqual([]);
  });

  it('is looked after, not sent again, when its answer was lost', async () => {
    const { run, turnOn, sent, failing, phases } = setUp();
    failing.after = lost;
    expect(await run(turnOn())).toMatchObject({ outcome: 'done', now: { state: 'on' } });
    expect(sent).toHaveLength(1);
    expect(phases().at(-1)).toBe('outcome done');
  });

  it('is unknown when nothing proves either way', async () => {
    const { run, turnOn, sent, failing } = setUp();
    failing.before = lost;
    expect(await run(turnOn())).toMatchObject({ outcome: 'unknown', now: { state: 'off' } });
    expect(sent).toHaveLength(1);
    delete failing.before;
    expect(await run(turnOn({ find: () => 'not-done' }))).toMatchObject({
      outcome: 'unknown',
      failure: { detail: { reason: 'not-verified' } },
    });
  });

  it('tells a refusal of the instance with what is there now', async () => {
    const { run, turnOn, set, failing } = setUp();
    const conflict = new FailureError('conflict', 'no', { reason: 'illegal-state', state: 'on' });
    const act = turnOn({
      already: () => false,
      send: async () => {
        set({ state: 'on', revision: 2 });
        throw conflict;
      },
    });
    expect(failing.after).toBeUndefined();
    expect(await run(act)).toMatchObject({
      outcome: 'refused',
      failure: { code: 'conflict', detail: { reason: 'illegal-state' } },
      differences: [
        { field: 'state', before: 'off', now: 'on' },
        { field: 'revision', before: '1', now: '2' },
      ],
    });
  });

  it('waits its turn on one thing', async () => {
    const { run, turnOn, sent } = setUp();
    const both = await Promise.all([run(turnOn()), run(turnOn())]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(sent).toHaveLength(1);
  });
});
