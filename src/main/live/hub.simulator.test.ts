import { afterEach, describe, expect, test, vi } from 'vitest';
import { startSimulated } from '../platform/testing/simulated.ts';
import { systemClock } from '../storage/clock.ts';
import { silentLog } from '../storage/log.ts';
import { createLiveHub } from './hub.ts';
import type { HubLimits } from './limits.ts';
import type { LiveHub } from './live-hub.ts';
import { RowsWindow, TranscriptWindow } from './testing/window-model.ts';

/** The same rules at a tenth of the patience, so that the test need not have ours. */
const QUICK: Partial<HubLimits> = {
  heartbeatMinMs: 1_000,
  heartbeatUnknownMs: 2_000,
  proofMs: 500,
  backoffBaseMs: 40,
  backoffCapMs: 400,
  resyncCalmMs: 100,
};
/** How long to wait for what takes seconds; a busy machine may need longer, and only a failure waits in vain. */
const PATIENCE_MS = 60_000;
const WORLD = { seed: 5, conversations: 120, speed: 1, clock: 'real', eventsPerSecond: 400 } as const;

const TROUBLES = [
  { kind: 'cut-stream', every: 150, times: 4 },
  { kind: 'duplicate-events', every: 7 },
  { kind: 'reorder-events', every: 9 },
  { kind: 'malformed-events', every: 120, times: 5 },
  { kind: 'unauthorized-mid-stream', every: 200, times: 2 },
  { kind: 'oversize-event', every: 170, bytes: 5_000_000, times: 2 },
] as const;

let at: Awaited<ReturnType<typeof startSimulated>>;
let hub: LiveHub;
afterEach(async () => {
  hub.stop();
  await at.close();
});

/** Starts a busy instance and a hub with its windows: the rows, and the transcripts of the first three. */
async function watch(dialect: 'primary' | 'harbour') {
  at = await startSimulated({ dialect, world: WORLD, heartbeatMs: 200 });
  const tenant = at.account.tenants[0] ?? '';
  const api = at.platform.tenantApi(tenant);
  hub = createLiveHub({ api, clock: systemClock, random: Math.random, log: silentLog, limits: QUICK });
  const rows = new RowsWindow((changed) => hub.openRows(changed));
  hub.start();
  await vi.waitFor(() => expect(hub.status().state).toBe('live'), PATIENCE_MS);
  const ids = hub
    .rows()
    .slice(0, 3)
    .map(({ id }) => id);
  const transcripts = new Map(
    ids.map((id) => [id, new TranscriptWindow((changed) => hub.openTranscript(id, changed))]),
  );
  const pump = () => {
    rows.pump();
    for (const window of transcripts.values()) window.pump();
  };
  return { api, tenant, rows, transcripts, pump };
}

/** Stands the world still and waits until the windows show exactly it. */
async function agrees({ api, rows, transcripts, pump }: Awaited<ReturnType<typeof watch>>): Promise<void> {
  at.simulator.world().stop();
  const truth = await api.liveSnapshot();
  await vi.waitFor(
    () => {
      pump();
      expect(hub.status().state).toBe('live');
      const shown = [...rows.rows.values()].filter(({ ended }) => !ended);
      const plain = shown.map(({ seenAt: _seenAt, ...conversation }) => conversation);
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      expect(plain.sort(byId)).toEqual(truth.conversations.toSorted(byId));
    },
    { timeout: PATIENCE_MS, interval: 100 },
  );
  for (const [id, window] of transcripts) {
    const real = await api.getTranscript(id).catch(() => undefined);
    await vi.waitFor(() => {
      pump();
      expect(window.gone).toBe(real === undefined);
      if (real === undefined) return;
      expect(window.ordered()).toEqual(real.messages);
      expect(window.calls.size).toBe(real.functionCalls.length);
    }, PATIENCE_MS);
  }
}

describe.each(['primary', 'harbour'] as const)('over loopback, %s dialect', (dialect) => {
  test(
    'a busy quarter of trouble, then the windows show the instance’s own state',
    async () => {
      const seen = await watch(dialect);
      for (const trouble of TROUBLES) await at.admin('POST', 'faults', trouble);
      const { events } = hub.status().counters;
      await vi.waitFor(
        () => {
          seen.pump();
          expect(hub.status().counters.events).toBeGreaterThan(events + 1_200);
        },
        { timeout: PATIENCE_MS, interval: 20 },
      );
      await at.admin('DELETE', 'faults');
      await agrees(seen);
      const { counters } = hub.status();
      expect(counters.duplicates).toBeGreaterThan(20);
      expect(counters.resyncs).toBeGreaterThan(0);
      expect(counters.dropped).toBe(0);
    },
    5 * PATIENCE_MS,
  );

  test(
    'a restart and a silent stall: another world in place of the old, nothing of it left',
    async () => {
      const seen = await watch(dialect);
      const before = at.simulator.world().tenant(seen.tenant)?.streamId;
      expect((await at.admin('POST', 'restart')).ok).toBe(true);
      expect(at.simulator.world().tenant(seen.tenant)?.streamId).not.toBe(before);
      await vi.waitFor(() => expect(hub.status().state).toBe('live'), PATIENCE_MS);
      await at.admin('POST', 'faults', { kind: 'stall-stream', every: 20, times: 1 });
      const { events } = hub.status().counters;
      await vi.waitFor(() => expect(hub.status().counters.events).toBeGreaterThan(events + 400), PATIENCE_MS);
      await agrees(seen);
    },
    5 * PATIENCE_MS,
  );
});
