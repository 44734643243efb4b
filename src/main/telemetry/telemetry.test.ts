import { expect, it } from 'vitest';
import { DrivenClock } from '../live/testing/driven-clock.ts';
import { silentLog } from '../storage/log.ts';
import { pastKey } from './past-key.ts';
import { MINUTE_MS, PastStore } from './past-store.ts';
import { createTelemetry } from './telemetry.ts';
import { FakeTelemetryApi, waitingAnswer } from './testing/fake-telemetry-api.ts';

it('keeps the pasts of two tenants with one slug apart, by their instances', async () => {
  const clock = new DrivenClock(Date.UTC(2026, 10, 22, 12));
  const api = new FakeTelemetryApi();
  api.answer = () => waitingAnswer(4, clock.now());
  let apiUrl = 'https://one.example/v1';
  const none = { get: () => fail(), set: fail, reset: () => fail() };
  const telemetry = createTelemetry({
    apiFor: () => api,
    pastKey: (tenant) => pastKey({ embedded: false, apiUrl }, tenant),
    clock,
    random: () => 0,
    log: silentLog,
    store: new PastStore({ path: ':memory:', now: () => clock.now(), log: silentLog }),
    boards: none,
    journal: async () => [],
    alertMarks: () => [],
  });
  const known = async () => {
    const series = [{ metric: 'queue.waiting', labels: {} }];
    const from = clock.now() - 10 * MINUTE_MS;
    const [line] = await telemetry.handlers.past({ tenant: 'north', series, from, to: clock.now() });
    return line?.at.length ?? 0;
  };
  const end = telemetry.keep('north', () => undefined);
  await clock.advance(5 * MINUTE_MS);
  expect(await known()).toBeGreaterThan(0);
  end();
  telemetry.stopAll();
  apiUrl = 'https://two.example/v1';
  api.answer = () => ({ items: [] });
  expect(await known()).toBe(0);
  telemetry.stopAll();
  apiUrl = 'https://one.example/v2';
  expect(await known()).toBeGreaterThan(0);
  telemetry.stopAll();
});

function fail(): never {
  throw new Error('No board is asked for here.');
}
