import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Breaker } from '../../../shared/models/breaker.ts';
import { OutcomeWindow } from './outcome-window.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 3, 15, 16);

describe('outcomes over a window', () => {
  const breaker: Breaker = {
    id: 'b-1',
    metric: 'failure',
    abovePercent: 20,
    windowMinutes: 10,
    minimumCalls: 10,
    action: 'pause',
    enabled: true,
  };

  it('judges only calls that ended within it, and only when they are enough', () => {
    const window = new OutcomeWindow();
    expect(window.reading(breaker, 'k-1', NOW)).toBeUndefined();
    window.add({ completed: 100, failed: 90 }, NOW);
    expect(window.reading(breaker, 'k-1', NOW)).toMatchObject({ calls: 0, percent: 0, above: false });
    window.add({ completed: 106, failed: 93 }, NOW + MINUTE);
    expect(window.reading(breaker, 'k-1', NOW + MINUTE)).toMatchObject({ calls: 9, enough: false, above: false });
    window.add({ completed: 107, failed: 93 }, NOW + 2 * MINUTE);
    expect(window.reading(breaker, 'k-1', NOW + 2 * MINUTE)).toEqual({
      breakerId: 'b-1',
      campaignId: 'k-1',
      calls: 10,
      counted: 3,
      from: NOW,
      percent: 30,
      enough: true,
      above: true,
    });
  });

  it('lets what is older go, and begins anew on demand and when the totals shrink', () => {
    const window = new OutcomeWindow();
    window.add({ failed: 0 }, NOW);
    window.add({ failed: 50 }, NOW + MINUTE);
    window.add({ failed: 50, completed: 20 }, NOW + 12 * MINUTE);
    expect(window.reading(breaker, 'k-1', NOW + 12 * MINUTE)).toMatchObject({ calls: 20, counted: 0 });
    window.restart();
    expect(window.reading(breaker, 'k-1', NOW + 12 * MINUTE)).toMatchObject({ calls: 0 });
    window.add({ failed: 3 }, NOW + 13 * MINUTE);
    expect(window.reading(breaker, 'k-1', NOW + 13 * MINUTE)).toMatchObject({ calls: 0, counted: 0 });
  });

  it('never counts more calls than ended, however the totals come', () => {
    const steps = fc.array(
      fc.record({ wait: fc.integer({ min: 1, max: 600_000 }), failed: fc.nat(20), completed: fc.nat(20) }),
      { minLength: 1, maxLength: 60 },
    );
    void fc.assert(
      fc.property(steps, (all) => {
        const window = new OutcomeWindow();
        let at = NOW;
        let failed = 0;
        let completed = 0;
        for (const step of all) {
          at += step.wait;
          failed += step.failed;
          completed += step.completed;
          window.add({ failed, completed }, at);
          const reading = window.reading(breaker, 'k-1', at);
          expect(reading?.calls).toBeLessThanOrEqual(failed + completed);
          expect(reading?.counted).toBeLessThanOrEqual(reading?.calls ?? -1);
          expect(reading?.from).toBeGreaterThanOrEqual(at - 10 * MINUTE);
        }
      }),
    );
  });
});
