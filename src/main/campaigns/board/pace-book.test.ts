import { expect, it } from 'vitest';
import type { CampaignSummary } from '../../../shared/models/campaign.ts';
import { PACE_POINTS, PaceBook } from './pace-book.ts';

const progress = { total: 9, pending: 3, dialing: 1, inCall: 2, done: 3, skipped: 0, unreachable: 0, doNotCall: 0 };
const campaign = (attempts: number, state = 'running'): CampaignSummary => ({
  id: 'k-1',
  name: 'K',
  state,
  archived: false,
  outcomes: {},
  attempts,
  progress,
});

it('notes each reading once, whoever read, and what nobody saw', () => {
  const book = new PaceBook();
  book.note(campaign(1), 1_000);
  book.note(campaign(1), 1_000);
  book.note({ ...campaign(4), callsPerMinute: 6 }, 90_000);
  book.note(campaign(4, 'completed'), 91_000);
  expect(book.of('k-1')).toEqual([
    { at: 1_000, attempts: 1, inCall: 3 },
    { at: 90_000, attempts: 4, inCall: 3, callsPerMinute: 6, gap: true },
  ]);
  expect(book.of('k-2')).toEqual([]);
});

it('keeps a day in few points, the newest as they came, no gap lost', () => {
  const book = new PaceBook();
  const end = 24 * 3_600_000;
  const away = 3_600_000;
  for (let at = 0; at <= end; at += 3_000) if (at < away || at > 2 * away) book.note(campaign(at / 3_000), at);
  const points = book.of('k-1');
  expect(points.length).toBeLessThanOrEqual(PACE_POINTS);
  expect(points[0]?.at).toBe(0);
  expect(points.slice(-100).map(({ at }) => end - at)).toEqual(Array.from({ length: 100 }, (_, n) => (99 - n) * 3_000));
  expect(points.filter(({ gap }) => gap === true)).toHaveLength(1);
});
