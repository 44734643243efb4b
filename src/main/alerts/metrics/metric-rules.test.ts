import { describe, expect, it } from 'vitest';
import type { MetricRule } from '../../../shared/models/metric-rule.ts';
import type { MetricState } from '../../../shared/models/telemetry.ts';
import { Inbox, isOpen } from '../inbox.ts';
import { MetricWatch } from './metric-watch.ts';
import { tryMetricRule } from './try-metric-rule.ts';

const minute = 60_000;
const start = Date.UTC(2026, 10, 22, 12);

function rule(change: Partial<MetricRule> = {}): MetricRule {
  return {
    id: 'r1',
    name: 'Rule',
    enabled: true,
    severity: 'warning',
    metric: 'queue.waiting',
    labels: {},
    condition: { kind: 'threshold', side: 'above', value: 10 },
    forSeconds: 0,
    minSamples: 0,
    ...change,
  };
}

/** A tenant whose one metric a test sets, with a rule that looks at it every ten seconds. */
function desk(watched: MetricRule) {
  let now = start;
  let state: MetricState | undefined;
  const past = new Map<number, number>();
  const inbox = new Inbox();
  const watch = new MetricWatch({ now: () => now, metric: () => state, valueAt: (_, at) => past.get(at) });
  const take = (edges: ReturnType<MetricWatch['look']>) => {
    for (const edge of edges) inbox.takeMetric('north', edge, now);
    return edges.map(({ kind }) => kind);
  };
  take(watch.setRules([watched]));
  return {
    inbox,
    watch,
    past,
    take,
    now: () => now,
    /** The metric is this from now on, for so long. Returns what the rule did. */
    hold(value: number | undefined, ms: number, samples?: number, parts: MetricState['parts'] = []) {
      const edges: string[] = [];
      for (const end = now + ms; now < end; now += 10_000) {
        if (value !== undefined || parts.length > 0) {
          state = {
            id: 'queue.waiting',
            name: 'q',
            quantity: 'count',
            parts,
            at: now,
            ...(value !== undefined && { value }),
            ...(samples !== undefined && { samples }),
          };
        }
        edges.push(...take(watch.look()));
      }
      return edges;
    },
  };
}

describe('a threshold', () => {
  it('fires once when it is passed, clears when it is not any more, and is one alert', () => {
    const { hold, inbox } = desk(rule());
    expect(hold(5, 3 * minute)).toEqual([]);
    expect(hold(11, 10 * minute)).toEqual(['fired']);
    expect(inbox.list().filter(isOpen)).toMatchObject([{ about: 'metric', metric: 'queue.waiting', value: 11 }]);
    expect(hold(10, minute)).toEqual(['cleared']);
    expect(inbox.list()).toMatchObject([{ state: 'over' }]);
    hold(5, 2 * minute);
    expect(hold(12, minute)).toEqual(['fired']);
    expect(inbox.list()).toHaveLength(2);
  });

  it('must hold for as long as the rule asks', () => {
    const { hold } = desk(rule({ forSeconds: 120 }));
    expect(hold(11, minute)).toEqual([]);
    expect(hold(9, 20_000)).toEqual([]);
    expect(hold(11, 110_000)).toEqual([]);
    expect(hold(11, 30_000)).toEqual(['fired']);
  });

  it('below works the other way round', () => {
    const { hold } = desk(rule({ condition: { kind: 'threshold', side: 'below', value: 3 } }));
    expect(hold(3, minute)).toEqual([]);
    expect(hold(2, minute)).toEqual(['fired']);
  });

  it('of fewer cases than the minimum, or of nobody knows how many, is not looked at', () => {
    const { hold } = desk(rule({ minSamples: 20 }));
    expect(hold(90, minute, 5)).toEqual([]);
    expect(hold(90, minute)).toEqual([]);
    expect(hold(90, minute, 20)).toEqual(['fired']);
  });

  it('says nothing of a value that is old: neither fires nor clears', () => {
    const { hold } = desk(rule());
    hold(11, minute);
    expect(hold(undefined, 10 * minute)).toEqual([]);
    expect(hold(1, minute)).toEqual(['cleared']);
  });

  it('of a part looks at that part alone', () => {
    const { hold } = desk(rule({ labels: { skill: 'Billing' } }));
    expect(hold(99, minute, undefined, [{ labels: { skill: 'Outages' }, value: 99 }])).toEqual([]);
    expect(hold(99, minute, undefined, [{ labels: { skill: 'Billing' }, value: 11 }])).toEqual(['fired']);
  });
});

