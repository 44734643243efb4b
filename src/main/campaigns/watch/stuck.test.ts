import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../shared/models/campaign.ts';
import type { Dispatcher } from '../../../shared/models/dispatcher.ts';
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
