import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../storage/log.ts';
import { MINUTE_MS, MOST_SERIES, PastStore, QUARTER_MS } from './past-store.ts';

const hour = 60 * MINUTE_MS;
const day = 24 * hour;
const start = Date.UTC(2026, 10, 22, 12);
let folder: string;
let now: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'past-'));
  now = start;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function store(path = ':memory:'): PastStore {
  return new PastStore({ path, now: () => now, log: silentLog });
}
const sample = (value: number, metric = 'queue.waiting', labels = {}) => ({ metric, labels, value });

describe('the past', () => {
  it('is the mean of each minute, for each part of each metric of each tenant', () => {
    const past = store();
    past.record('north', [sample(2), sample(9, 'queue.waiting', { skill: 'Billing' })], start);
    past.record('north', [sample(4)], start + 20_000);
    past.record('north', [sample(10)], start + MINUTE_MS);
    past.record('south', [sample(99)], start);
    const span = { from: start, to: start + hour };
    expect(past.read('north', 'queue.waiting', {}, span, MINUTE_MS)).toEqual([
      { at: start, value: 3 },
      { at: start + MINUTE_MS, value: 10 },
    ]);
    expect(past.read('north', 'queue.waiting', {}, span, 5 * MINUTE_MS)).toEqual([{ at: start, value: 16 / 3 }]);
    expect(past.parts('north', 'queue.waiting', ['skill'])).toEqual([{ skill: 'Billing' }]);
    expect(past.lastAt('north')).toBe(start + MINUTE_MS);
    expect(past.lastAt('east')).toBeUndefined();
  });

  it('survives a restart', () => {
    const path = join(folder, 'deep', 'past.sqlite');
    const before = store(path);
    before.record('north', [sample(7)], start);
    before.close();
    const after = store(path);
    expect(after.read('north', 'queue.waiting', {}, { from: start, to: start + hour }, MINUTE_MS)).toHaveLength(1);
    after.close();
  });

  it('survives the death of the process in the middle of writing', async () => {
    const path = join(folder, 'past.sqlite');
    const child = fork(join(import.meta.dirname, 'testing/past-writer.ts'), [path, String(start)]);
    const written = await new Promise<number>((resolve) => child.once('message', (count) => resolve(Number(count))));
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    const past = store(path);
    const points = past.read('north', 'queue.waiting', {}, { from: start, to: start + day }, MINUTE_MS);
    expect(points.length).toBeGreaterThanOrEqual(written);
    expect(points.every(({ value }) => value === 5)).toBe(true);
    past.close();
  });

  it('of a file that is no database begins anew and keeps the file aside', () => {
    const path = join(folder, 'past.sqlite');
    writeFileSync(path, 'This is not a database, and long enough to be taken for a header of one.'.repeat(50));
    const past = store(path);
    past.record('north', [sample(7)], start);
    expect(past.size()).toBe(1);
    expect(readdirSync(folder).some((name) => name.includes('.corrupt-'))).toBe(true);
    past.close();
  });

  it('is bounded: minutes become quarters, quarters are forgotten, and series are not without number', () => {
    const past = store();
    for (let minute = 0; minute < 60; minute += 1) past.record('north', [sample(minute)], start + minute * MINUTE_MS);
    now = start + 3 * day;
    past.prune();
    const span = { from: start, to: start + hour };
    expect(past.size()).toBe(4);
    expect(past.read('north', 'queue.waiting', {}, span, MINUTE_MS)).toEqual([]);
    expect(past.read('north', 'queue.waiting', {}, span, QUARTER_MS).map(({ value }) => value)).toEqual([
      7, 22, 37, 52,
    ]);
    now = start + 20 * day;
    past.prune();
    expect([past.size(), past.metrics('north')]).toEqual([0, []]);
    past.record(
      'north',
      Array.from({ length: 2 * MOST_SERIES }, (_, nth) => sample(1, `x:thing.${nth}`)),
      now,
    );
    expect(past.size()).toBe(MOST_SERIES);
  });

  it('reads days as quarters, whether they were put together already or not', () => {
    const past = store();
    past.record('north', [sample(4)], start - 3 * day);
    past.record('north', [sample(8)], start);
    past.prune();
    const span = { from: start - 4 * day, to: start + hour };
    expect(past.read('north', 'queue.waiting', {}, span, QUARTER_MS)).toEqual([
      { at: start - 3 * day, value: 4 },
      { at: start, value: 8 },
    ]);
  });
});

describe('gaps', () => {
  const span = { from: start, to: start + 10 * MINUTE_MS };

  it('are told, filled where nothing is known, and never over what is known', () => {
    const past = store();
    for (const minute of [0, 1, 2, 6, 7, 9]) past.record('north', [sample(1)], start + minute * MINUTE_MS);
    const gap = { from: start + 3 * MINUTE_MS, to: start + 6 * MINUTE_MS };
    expect(past.gaps('north', 'queue.waiting', {}, span, MINUTE_MS, 2 * MINUTE_MS)).toEqual([gap]);
    const points = Array.from({ length: 10 }, (_, minute) => ({ at: start + minute * MINUTE_MS, value: 50 }));
    expect(past.fill('north', 'queue.waiting', {}, MINUTE_MS, points)).toBe(4);
    expect(past.gaps('north', 'queue.waiting', {}, span, MINUTE_MS, 2 * MINUTE_MS)).toEqual([]);
    expect(past.read('north', 'queue.waiting', {}, span, MINUTE_MS).map(({ value }) => value)).toEqual([
      1, 1, 1, 50, 50, 50, 1, 1, 50, 1,
    ]);
  });

  it('of a metric that nothing is known of are the whole span', () => {
    expect(store().gaps('north', 'queue.waiting', {}, span, MINUTE_MS, 2 * MINUTE_MS)).toEqual([span]);
  });
});
