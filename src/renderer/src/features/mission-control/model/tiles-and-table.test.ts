import { describe, expect, it } from 'vitest';
import { defaultBoard, type Tile } from '../../../../../shared/models/board.ts';
import type { PastSeries } from '../../../../../shared/models/telemetry.ts';
import { fakeTelemetry } from '../../../../testing/fake-telemetry.ts';
import { behindRows, totalOf } from './behind.ts';
import { added, moved, withoutTile, withTile } from './change-board.ts';
import { changeOf } from './compare.ts';
import { tileFacts } from './tile-facts.ts';

const NOW = Date.parse('2026-02-03T15:00:00Z');
const MINUTE = 60_000;
const view = fakeTelemetry(NOW);
const tile = (metric: string, change: Partial<Tile> = {}): Tile => ({
  id: metric,
  metric,
  labels: {},
  size: 'medium',
  ...change,
});
const flat = (value: number) => ({
  at: Array.from({ length: 60 }, (_, minute) => NOW - minute * MINUTE).reverse(),
  values: Array.from({ length: 60 }, () => value),
});

describe('a tile', () => {
  it('measures voice by its cap', () => {
    const facts = tileFacts(tile('voice.inUse'), 0, view, undefined, NOW, 'none');
    expect(facts).toMatchObject({ outOf: 120, band: 'alarm', bands: { warn: 108, alarm: 120 }, colour: 'danger' });
  });

  it('takes its own bands, and none where it says so', () => {
    const own = tile('queue.waiting', { bands: { warn: 30, alarm: 60 } });
    expect(tileFacts(own, 0, view, undefined, NOW, 'none').band).toBe('warn');
    const none = tile('voice.inUse', { bands: null });
    // Without bands of its own the cap still is what it is measured by.
    expect(tileFacts(none, 0, view, undefined, NOW, 'none')).toMatchObject({ outOf: 120, band: 'ok', limits: [] });
  });

  it('shows a part by its labels, and nothing where the instance does not tell it', () => {
    const part = tile('functions.failureRate', { labels: { function: 'lookupMeter' } });
    expect(tileFacts(part, 0, view, undefined, NOW, 'none')).toMatchObject({ found: { value: 12.4 }, band: 'warn' });
    expect(tileFacts(tile('x:gone'), 0, view, undefined, NOW, 'none').found).toBeUndefined();
  });

  it('compares shares in points and everything else in percent', () => {
    expect(changeOf(81.4, flat(82.6), NOW, 'percent')).toEqual({ direction: 'down', amount: 1.2, points: true });
    expect(changeOf(110, flat(100), NOW, 'count')).toEqual({ direction: 'up', amount: 10, points: false });
    expect(changeOf(100.2, flat(100), NOW, 'count')).toMatchObject({ direction: 'same' });
  });

  it('compares with nothing where nothing is known, and tells no share of nothing', () => {
    expect(changeOf(5, undefined, NOW, 'count')).toBeUndefined();
    expect(changeOf(undefined, flat(1), NOW, 'count')).toBeUndefined();
    expect(changeOf(5, { at: [NOW], values: [null] }, NOW, 'count')).toBeUndefined();
    expect(changeOf(5, flat(0), NOW, 'count')).toBeUndefined();
    expect(changeOf(0, flat(0), NOW, 'count')).toMatchObject({ direction: 'same' });
  });
});

describe('a board', () => {
  const board = defaultBoard('supervisor');
  const order = (changed: typeof board) => changed.tiles.map(({ id }) => id);

  it('moves tiles within its ends', () => {
    const [first, second] = order(board);
    expect(order(moved(board, String(second), -1)).slice(0, 2)).toEqual([second, first]);
    expect(moved(board, String(first), -1)).toBe(board);
    expect(moved(board, String(order(board).at(-1)), 1)).toBe(board);
    expect(moved(board, 'gone', 1)).toBe(board);
  });

  it('takes tiles in, changes them and lets them go', () => {
    const more = added(board, { metric: 'x:a', labels: {} }, 'new');
    expect(more.tiles.at(-1)).toEqual({ id: 'new', metric: 'x:a', labels: {}, size: 'medium' });
    expect(withTile(more, 'new', { size: 'wide' }).tiles.at(-1)?.size).toBe('wide');
    expect(order(withoutTile(more, 'new'))).toEqual(order(board));
  });
});

describe('the table behind a span', () => {
  const span = { from: NOW, to: NOW + 10 * MINUTE };
  const series = (
    labels: PastSeries['labels'],
    perMinute: readonly (number | null)[],
    stepMs = MINUTE,
  ): PastSeries => ({
    metric: 'm',
    labels,
    stepMs,
    coming: false,
    at: perMinute.map((_, place) => NOW + place * stepMs),
    values: perMinute,
  });
  const parts = {
    started: [series({ flow: 'A' }, [1, 2, null, 1]), series({ flow: 'B' }, [4, 4, 4, 4])],
    contained: [series({ flow: 'A' }, [1, 0, 1, 1])],
    handedOff: [series({ flow: 'A' }, [0, 1, 0, 0])],
    abandoned: [series({ flow: 'C' }, [0, 0])],
    wait: [series({ flow: 'A' }, [null, 30, 10, 20])],
  };

  it('counts by flow, the busiest first, gaps as nothing known', () => {
    const rows = behindRows(parts, [], span);
    expect(rows.map(({ flow, started }) => [flow, started])).toEqual([
      ['B', 16],
      ['A', 4],
    ]);
    expect(rows[1]).toMatchObject({ contained: 3, handedOff: 1, containedShare: 75, medianWait: 20 });
    expect(rows[0]).toMatchObject({ containedShare: undefined, medianWait: undefined });
    expect(totalOf(rows)).toEqual({ started: 20, contained: 3, handedOff: 1, abandoned: 0 });
  });

  it('counts only what lies in the span, and long steps by their minutes', () => {
    const rows = behindRows(parts, [], { from: NOW, to: NOW + 2 * MINUTE });
    expect(rows.find(({ flow }) => flow === 'A')?.started).toBe(3);
    const quarters = { ...parts, started: [series({ flow: 'A' }, [2, 2], 15 * MINUTE)] };
    expect(behindRows(quarters, [], { from: NOW, to: NOW + 30 * MINUTE })[0]).toMatchObject({ flow: 'A', started: 60 });
  });

  it('names the function that failed most in each flow', () => {
    const failures = [
      series({ flow: 'A', function: 'lookupMeter', reason: 'time-out' }, [1, 2]),
      series({ flow: 'A', function: 'createTicket', reason: 'limit-exceeded' }, [0, 1]),
    ];
    const rows = behindRows(parts, failures, span);
    expect(rows.find(({ flow }) => flow === 'A')?.failure).toEqual({
      name: 'lookupMeter',
      reason: 'time-out',
      count: 3,
    });
    expect(rows.find(({ flow }) => flow === 'B')?.failure).toBeUndefined();
  });
});
