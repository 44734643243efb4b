import { describe, expect, it } from 'vitest';
import { aRow } from './fake-row.ts';
import { compareFor, worstFirst } from './triage.ts';

const risk = (level: 0 | 1 | 2 | 3 | 4) => ({ risk: { level, label: 'x' } });
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('triage', () => {
  it('puts the worst first: risk, falling sentiment, who waits longest, longest running; the ended last', () => {
    const rows = [
      aRow({ id: 'ended', ended: true, ...risk(4) }),
      aRow({ id: 'unrated' }),
      aRow({ id: 'calm', ...risk(0) }),
      aRow({ id: 'high-newer', ...risk(3), startedAt: 2000 }),
      aRow({ id: 'high-older', ...risk(3), startedAt: 1000 }),
      aRow({ id: 'high-falls', ...risk(3), startedAt: 3000, sentimentTrend: [0.2, 0.1, -0.6] }),
      aRow({ id: 'high-waits', ...risk(3), handler: { kind: 'queue' }, queue: { skills: [], since: 900 } }),
      aRow({ id: 'high-waits-longer', ...risk(3), handler: { kind: 'queue' }, queue: { skills: [], since: 100 } }),
      aRow({ id: 'critical', ...risk(4) }),
    ];
    expect(idsOf(rows.toSorted(worstFirst))).toEqual([
      'critical',
      'high-falls',
      'high-waits-longer',
      'high-waits',
      'high-older',
      'high-newer',
      'calm',
      'unrated',
      'ended',
    ]);
  });

  it('does not move a row for a small drift of mood', () => {
    const before = aRow({ id: 'a', sentimentTrend: [-0.6, -0.6] });
    expect(worstFirst(before, { ...before, sentimentTrend: [-0.6, -0.6, -0.52] })).toBe(0);
  });

  it('puts what is bad and gets worse before what is bad, and that before what gets better', () => {
    const trends = {
      better: [-0.9, -0.9, -0.3],
      bad: [-0.6, -0.6],
      worse: [0.1, 0, -0.6],
      calm: [0.2, 0.2],
      untold: [],
    };
    const rows = Object.entries(trends).map(([id, sentimentTrend]) => aRow({ id, sentimentTrend }));
    expect(idsOf(rows.toSorted(worstFirst))).toEqual(['worse', 'bad', 'calm', 'untold', 'better']);
  });

  it('sorts by a column both ways, equals worst first', () => {
    const rows = [
      aRow({ id: 'short', startedAt: 3000 }),
      aRow({ id: 'long', startedAt: 1000 }),
      aRow({ id: 'long-critical', startedAt: 1000, ...risk(4) }),
    ];
    expect(idsOf(rows.toSorted(compareFor({ id: 'duration', desc: true })))).toEqual([
      'long-critical',
      'long',
      'short',
    ]);
    expect(idsOf(rows.toSorted(compareFor({ id: 'duration', desc: false })))).toEqual([
      'short',
      'long-critical',
      'long',
    ]);
  });
});
