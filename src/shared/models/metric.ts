/** How a metric's number is to be read. `perMinute` counts things of a minute; percent is 0 to 100; seconds are seconds. */
export type Quantity = 'count' | 'perMinute' | 'percent' | 'seconds' | 'plain';

/** What the console knows of a metric, whatever an instance calls it. */
export interface KnownMetric {
  readonly quantity: Quantity;
  /** Which way is worse; undefined where neither is. */
  readonly worse?: 'up' | 'down';
  /** From where on a tile warns and alarms, unless the board says otherwise. */
  readonly bands?: { readonly warn: number; readonly alarm: number };
}

/** The metrics that get tiles made for them. Everything else an instance tells is shown as it comes. */
export const KNOWN_METRICS = {
  'conversations.inProgress': { quantity: 'count' },
  'conversations.started': { quantity: 'perMinute' },
  'conversations.ended': { quantity: 'perMinute' },
  'conversations.contained': { quantity: 'perMinute', worse: 'down' },
  'conversations.handedOff': { quantity: 'perMinute', worse: 'up' },
  'conversations.abandoned': { quantity: 'perMinute', worse: 'up' },
  'conversations.abandonRate': { quantity: 'percent', worse: 'up', bands: { warn: 8, alarm: 15 } },
  'ai.containment': { quantity: 'percent', worse: 'down', bands: { warn: 65, alarm: 50 } },
  'queue.waiting': { quantity: 'count', worse: 'up' },
  'queue.longestWait': { quantity: 'seconds', worse: 'up', bands: { warn: 180, alarm: 420 } },
  'queue.medianWait': { quantity: 'seconds', worse: 'up', bands: { warn: 120, alarm: 300 } },
  'agents.signedIn': { quantity: 'count', worse: 'down' },
  'voice.inUse': { quantity: 'count', worse: 'up' },
  'voice.queued': { quantity: 'count', worse: 'up', bands: { warn: 1, alarm: 20 } },
  'voice.cap': { quantity: 'count' },
  'model.saturation': { quantity: 'percent', worse: 'up', bands: { warn: 85, alarm: 98 } },
  'model.size': { quantity: 'count' },
  'model.queue': { quantity: 'count', worse: 'up', bands: { warn: 1, alarm: 10 } },
  'model.latencyP50': { quantity: 'seconds', worse: 'up' },
  'model.latencyP95': { quantity: 'seconds', worse: 'up', bands: { warn: 10, alarm: 20 } },
  'functions.calls': { quantity: 'perMinute' },
  'functions.failed': { quantity: 'perMinute', worse: 'up' },
  'functions.failureRate': { quantity: 'percent', worse: 'up', bands: { warn: 12, alarm: 25 } },
  'functions.latencyP95': { quantity: 'seconds', worse: 'up', bands: { warn: 6, alarm: 12 } },
  'campaigns.pace': { quantity: 'perMinute' },
  'indexing.queue': { quantity: 'count', worse: 'up', bands: { warn: 60, alarm: 200 } },
  'indexing.pace': { quantity: 'perMinute' },
  'stream.clients': { quantity: 'count' },
} as const satisfies Record<string, KnownMetric>;

export type KnownMetricId = keyof typeof KNOWN_METRICS;
export const KNOWN_METRIC_IDS = Object.keys(KNOWN_METRICS) as readonly KnownMetricId[];

/** A metric's name in the console: a known one, or `x:` and the instance's own name. */
export type MetricId = KnownMetricId | `x:${string}`;

/** What the console knows of a metric; undefined for one that only the instance knows. */
export function knownMetric(id: string): KnownMetric | undefined {
  return isKnown(id) ? KNOWN_METRICS[id] : undefined;
}

export function isKnown(id: string): id is KnownMetricId {
  return Object.hasOwn(KNOWN_METRICS, id);
}

/** Names and values that tell one part of a metric from the others; none for the whole. */
export type Labels = Readonly<Record<string, string>>;

/** One text for labels, equal for equal labels whatever their order. */
export function labelsKey(labels: Labels): string {
  const pairs = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return pairs.length === 0 ? '' : JSON.stringify(pairs);
}

export type Band = 'ok' | 'warn' | 'alarm';
export interface Bands {
  readonly warn: number;
  readonly alarm: number;
}

/**
 * Where a value stands: the alarm limit decides which side is worse, the higher or the lower.
 * @param worse which way is worse where both limits are the same number
 */
export function bandOf(value: number, bands: Bands | undefined, worse: 'up' | 'down' = 'up'): Band {
  if (bands === undefined) return 'ok';
  const down = bands.alarm === bands.warn ? worse === 'down' : bands.alarm < bands.warn;
  const beyond = (limit: number) => (down ? value <= limit : value >= limit);
  if (beyond(bands.alarm)) return 'alarm';
  return beyond(bands.warn) ? 'warn' : 'ok';
}