describe('a rate of change', () => {
  it('fires when it rose by so much within so many minutes', () => {
    const { hold, past } = desk(
      rule({ condition: { kind: 'rate', direction: 'up', by: 5, percent: false, minutes: 10 } }),
    );
    for (let at = start - hourMs; at < start + hourMs; at += 10_000) past.set(at, 10);
    expect(hold(14, minute)).toEqual([]);
    expect(hold(15, minute)).toEqual(['fired']);
    expect(hold(14, minute)).toEqual(['cleared']);
  });

  it('in percent, downwards, and from nothing', () => {
    const condition = { kind: 'rate', direction: 'down', by: 50, percent: true, minutes: 10 } as const;
    const falls = desk(rule({ condition }));
    for (let at = start - hourMs; at < start + hourMs; at += 10_000) falls.past.set(at, 20);
    expect(falls.hold(11, minute)).toEqual([]);
    expect(falls.hold(10, minute)).toEqual(['fired']);
    const rises = desk(rule({ condition: { ...condition, direction: 'up' } }));
    for (let at = start - hourMs; at < start + hourMs; at += 10_000) rises.past.set(at, 0);
    expect(rises.hold(0, minute)).toEqual([]);
    expect(rises.hold(1, minute)).toEqual(['fired']);
  });

  it('without a value to compare with it says nothing', () => {
    const { hold } = desk(rule({ condition: { kind: 'rate', direction: 'up', by: 5, percent: false, minutes: 10 } }));
    expect(hold(1_000, 5 * minute)).toEqual([]);
  });
});
const hourMs = 60 * minute;

describe('absence', () => {
  it('fires when there has been no value for so long, even if there never was one, and clears with the first', () => {
    const { hold } = desk(rule({ condition: { kind: 'absence' }, forSeconds: 300 }));
    expect(hold(undefined, 5 * minute)).toEqual([]);
    expect(hold(undefined, minute)).toEqual(['fired']);
    expect(hold(3, minute)).toEqual(['cleared']);
    expect(hold(undefined, 4 * minute)).toEqual([]);
    expect(hold(undefined, 3 * minute)).toEqual(['fired']);
  });
});

describe('rules that are changed', () => {
  it('go on where they stood when they are the same, and are cleared when they are not there any more', () => {
    const same = rule();
    const { hold, watch, take } = desk(same);
    hold(11, minute);
    expect(take(watch.setRules([{ ...same }]))).toEqual([]);
    expect(hold(11, minute)).toEqual([]);
    expect(take(watch.setRules([rule({ enabled: false })]))).toEqual(['cleared']);
  });

  it('an alert that is snoozed waits, also when its metric dips meanwhile, and comes back', () => {
    const { inbox, hold, now } = desk(rule());
    hold(20, minute);
    const [alert] = inbox.list('north');
    inbox.snooze([alert?.id ?? ''], now() + 10 * minute);
    hold(5, 2 * minute);
    expect(inbox.list('north')).toMatchObject([{ id: alert?.id, state: 'over' }]);
    expect(inbox.wake(now())).toEqual([]);
    hold(20, 2 * minute);
    expect(inbox.list('north')).toMatchObject([{ id: alert?.id, state: 'snoozed' }]);
    expect(inbox.wake(now())).toEqual([]);
    hold(20, 6 * minute);
    expect(inbox.wake(now())).toMatchObject([{ id: alert?.id, state: 'active' }]);
    expect(isOpen(inbox.list('north')[0] ?? expect.fail())).toBe(true);
  });

  it('an alert that is snoozed and over for good is no more, and the next is a new one', () => {
    const { inbox, hold, now } = desk(rule());
    hold(20, minute);
    inbox.snooze([inbox.list('north')[0]?.id ?? ''], now() + 2 * minute);
    hold(5, 5 * minute);
    expect(inbox.wake(now())).toEqual([]);
    hold(20, minute);
    expect(inbox.list('north').map(({ state }) => state)).toEqual(['active', 'over']);
  });

  it('an alert that was seen stays seen while it holds', () => {
    const { hold, inbox } = desk(rule());
    hold(11, minute);
    inbox.acknowledge(inbox.list().map(({ id }) => id));
    hold(12, 10 * minute);
    expect(inbox.list().filter(isOpen)).toEqual([]);
    expect(inbox.list()).toHaveLength(1);
  });
});

describe('a rule tried against the past', () => {
  const span = { from: start, to: start + hourMs };
  const past = (values: readonly (number | null)[]) => ({
    at: values.map((_, place) => start + place * minute),
    values,
    stepMs: minute,
  });

  it('tells when it would have fired, for how long, and at which value', () => {
    const values = Array.from({ length: 61 }, (_, place) => (place >= 20 && place < 30 ? 15 : 2));
    expect(tryMetricRule(rule({ forSeconds: 120 }), past(values), span)).toEqual({
      ...span,
      points: 61,
      hits: [{ from: start + 22 * minute, until: start + 30 * minute, value: 15 }],
      sampleUnknown: false,
    });
  });

  it('finds what was missing, and does not take a gap for anything else', () => {
    const values = Array.from({ length: 61 }, (_, place) => (place >= 20 && place < 40 ? null : 11));
    const absent = rule({ condition: { kind: 'absence' }, forSeconds: 300 });
    expect(tryMetricRule(absent, past(values), span).hits).toEqual([
      { from: start + 24 * minute, until: start + 40 * minute },
    ]);
    expect(tryMetricRule(rule(), past(values), span).hits).toHaveLength(1);
    expect(tryMetricRule(rule({ minSamples: 5 }), past(values), span)).toMatchObject({ sampleUnknown: true });
  });

  it('of which nothing is known tells nothing', () => {
    expect(tryMetricRule(rule(), past([]), span)).toMatchObject({ points: 0, hits: [] });
  });
});
