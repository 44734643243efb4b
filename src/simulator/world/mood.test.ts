import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Mood } from './mood.ts';

const push = fc.double({ min: -1, max: 1, noNaN: true });

describe('a mood', () => {
  it('stays within bounds whatever happens', () => {
    const feelings = fc.record({
      anger: push,
      anxiety: push,
      relief: push,
      risk: fc.double({ min: -5, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(feelings, { maxLength: 40 }), (pushes) => {
        const mood = new Mood();
        for (const one of pushes) {
          mood.feel(one);
          mood.settle();
        }
        for (const { score } of mood.sentiments()) expect(score >= 0 && score <= 1).toBe(true);
        expect(mood.risk >= 0 && mood.risk <= 4).toBe(true);
        expect(mood.trend().length).toBe(Math.min(12, pushes.length));
        expect(mood.trend().every((value) => value >= -1 && value <= 1)).toBe(true);
      }),
    );
  });

  it('shows anger first, rises in risk, and calms down again', () => {
    const mood = new Mood();
    expect(mood.riskShown()).toEqual({ level: 0, label: 'low' });
    expect(mood.tone).toBe('calm');
    for (let i = 0; i < 6; i += 1) {
      mood.feel({ anger: 0.4, frustration: 0.2, risk: 0.3 });
      mood.settle();
    }
    expect(mood.sentiments()[0]?.name).toBe('anger');
    expect(mood.tone).toBe('annoyed');
    expect(mood.riskShown()).toEqual({ level: 4, label: 'critical' });
    for (let i = 0; i < 12; i += 1) {
      mood.feel({ anger: -0.4, frustration: -0.4, relief: 0.2, risk: -0.5 });
      mood.settle();
    }
    expect(mood.tone).toBe('pleased');
    expect(mood.riskShown().level).toBe(0);
  });
});
