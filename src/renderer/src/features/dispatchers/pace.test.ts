import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceRows, rowsByMinute } from './pace.ts';

const MINUTE = 60_000;

describe('the speed of a campaign', () => {
  it('is what the instance tells, and else that of the attempts', () => {
    const points = [0, 30, 60, 90, 120].map((second) => ({ at: second * 1000, attempts: second / 10, inCall: 2 }));
    expect(paceRows(points).map(({ callsPerMinute }) => callsPerMinute)).toEqual([null, null, 6, 6, 6]);
    expect(paceRows([{ at: 0, attempts: 9, inCall: 1, callsPerMinute: 4 }])).toEqual([
      { at: 0, callsPerMinute: 4, inCall: 1 },
    ]);
  });

  it('is not drawn, nor measured, across a time in which nobody looked', () => {
    const points = [
      { at: 0, attempts: 0, inCall: 1 },
      { at: 10 * MINUTE, attempts: 500, inCall: 1, gap: true },
      { at: 11 * MINUTE, attempts: 503, inCall: 1 },
    ];
    expect(paceRows(points)).toEqual([
      { at: 0, callsPerMinute: null, inCall: 1 },
      { at: 10 * MINUTE - 1, callsPerMinute: null, inCall: null },
      { at: 10 * MINUTE, callsPerMinute: null, inCall: 1 },
      { at: 11 * MINUTE, callsPerMinute: 3, inCall: 1 },
    ]);
  });

  it('is told by the minute, newest first, and never negative', () => {
    const steps = fc.array(fc.record({ wait: fc.integer({ min: 1, max: 90_000 }), more: fc.nat(20) }), {
      minLength: 1,
      maxLength: 200,
    });
    void fc.assert(
      fc.property(steps, (all) => {
        let at = 0;
        let attempts = 0;
        const points = all.map(({ wait, more }) => {
          at += wait;
          attempts += more;
          return { at, attempts, inCall: more };
        });
        const rows = paceRows(points);
        expect(rows.every(({ callsPerMinute }) => callsPerMinute === null || callsPerMinute >= 0)).toBe(true);
        const minutes = rowsByMinute(rows).map((row) => Math.floor(row.at / MINUTE));
        expect(minutes).toEqual([...new Set(minutes)].sort((a, b) => b - a));
      }),
    );
  });
});
