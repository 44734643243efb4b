import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../shared/models/campaign.ts';
import type { CampaignContact } from '../../../shared/models/campaign-contact.ts';
import { forecastDifferences } from './differences.ts';
import { assumptionsFor, estimateFinish } from './finish-estimate.ts';
import { ZoneTally } from './zone-tally.ts';

const HOUR = 3_600_000;
/** Wednesday noon in Toronto, nine in Vancouver. */
const NOON = Date.UTC(2026, 3, 15, 16);
const SCHEDULE: Schedule = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  windowStart: '09:00',
  windowEnd: '20:00',
  holidays: [],
  fallbackTimeZone: 'America/Toronto',
};
const assume = (lines: number, callMinutes = 1) =>
  ({ lines, callMinutes, callMinutesFrom: 'assumed', callsPerContact: 1 }) as const;
const contact = (changes: Partial<CampaignContact>): CampaignContact => ({
  id: 'x',
  phone: '+15145550101',
  state: 'pending',
  variables: {},
  ...changes,
});

describe('the count by zone', () => {
  it('takes only who is still to be called, and calls now only who is ready in an open window', () => {
    const tally = new ZoneTally(SCHEDULE);
    const add = (changes: Partial<CampaignContact>, blocked = false) => tally.add(contact(changes), NOON, blocked);
    add({});
    add({ timeZone: 'America/Toronto' });
    add({ timeZone: 'Not/AZone' });
    add({}, true);
    add({ state: 'waiting-retry', nextAttemptAt: NOON + HOUR });
    add({ state: 'waiting-retry', nextAttemptAt: NOON });
    add({ timeZone: 'Asia/Tokyo' });
    for (const state of ['done', 'skipped', 'in-call', 'do-not-call', 'unreachable', 'ODD']) add({ state });
    expect(tally.contacts()).toBe(7);
    expect(tally.byZone(NOON)).toEqual([
      { timeZone: 'America/Toronto', contacts: 6, dialableNow: 4, closesAt: Date.UTC(2026, 3, 16, 0) },
      { timeZone: 'Asia/Tokyo', contacts: 1, dialableNow: 0, opensAt: Date.UTC(2026, 3, 16, 0) },
    ]);
  });
});

