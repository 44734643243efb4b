import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Breaker } from '../../../shared/models/breaker.ts';
import type { Campaign } from '../../../shared/models/campaign.ts';
import type { Dispatcher } from '../../../shared/models/dispatcher.ts';
import { OutcomeWindow } from './outcome-window.ts';
import { stuckOf, waitingOf } from './stuck.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 3, 15, 16);
const campaign = (changes: Partial<Campaign> = {}): Campaign => ({
  id: 'k-1',
  name: 'K',
  state: 'running',
  archived: false,
  outcomes: {},
  retry: {},
  requiredVariables: [],
  nextWindowCloses: [],
  progress: { total: 10, pending: 5, dialing: 0, inCall: 0, done: 5, skipped: 0, unreachable: 0, doNotCall: 0 },
  ...changes,
});
const dispatcher = (changes: Partial<Dispatcher> = {}): Dispatcher => ({
  campaignId: 'k-1',
  state: 'running',
  concurrency: 2,
  callsInProgress: 0,
  leased: [],
  lastMovementAt: NOW - 10 * MINUTE,
  ...changes,
});
const see = (changes: Partial<Dispatcher> = {}, about: Partial<Campaign> = {}) => ({
  campaign: campaign(about),
  dispatcher: dispatcher(changes),
  lastSeenMoving: NOW,
});

describe('the stuck detector', () => {
  it('tells since when, why, and what is held, oldest first', () => {
    const leased = [
      { contactId: 'b', since: NOW - 20 * MINUTE, state: 'in-call' },
      { contactId: 'a', since: NOW - 60 * MINUTE, state: 'unreported' },
    ];
    expect(stuckOf(see({ callsInProgress: 2, leased }), NOW, 3 * MINUTE)).toEqual({
      since: NOW - 10 * MINUTE,
      cause: 'unreported-calls',
      unreported: 1,
      leased: [leased[1], leased[0]],
    });
  });

  it.each([
    [{ tenantCap: 20, tenantInUse: 20 }, 'tenant-cap'],
    [{ callsInProgress: 2 }, 'no-lines'],
    [{ state: 'draining', callsInProgress: 1 }, 'draining-calls'],
    [{}, 'unknown'],
  ])('with %j it is %s', (changes, cause) => {
    expect(stuckOf(see(changes), NOW, 3 * MINUTE)?.cause).toBe(cause);
  });

  it('is silent while it moves, is paused or over, and before the time is up', () => {
    expect(stuckOf(see({ lastMovementAt: NOW - MINUTE }), NOW, 3 * MINUTE)).toBeUndefined();
    for (const state of ['paused', 'draft', 'completed', 'ODD']) {
      expect(stuckOf(see({ state }), NOW, 3 * MINUTE)).toBeUndefined();
    }
    const { lastMovementAt: _, ...untold } = dispatcher();
    expect(stuckOf({ ...see(), dispatcher: untold }, NOW + 2 * MINUTE, 3 * MINUTE)).toBeUndefined();
    expect(stuckOf({ ...see(), dispatcher: untold }, NOW + 3 * MINUTE, 3 * MINUTE)?.since).toBe(NOW);
  });

  it('does not call it stuck when nobody may be called now', () => {
    const closed = {
      byZone: [{ timeZone: 'Asia/Tokyo', contacts: 5, dialableNow: 0, opensAt: NOW + 5 }],
      overlaps: [],
    };
    expect(waitingOf({ ...see(), forecast: closed }, NOW)).toEqual({ why: 'windows-closed', until: NOW + 5 });
    expect(stuckOf({ ...see(), forecast: closed }, NOW, MINUTE)).toBeUndefined();
    const later = {
      byZone: [{ timeZone: 'Asia/Tokyo', contacts: 5, dialableNow: 0, closesAt: NOW + 5 }],
      overlaps: [],
    };
    expect(waitingOf({ ...see(), forecast: later }, NOW)).toEqual({ why: 'retries' });
    const now = { byZone: [{ timeZone: 'Asia/Tokyo', contacts: 5, dialableNow: 1, closesAt: NOW + 5 }], overlaps: [] };
    expect(waitingOf({ ...see(), forecast: now }, NOW)).toBeUndefined();
    const progress = { total: 5, pending: 0, dialing: 0, inCall: 0, done: 5, skipped: 0, unreachable: 0, doNotCall: 0 };
    expect(waitingOf(see({}, { progress }), NOW)).toEqual({ why: 'nothing-left' });
  });
});

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
