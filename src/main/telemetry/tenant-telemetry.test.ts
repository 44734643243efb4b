import { beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../shared/models/failure.ts';
import { DrivenClock } from '../live/testing/driven-clock.ts';
import { silentLog } from '../storage/log.ts';
import { TELEMETRY_LIMITS } from './limits.ts';
import { MINUTE_MS, PastStore } from './past-store.ts';
import { TenantTelemetry } from './tenant-telemetry.ts';
import { FakeTelemetryApi, waitingAnswer } from './testing/fake-telemetry-api.ts';

const hour = 60 * MINUTE_MS;
let clock: DrivenClock;
let api: FakeTelemetryApi;
let store: PastStore;
let telemetry: TenantTelemetry;

function begin(): void {
  const deps = {
    tenant: 'north',
    pastKey: 'north',
    api,
    store,
    clock,
    random: () => 0,
    log: silentLog,
    limits: TELEMETRY_LIMITS,
  };
  telemetry = new TenantTelemetry(deps);
  telemetry.setWatched(true);
  telemetry.start();
}

beforeEach(() => {
  clock = new DrivenClock(Date.UTC(2026, 10, 22, 12));
  api = new FakeTelemetryApi();
  api.answer = () => waitingAnswer(4, clock.now());
  store = new PastStore({ path: ':memory:', now: () => clock.now(), log: silentLog });
});

const waiting = () => telemetry.metric('queue.waiting');
const source = () => telemetry.view().sources.metrics;
const line = (from: number) => telemetry.past('queue.waiting', {}, { from, to: clock.now() + MINUTE_MS });

describe('an instance that answers', () => {
  it('is asked again and again while somebody looks, less often while only rules do', async () => {
    begin();
    await clock.advance(60_000);
    expect(waiting()).toMatchObject({ value: 4, quantity: 'count' });
    expect(clock.now() - (waiting()?.at ?? 0)).toBeLessThanOrEqual(3_000);
    expect(api.asked.metrics).toBe(21);
    telemetry.setWatched(false);
    await clock.advance(60_000);
    expect(api.asked.metrics).toBeLessThanOrEqual(26);
    telemetry.stop();
    await clock.advance(600_000);
    expect(api.asked.metrics).toBeLessThanOrEqual(26);
    expect(clock.pending).toBe(0);
  });

  it('leaves a past that a chart can show, live and from before', async () => {
    begin();
    const start = clock.now();
    await clock.advance(3 * MINUTE_MS);
    const { at, values } = line(start);
    expect(at.length).toBeGreaterThan(55);
    expect(values.every((value) => value === 4)).toBe(true);
    expect(telemetry.pastParts('queue.waiting', ['skill'], { from: start, to: clock.now() })).toMatchObject({
      parts: [{ labels: { skill: 'A' }, values: [4, 4, 4] }],
      missing: [],
      coming: false,
    });
  });
});

describe("a chart's hour", () => {
  it('shows single values also where it asks for the minute that goes on', async () => {
    begin();
    await clock.advance(30 * MINUTE_MS + 40_000);
    const { at } = telemetry.past(
      'queue.waiting',
      {},
      {
        from: clock.now() - hour,
        to: clock.now() + MINUTE_MS,
      },
    );
    expect(clock.now() - (at.at(-1) ?? 0)).toBeLessThanOrEqual(3_000);
  });
});

describe('bad input', () => {
  it.each([
    ['missing', () => ({ items: [{ name: 'other', value: 1 }] }), 'missing'],
    ['null', () => waitingAnswer(null), 'missing'],
    ['NaN', () => waitingAnswer('NaN'), 'no-number'],
    ['negative', () => waitingAnswer(-5), 'negative'],
  ])('a value that is %s keeps the last good one, with its age', async (_, answer, problem) => {
    begin();
    await clock.advance(1_000);
    const good = waiting()?.at;
    api.answer = answer;
    await clock.advance(10_000);
    expect(waiting()).toMatchObject({ value: 4, at: good, problem });
    api.answer = () => waitingAnswer(6);
    await clock.advance(4_000);
    expect(waiting()).toMatchObject({ value: 6 });
    expect(waiting()).not.toHaveProperty('problem');
  });

  it('an answer older than the last is no news; a cached one grows old', async () => {
    begin();
    await clock.advance(1_000);
    const good = waiting()?.at ?? 0;
    api.answer = () => waitingAnswer(99, good - 30_000);
    await clock.advance(5_000);
    expect(waiting()).toMatchObject({ value: 4, at: good });
    api.answer = () => waitingAnswer(5, good + 2_000);
    await clock.advance(60_000);
    expect(waiting()).toMatchObject({ value: 5, at: good + 2_000 });
    expect(line(good).values.filter((value) => value === 5)).toHaveLength(1);
  });

  it('a time in the future counts as now', async () => {
    begin();
    api.answer = () => waitingAnswer(5, clock.now() + hour);
    await clock.advance(4_000);
    expect(waiting()?.at).toBeLessThanOrEqual(clock.now());
    api.answer = () => waitingAnswer(6, clock.now());
    await clock.advance(10_000);
    expect(waiting()).toMatchObject({ value: 6 });
  });

  it("times are told on this machine's clock, however far the instance's is off", async () => {
    api.skew = 600_000;
    api.answer = () => waitingAnswer(5, clock.now() + 600_000);
    begin();
    await clock.advance(1_000);
    expect(Math.abs(clock.now() - (waiting()?.at ?? 0))).toBeLessThanOrEqual(1_000);
  });

  it('a thousand unknown metrics are all shown; no more are kept than there is room for', async () => {
    api.answer = () => ({ items: Array.from({ length: 1_000 }, (_, nth) => ({ name: `thing.${nth}`, value: nth })) });
    begin();
    await clock.advance(10_000);
    expect(telemetry.view().metrics).toHaveLength(1_000);
    expect(store.size()).toBeLessThanOrEqual(600);
  });

  it.each([
    ['403', new FailureError('forbidden', 'no', { status: 403, requiredScope: 'telemetry:read' }), 60_000],
    ['503 with its own wish', new FailureError('saturated', 'busy', { status: 503, retryAfterMs: 40_000 }), 40_000],
    ['HTML', new FailureError('unavailable', 'html', { reason: 'wrong-content-type' }), 3_000],
  ])('%s: what is known stays, and it is asked again after a fitting while', async (_, failure, wait) => {
    begin();
    await clock.advance(1_000);
    api.answer = () => Promise.reject(failure);
    await clock.advance(3_000);
    const { metrics } = api.asked;
    expect(source()).toMatchObject({ state: 'failing', failure: failure.failure, okAt: expect.any(Number) });
    expect(waiting()).toMatchObject({ value: 4 });
    await clock.advance(wait - 1_500);
    expect(api.asked.metrics).toBe(metrics);
    api.answer = () => waitingAnswer(7, clock.now());
    await clock.advance(3_000);
    expect(source()).toMatchObject({ state: 'ok' });
    expect(waiting()).toMatchObject({ value: 7 });
  });

  it('a slow answer is said to be slow, and is waited for without asking twice', async () => {
    const answers: ((answer: unknown) => void)[] = [];
    api.answer = () => new Promise((resolve) => answers.push(resolve));
    begin();
    await clock.advance(12_000);
    expect(api.asked.metrics).toBe(1);
    expect(source()).toMatchObject({ state: 'waiting', slowSince: expect.any(Number) });
    answers[0]?.(waitingAnswer(3));
    await clock.advance(0);
    expect(source()).not.toHaveProperty('slowSince');
    expect(waiting()).toMatchObject({ value: 3 });
  });

  it('a tenant without telemetry says so and is not asked', async () => {
    api.offered.clear();
    begin();
    await clock.advance(30_000);
    const { sources } = telemetry.view();
    expect([sources.metrics.state, sources.health.state, sources.history]).toEqual(['missing', 'missing', 'missing']);
    expect(api.asked).toEqual({ metrics: 0, health: 0, incidents: 0 });
    api.offered.add('telemetry.metrics');
    await clock.advance(61_000);
    expect(waiting()).toMatchObject({ value: 4 });
  });
});

describe('an outage', () => {
  const down = () => Promise.reject(new FailureError('offline', 'away', { reason: 'refused' }));

  it('is a gap in the line, and never a line across it', async () => {
    api.offered.delete('telemetry.history');
    begin();
    const start = clock.now();
    await clock.advance(5 * MINUTE_MS);
    api.answer = down;
    await clock.advance(10 * MINUTE_MS);
    expect(telemetry.outages()).toMatchObject([{ open: true }]);
    api.answer = () => waitingAnswer(50, clock.now());
    await clock.advance(5 * MINUTE_MS);
    const { at, values } = line(start);
    const gap = values.indexOf(null);
    expect(values[gap - 1]).toBe(4);
    expect(values[gap + 1]).toBe(50);
    expect((at[gap + 1] ?? 0) - (at[gap - 1] ?? 0)).toBeGreaterThan(9 * MINUTE_MS);
    expect(values.filter((value) => value === null)).toHaveLength(1);
    expect(telemetry.outages()).toMatchObject([{ open: false, from: expect.any(Number) }]);
  });

  it('is filled from the history of the instance, where it has one, and what it does not know stays a gap', async () => {
    begin();
    const start = clock.now();
    await clock.advance(5 * MINUTE_MS);
    api.answer = down;
    await clock.advance(10 * MINUTE_MS);
    api.pastValue = (_, at) => (at >= start + 8 * MINUTE_MS ? 33 : undefined);
    api.answer = () => waitingAnswer(50, clock.now());
    const before = telemetry.view().pastSerial;
    await clock.advance(5 * MINUTE_MS);
    expect(telemetry.view().pastSerial).toBeGreaterThan(before);
    const values = store
      .read('north', 'queue.waiting', {}, { from: start, to: clock.now() }, MINUTE_MS)
      .map(({ at, value }) => [Math.round((at - start) / MINUTE_MS), value]);
    expect(values).toContainEqual([4, 4]);
    expect(values).not.toContainEqual([6, expect.anything()]);
    expect(values).toContainEqual([9, 33]);
    expect(values).toContainEqual([13, 33]);
  });

  it('of this console is filled, too: what happened while it was closed', async () => {
    begin();
    await clock.advance(2 * MINUTE_MS);
    telemetry.stop();
    const closed = clock.now();
    await clock.advance(3 * hour);
    api.pastValue = () => 12;
    begin();
    await clock.advance(MINUTE_MS);
    const values = store.read('north', 'queue.waiting', {}, { from: closed, to: clock.now() }, MINUTE_MS);
    expect(values.length).toBeGreaterThan(175);
    expect(values[60]?.value).toBe(12);
  });

  it('that is being filled says so, and of which times nothing is known', async () => {
    const answered: (() => void)[] = [];
    const history = api.history.bind(api);
    api.history = async (question) => {
      await new Promise<void>((done) => answered.push(done));
      return history(question);
    };
    api.pastValue = () => 7;
    begin();
    await clock.advance(2 * MINUTE_MS);
    const parts = () => telemetry.pastParts('queue.waiting', ['skill'], { from: clock.now() - hour, to: clock.now() });
    const begun = clock.now() - 2 * MINUTE_MS;
    expect(line(clock.now() - hour).coming).toBe(true);
    expect(parts()).toMatchObject({ coming: true, missing: [{ from: clock.now() - hour, to: begun }] });
    const before = telemetry.view().pastSerial;
    for (const answer of answered.splice(0)) answer();
    await clock.advance(1_000);
    expect(telemetry.view().pastSerial).toBeGreaterThan(before);
    expect(line(clock.now() - hour).coming).toBe(false);
    expect(parts()).toMatchObject({ coming: false, missing: [] });
  });

  it('that the instance does not answer is no longer waited for, and stays missing', async () => {
    begin();
    await clock.advance(MINUTE_MS);
    api.historyFailure = new FailureError('saturated', 'busy', { status: 503 });
    const parts = () => telemetry.pastParts('queue.waiting', ['skill'], { from: clock.now() - hour, to: clock.now() });
    const before = telemetry.view().pastSerial;
    expect(parts().coming).toBe(true);
    await clock.advance(1_000);
    expect(telemetry.view().pastSerial).toBeGreaterThan(before);
    expect(parts()).toMatchObject({ coming: false, missing: [{ to: expect.any(Number) }] });
  });

  it('of a whole board is asked for by few questions at once', async () => {
    let [under, most] = [0, 0];
    const history = api.history.bind(api);
    api.history = async (question) => {
      most = Math.max(most, ++under);
      await new Promise<void>((done) => clock.after(1_500, done));
      under -= 1;
      return history(question);
    };
    const names = Array.from({ length: 9 }, (_, nth) => `thing.${nth}`);
    api.answer = () => ({ items: names.map((name) => ({ name, value: 1 })) });
    api.pastValue = () => 1;
    begin();
    await clock.advance(1_000);
    for (const name of names) telemetry.past(`x:${name}`, {}, { from: clock.now() - hour, to: clock.now() });
    await clock.advance(6_000);
    expect(most).toBe(3);
    expect(api.questions).toHaveLength(9);
  });

  it('that cannot be filled is asked for again, but not in a tight loop', async () => {
    begin();
    await clock.advance(MINUTE_MS);
    api.historyFailure = new FailureError('saturated', 'busy', { status: 503 });
    for (let look = 0; look < 20; look += 1) {
      line(clock.now() - hour);
      await clock.advance(1_000);
    }
    expect(api.questions).toHaveLength(1);
    api.historyFailure = undefined;
    api.pastValue = () => 1;
    await clock.advance(5 * MINUTE_MS);
    line(clock.now() - hour);
    await clock.advance(1_000);
    expect(api.questions.length).toBeGreaterThan(1);
    expect(line(clock.now() - hour).values.length).toBeGreaterThan(50);
  });
});
