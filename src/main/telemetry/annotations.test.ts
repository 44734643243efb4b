import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../shared/models/journal.ts';
import { annotationsOf } from './annotations.ts';

const MINUTE = 60_000;
const span = { from: 100 * MINUTE, to: 160 * MINUTE };
const nothing = { incidents: [], outages: [], alerts: [], journal: [] };
const did = (action: string, minute: number, change: Partial<JournalEntry> = {}): JournalEntry => ({
  id: `${action}-${minute}`,
  seq: minute,
  sealed: false,
  kind: 'command',
  at: minute * MINUTE,
  action,
  tenant: 'one',
  conversations: ['c'],
  phases: [],
  outcome: 'done',
  differences: [],
  ...change,
});

describe('what is marked on charts', () => {
  it('are incidents that reach into the span, also those that go on', () => {
    const incidents = [
      { id: 'before', title: 'Before', startedAt: 10 * MINUTE, endedAt: 99 * MINUTE },
      { id: 'into', title: 'Into', startedAt: 90 * MINUTE, endedAt: 110 * MINUTE },
      { id: 'on', title: 'On', startedAt: 150 * MINUTE },
      { id: 'after', title: 'After', startedAt: 161 * MINUTE },
    ];
    expect(annotationsOf({ ...nothing, incidents }, 'one', span)).toEqual([
      { id: 'incident:into', kind: 'incident', at: 90 * MINUTE, until: 110 * MINUTE, text: 'Into' },
      { id: 'incident:on', kind: 'incident', at: 150 * MINUTE, open: true, text: 'On' },
    ]);
  });

  it('is the silence of the instance', () => {
    const outages = [{ from: 120 * MINUTE, to: 125 * MINUTE, open: false }];
    expect(annotationsOf({ ...nothing, outages }, 'one', span)).toMatchObject([
      { kind: 'outage', at: 120 * MINUTE, until: 125 * MINUTE },
    ]);
  });

  it('are things done, several of a kind within a minute as one mark, of this tenant alone', () => {
    const journal = [
      did('takeOver', 130.5),
      did('takeOver', 130),
      did('reply', 130.2),
      did('takeOver', 140),
      did('takeOver', 141, { outcome: 'refused' }),
      did('takeOver', 142, { tenant: 'two' }),
      did('torn-line', 143, { kind: 'mark' }),
      did('takeOver', 20),
    ];
    expect(annotationsOf({ ...nothing, journal }, 'one', span).map(({ text, count }) => [text, count])).toEqual([
      ['takeOver', 2],
      ['reply', 1],
      ['takeOver', 1],
    ]);
  });

  it('stand in the order of time, the newest three hundred', () => {
    const alerts = Array.from({ length: 400 }, (_, nth) => ({
      id: `a${nth}`,
      kind: 'alert' as const,
      at: span.to - 1 - nth,
      text: 'Waiting',
    }));
    const marks = annotationsOf({ ...nothing, alerts }, 'one', span);
    expect(marks).toHaveLength(300);
    expect(marks.at(-1)?.id).toBe('a0');
    expect(marks.every(({ at }, nth) => nth === 0 || at >= (marks[nth - 1]?.at ?? 0))).toBe(true);
  });
});