describe('the estimated finish', () => {
  it('is contacts by lines while one window is open', () => {
    const zones = [{ timeZone: 'America/Toronto', contacts: 120 }];
    expect(estimateFinish(zones, SCHEDULE, assume(2), NOON)).toEqual({
      finish: { at: NOON + HOUR },
      closingFirst: [],
    });
  });

  it('goes on when the windows open again, and says which closed on how many', () => {
    const zones = [{ timeZone: 'America/Toronto', contacts: 60 * 8 + 30 }];
    expect(estimateFinish(zones, SCHEDULE, assume(1), NOON)).toEqual({
      finish: { at: Date.UTC(2026, 3, 16, 13, 30) },
      closingFirst: [{ timeZone: 'America/Toronto', closesAt: NOON + 8 * HOUR, contacts: 510, left: 30 }],
    });
  });

  it('serves the zone that closes first, and waits over the weekend', () => {
    const zones = [
      { timeZone: 'America/Vancouver', contacts: 60 },
      { timeZone: 'America/Toronto', contacts: 60 * 8 },
    ];
    const { finish, closingFirst } = estimateFinish(zones, SCHEDULE, assume(1), NOON);
    expect(finish).toEqual({ at: NOON + 9 * HOUR });
    expect(closingFirst).toEqual([]);
    const friday = NOON + 2 * 24 * HOUR + 7.5 * HOUR;
    expect(estimateFinish([{ timeZone: 'America/Toronto', contacts: 60 }], SCHEDULE, assume(1), friday).finish).toEqual(
      {
        at: Date.UTC(2026, 3, 20, 13, 30),
      },
    );
  });

  it('says that the schedule ends first, that there is no window, that there are no lines', () => {
    const zones = [{ timeZone: 'America/Toronto', contacts: 100 }];
    const ends = { ...SCHEDULE, endsAt: NOON + HOUR };
    expect(estimateFinish(zones, ends, assume(1), NOON).finish).toEqual({ never: 'schedule-ends', left: 40 });
    expect(estimateFinish(zones, { ...SCHEDULE, days: [] }, assume(1), NOON).finish).toEqual({
      never: 'no-window',
      left: 100,
    });
    expect(estimateFinish(zones, SCHEDULE, assume(0), NOON).finish).toEqual({ never: 'too-far', left: 100 });
    expect(estimateFinish([], SCHEDULE, assume(1), NOON).finish).toEqual({ at: NOON });
  });

  it('never comes sooner with more contacts or later with more lines', () => {
    const count = fc.integer({ min: 0, max: 20_000 });
    void fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 50 }), (toronto, tokyo, lines) => {
        const at = (more: number, lanes: number) => {
          const zones = [
            { timeZone: 'America/Toronto', contacts: toronto + more },
            { timeZone: 'Asia/Tokyo', contacts: tokyo },
          ];
          const { finish } = estimateFinish(zones, SCHEDULE, assume(lanes), NOON);
          return 'at' in finish ? finish.at : Number.POSITIVE_INFINITY;
        };
        expect(at(10, lines)).toBeGreaterThanOrEqual(at(0, lines));
        expect(at(0, lines + 1)).toBeLessThanOrEqual(at(0, lines));
      }),
      { numRuns: 30 },
    );
  });

  it('measures calls where there were enough of them, and knows the tenant’s cap', () => {
    const campaign = { id: 'k', name: 'K', state: 'running', archived: false, outcomes: {} };
    expect(assumptionsFor({ ...campaign, concurrency: 4 }, undefined)).toEqual({
      callMinutes: 2,
      callMinutesFrom: 'assumed',
      callsPerContact: 1,
      lines: 4,
    });
    const progress = {
      total: 90,
      pending: 50,
      dialing: 0,
      inCall: 4,
      done: 30,
      skipped: 0,
      unreachable: 10,
      doNotCall: 0,
    };
    const dispatcher = {
      campaignId: 'k',
      state: 'running',
      leased: [],
      concurrency: 10,
      callsInProgress: 4,
      tenantCap: 20,
      tenantInUse: 18,
    };
    expect(assumptionsFor({ ...campaign, attempts: 60, callsPerMinute: 2, progress }, dispatcher)).toEqual({
      callMinutes: 2,
      callMinutesFrom: 'measured',
      callsPerContact: 1.5,
      lines: 6,
    });
  });
});

describe('the comparison with the instance', () => {
  const ours = {
    contacts: 10,
    dialableNow: 4,
    byZone: [{ timeZone: 'America/Toronto', contacts: 10, dialableNow: 4 }],
    doNotCallHits: 2,
    overlaps: [{ campaignId: 'k-2', name: 'Other', contacts: 3 }],
    closingFirst: [],
    finish: { at: NOON + HOUR },
    assumptions: { ...assume(1), callMinutesFrom: 'measured' },
  } as const;

  it('finds nothing where both say the same, or where the instance says nothing', () => {
    const same = {
      dialableNow: 4,
      byZone: ours.byZone,
      doNotCallHits: 2,
      overlaps: ours.overlaps,
      estimatedEndAt: NOON + 1.1 * HOUR,
    };
    expect(forecastDifferences(ours, same, NOON)).toEqual([]);
    const { overlaps: _, ...unknown } = ours;
    expect(forecastDifferences(unknown, { byZone: [], overlaps: [] }, NOON)).toEqual([]);
  });

  it('names every figure that differs', () => {
    const theirs = {
      dialableNow: 5,
      byZone: [{ timeZone: 'Asia/Tokyo', contacts: 1, dialableNow: 1 }],
      doNotCallHits: 0,
      overlaps: [],
      estimatedEndAt: NOON + 2 * HOUR,
    };
    expect(forecastDifferences(ours, theirs, NOON)).toEqual([
      { what: 'dialableNow', ours: 4, theirs: 5 },
      { what: 'doNotCallHits', ours: 2, theirs: 0 },
      { what: 'zone', of: 'America/Toronto', ours: 4, theirs: 0 },
      { what: 'zone', of: 'Asia/Tokyo', ours: 0, theirs: 1 },
      { what: 'overlap', of: 'Other', ours: 3, theirs: 0 },
      { what: 'finish', ours: NOON + HOUR, theirs: NOON + 2 * HOUR },
    ]);
    const guessed = { ...ours, assumptions: assume(1) };
    expect(forecastDifferences(guessed, theirs, NOON).map(({ what }) => what)).not.toContain('finish');
  });
});
