import { beforeEach, describe, expect, it } from 'vitest';
import type { BridgeApi } from '../../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../../shared/ipc/envelope.ts';
import { type Board, defaultBoard } from '../../../../../shared/models/board.ts';
import type { PastSeries, TelemetryView } from '../../../../../shared/models/telemetry.ts';
import { createFakeBridge } from '../../../../testing/fake-bridge.ts';
import { fakeTelemetry } from '../../../../testing/fake-telemetry.ts';
import { createMissionStore } from './mission-store.ts';

const START = Date.parse('2026-02-03T15:00:00Z');
const MINUTE = 60_000;
const METRIC = 'conversations.inProgress';
const board = (change: Partial<Board> = {}): Board => ({
  ...defaultBoard('supervisor'),
  compare: 'none',
  tiles: [{ id: 't', metric: METRIC, labels: {}, size: 'medium' }],
  ...change,
});

let now = START;
let past: (question: { readonly from: number; readonly to: number }) => Envelope<PastSeries[]>;
const asked: { from: number; to: number }[] = [];

/** The telemetry of `now` with one value. */
function telling(value: number | undefined, at = now, pastSerial = 1): TelemetryView {
  const view = fakeTelemetry(now);
  return {
    ...view,
    pastSerial,
    metrics: view.metrics.map((metric) => {
      if (metric.id !== METRIC) return metric;
      const { value: _value, at: _at, ...rest } = metric;
      return value === undefined ? rest : { ...rest, value, at };
    }),
  };
}

function openStore() {
  const fake = createFakeBridge({ telemetry: telling(100) }, () => now);
  const api: BridgeApi = {
    ...fake.api,
    telemetry: {
      ...fake.api.telemetry,
      past: async ({ from, to }) => {
        asked.push({ from, to });
        return past({ from, to });
      },
    },
  };
  const store = createMissionStore({ api, tenant: 'northwind', now: () => now });
  const close = store.subscribe(() => undefined);
  const tell = async (view: TelemetryView) => {
    fake.topics.telemetry.push(view);
    await Promise.resolve();
  };
  return { store, fake, tell, close };
}

/** Lets answered calls come back. */
const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};
const lineOf = (store: ReturnType<typeof createMissionStore>) => store.state().lines.get('t')?.line;
const constant = (value: number): typeof past => {
  return ({ from, to }) => {
    const at: number[] = [];
    for (let time = Math.ceil(from / MINUTE) * MINUTE; time < Math.min(to, now); time += MINUTE) at.push(time);
    return {
      ok: true,
      value: [{ metric: METRIC, labels: {}, stepMs: MINUTE, coming: false, at, values: at.map(() => value) }],
    };
  };
};

beforeEach(() => {
  now = START;
  asked.length = 0;
  past = constant(90);
});

