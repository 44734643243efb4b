import { KNOWN_METRICS, type KnownMetricId } from '../../shared/models/metric.ts';
import type {
  HealthComponent,
  MetricPart,
  MetricState,
  PastSeries,
  TelemetryView,
} from '../../shared/models/telemetry.ts';
import { createRandom } from './fake-conversations.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Where each metric lies, and by how much it moves. */
const LEVELS: Partial<Record<KnownMetricId, readonly [level: number, swing: number]>> = {
  'conversations.inProgress': [5_204, 300],
  'conversations.started': [140, 20],
  'conversations.ended': [138, 20],
  'conversations.contained': [96, 12],
  'conversations.handedOff': [21, 6],
  'conversations.abandoned': [4, 3],
  'conversations.abandonRate': [4.2, 2],
  'queue.waiting': [38, 14],
  'queue.longestWait': [252, 60],
  'queue.medianWait': [48, 15],
  'agents.signedIn': [64, 2],
  'voice.inUse': [120, 0],
  'voice.queued': [31, 5],
  'voice.cap': [120, 0],
  'ai.containment': [81.4, 1.5],
  'model.saturation': [62, 8],
  'model.size': [200, 0],
  'model.queue': [0, 0],
  'model.latencyP50': [1.2, 0.2],
  'model.latencyP95': [1.9, 0.7],
  'functions.calls': [410, 40],
  'functions.failed': [3.4, 2],
  'functions.failureRate': [0.8, 0.5],
  'functions.latencyP95': [2.6, 0.4],
  'campaigns.pace': [38, 9],
  'indexing.queue': [14, 9],
  'indexing.pace': [6, 2],
  'stream.clients': [7, 1],
};

const parts = (label: string, values: Readonly<Record<string, number>>): readonly MetricPart[] =>
  Object.entries(values).map(([value, amount]) => ({ labels: { [label]: value }, value: amount }));

const PARTS: Partial<Record<KnownMetricId, readonly MetricPart[]>> = {
  'conversations.inProgress': [
    ...parts('channel', { voice: 2_410, webchat: 1_522, sms: 801, email: 311, slack: 160 }),
    ...parts('direction', { inbound: 4_470, outbound: 734 }),
    ...parts('status', { 'in-progress': 4_980, queued: 38, 'human-handoff': 186 }),
    ...parts('flow', { 'Outage report': 2_210, 'Billing inquiry': 1_530, 'Move-in': 820, 'Payment plan': 644 }),
  ],
  'queue.waiting': parts('skill', { Outages: 21, Billing: 14, French: 3 }),
  'functions.failureRate': parts('function', { lookupMeter: 12.4, lookupAccount: 0.3, createTicket: 0 }),
  'functions.failed': parts('function', { lookupMeter: 3.1, lookupAccount: 0.3 }),
  'agents.signedIn': parts('availability', { available: 22, busy: 42 }),
};

/** A component of the health answer. */
function component(
  id: string,
  name: string,
  status: HealthComponent['status'],
  message: string,
  since: number,
): HealthComponent {
  return { id, name, kind: id === 'email' ? 'dependency' : 'component', status, since, message };
}

/** A busy hour: voice at its cap, e-mail down, one function failing, one unknown metric. */
export function fakeTelemetry(now: number): TelemetryView {
  const known = (Object.entries(LEVELS) as [KnownMetricId, readonly [number, number]][]).map(
    ([id, [value]]): MetricState => ({
      id,
      name: id,
      quantity: KNOWN_METRICS[id].quantity,
      value,
      at: now - 1_000,
      parts: PARTS[id] ?? [],
      ...(KNOWN_METRICS[id].quantity === 'percent' && { samples: 640 }),
    }),
  );
  const unknown: MetricState = {
    id: 'x:speech.endpointing_delay',
    name: 'speech.endpointing_delay',
    label: 'Endpointing delay',
    quantity: 'seconds',
    value: 0.42,
    at: now - 1_000,
    parts: [],
  };
  const ok = { state: 'ok', okAt: now - 1_000 } as const;
  return {
    tenant: 'northwind',
    metrics: [...known, unknown],
    leftOut: 0,
    components: [
      component('api', 'API', 'operational', 'Every operation answers', now - 9 * HOUR),
      component('voice', 'Voice (Twilio)', 'degraded', 'At concurrency cap, 31 calls queued', now - 14 * MINUTE),
      component('model-pool', 'Model pool', 'operational', '62 % used', now - 9 * HOUR),
      component('indexing', 'Indexing', 'operational', '14 documents in queue', now - 3 * HOUR),
      component('stream', 'Live stream', 'operational', '7 clients connected', now - 9 * HOUR),
      component('email', 'Email · Graph', 'down', 'Does not answer', now - 30 * MINUTE),
    ],
    incidents: [
      { id: 'i-1', title: 'Email · Graph is down', component: 'email', startedAt: now - 30 * MINUTE },
      {
        id: 'i-2',
        title: 'lookupMeter fails',
        component: 'functions',
        startedAt: now - 50 * MINUTE,
        endedAt: now - 20 * MINUTE,
      },
    ],
    sources: { metrics: ok, health: ok, incidents: ok, history: 'offered' },
    pastSerial: 1,
  };
}

/** A past that wanders around the metric's level, the same each time it is asked for. */
export function fakePast(
  metric: string,
  labels: Readonly<Record<string, string>>,
  from: number,
  to: number,
): PastSeries {
  const random = createRandom(
    [...`${metric}${JSON.stringify(labels)}`].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7),
  );
  const [level, swing] = LEVELS[metric as KnownMetricId] ?? [0.4, 0.05];
  const share = Object.keys(labels).length === 0 ? 1 : 0.2;
  const stepMs = to - from > 26 * HOUR ? 15 * MINUTE : MINUTE;
  const at: number[] = [];
  const values: (number | null)[] = [];
  let drift = 0;
  for (let time = Math.ceil(from / stepMs) * stepMs; time < to; time += stepMs) {
    drift = Math.max(-1, Math.min(1, drift + random() * 0.5 - 0.25));
    at.push(time);
    values.push(Math.max(0, Math.round((level + swing * drift) * share * 100) / 100));
  }
  return { metric, labels, stepMs, at, values, coming: false };
}
