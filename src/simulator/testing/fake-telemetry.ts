import type { Incident, TenantTelemetry } from '../world/telemetry/telemetry-port.ts';

/** Telemetry that stands still: one whole metric with a part, one component, incidents as they are made. */
export function fakeTelemetry(at: number): TenantTelemetry {
  const incidents: Incident[] = [];
  const unit = 'conversations';
  return {
    readings: () => [
      {
        name: 'queue.waiting',
        label: 'Waiting for a person',
        unit,
        value: 2,
        samples: 5,
        parts: [{ labels: { skill: 'Billing' }, value: 2 }],
      },
      { name: 'queue.median_wait', label: 'Median wait', unit: 's', value: null, parts: [] },
    ],
    history({ metric, from, to, stepMs, by }) {
      if (metric !== 'queue.waiting') return { ok: false, code: 'invalid', message: `There is no metric ${metric}` };
      const steps = Math.ceil((to - from) / stepMs);
      const points = Array.from({ length: steps }, (_, place) => ({
        at: from + place * stepMs,
        value: place === 1 ? null : 2,
      }));
      const labels = Object.fromEntries(by.map((label) => [label, 'Billing']));
      return { ok: true, value: { metric, unit, series: [{ labels, points }] } };
    },
    health: () => [
      {
        id: 'voice',
        name: 'Voice',
        kind: 'component',
        status: 'degraded',
        since: at,
        message: 'At concurrency cap, 3 calls queued',
      },
      { id: 'email', name: 'Email', kind: 'dependency', status: 'operational', since: at, message: 'Answers' },
    ],
    incidents: (from, to) => incidents.filter(({ startedAt }) => startedAt >= from && startedAt < to),
    startIncident({ kind }) {
      const incident = { incidentId: 'i-1', kind, title: 'Voice', component: 'voice', startedAt: at, endedAt: null };
      incidents.push(incident);
      return { ok: true, value: incident };
    },
    endIncident: (id) => incidents.some(({ incidentId }) => incidentId === id),
  };
}