describe('what Mission Control shows', () => {
  it('is the past, and from then on each answer at its end', async () => {
    const { store, tell, close } = openStore();
    store.show(board(), undefined);
    await settle();
    expect(lineOf(store)?.values.at(-1)).toBe(100);
    expect(
      lineOf(store)
        ?.values.slice(0, -1)
        .every((value) => value === 90),
    ).toBe(true);
    now += 5_000;
    await tell(telling(107));
    expect(lineOf(store)?.at.at(-1)).toBe(now);
    expect(lineOf(store)?.values.at(-1)).toBe(107);
    expect(store.state().span).toEqual({ from: now - 60 * MINUTE, to: now });
    close();
  });

  it('adds nothing for an answer that is no newer', async () => {
    const { store, tell, close } = openStore();
    store.show(board(), undefined);
    await settle();
    const before = lineOf(store);
    now += 5_000;
    await tell(telling(500, START));
    expect(lineOf(store)).toBe(before);
    close();
  });

  it('goes on from a single minute after a gap: a mean stands at the begin of its minute', async () => {
    const { store, tell, close } = openStore();
    past = ({ from }) => ({
      ok: true,
      value: [
        {
          metric: METRIC,
          labels: {},
          stepMs: MINUTE,
          coming: false,
          at: [from, from + MINUTE, from + MINUTE + 1, START - MINUTE],
          values: [7, 7, null, 90],
        },
      ],
    });
    store.show(board(), undefined);
    await settle();
    now += 5_000;
    await tell(telling(107));
    expect(lineOf(store)?.values).toEqual([7, null, 90, 100, 107]);
    close();
  });

  it('breaks the line where answers were missing for long', async () => {
    const { store, tell, close } = openStore();
    store.show(board(), undefined);
    await settle();
    now += 4 * MINUTE;
    await tell(telling(120));
    expect(lineOf(store)?.values.slice(-3)).toEqual([100, null, 120]);
    now += 4 * MINUTE;
    await tell(telling(125));
    expect(lineOf(store)?.values.slice(-3)).toEqual([120, null, 125]);
    close();
  });

  it('keeps no more than its span', async () => {
    const { store, tell, close } = openStore();
    store.show(board({ range: '15m' }), undefined);
    await settle();
    for (let second = 0; second < 3_000; second += 5) {
      now += 5_000;
      await tell(telling(second));
    }
    const line = lineOf(store);
    expect(line?.at[0]).toBeGreaterThanOrEqual(now - 15 * MINUTE);
    expect(line?.at.length).toBeLessThanOrEqual(181);
    close();
  });

  it('reads the past again when it changed', async () => {
    const { store, tell, close } = openStore();
    store.show(board(), undefined);
    await settle();
    past = constant(75);
    now += 5_000;
    await tell(telling(100, now, 2));
    await settle();
    expect(lineOf(store)?.values[0]).toBe(75);
    close();
  });

  it('lies the time that is compared with under this one', async () => {
    const { store, close } = openStore();
    store.show(board({ compare: 'day' }), undefined);
    await settle();
    expect(asked.some(({ from }) => from === START - 25 * 60 * MINUTE)).toBe(true);
    const before = store.state().lines.get('t')?.before;
    expect(before?.at[0]).toBe(START - 60 * MINUTE);
    close();
  });

  it('stands still while paused, counts what came, and catches up', async () => {
    const { store, tell, close } = openStore();
    store.show(board(), undefined);
    await settle();
    store.setPaused(true);
    const still = store.state();
    now += 5_000;
    await tell(telling(300));
    await tell(telling(301));
    expect(store.state().lines).toBe(still.lines);
    expect(store.state().span).toEqual(still.span);
    expect(store.state().paused).toEqual({ since: START, waiting: 2 });
    store.setPaused(false);
    await settle();
    expect(store.state().paused).toBeUndefined();
    expect(lineOf(store)?.values.at(-1)).toBe(301);
    close();
  });

  it('holds a span of the past while zoomed in', async () => {
    const { store, tell, close } = openStore();
    const zoom = { from: START - 30 * MINUTE, to: START - 20 * MINUTE };
    store.show(board(), zoom);
    await settle();
    now += 5_000;
    await tell(telling(400));
    expect(store.state().span).toEqual(zoom);
    expect(lineOf(store)?.values).not.toContain(400);
    close();
  });

  it('keeps the lines it has when the past cannot be read', async () => {
    const { store, close } = openStore();
    store.show(board(), undefined);
    await settle();
    past = () => ({ ok: false, failure: { code: 'internal', message: 'no' } });
    store.show(board(), undefined);
    await settle();
    expect(lineOf(store)?.values.length).toBeGreaterThan(50);
    close();
  });

  it('shows a metric without a value as a line without an end', async () => {
    const { store, tell, close } = openStore();
    store.show(board(), undefined);
    await settle();
    const before = lineOf(store);
    now += 5_000;
    await tell(telling(undefined));
    expect(lineOf(store)).toBe(before);
    close();
  });

  it('lets go of the stream with the last that looks', () => {
    const { fake, close } = openStore();
    expect(fake.topics.telemetry.subscribers()).toBe(1);
    close();
    expect(fake.topics.telemetry.subscribers()).toBe(0);
  });
});
