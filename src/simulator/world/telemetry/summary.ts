import { keyOf } from './keys.ts';
import type { Facts, Tally } from './tally.ts';

/** What the conversations themselves do not tell; read where the numbers are made. */
export interface Surroundings {
  readonly teamSize: number;
  /** Of the team: who has no room for another conversation. */
  readonly busy: number;
  readonly voiceQueued: number;
  readonly voiceCap: number;
  /** Places of the model pool in use, and all of them. */
  readonly poolInUse: number;
  readonly poolSize: number;
  readonly poolWaiting: number;
  readonly indexingQueue: number;
  /** Documents indexed within the span. */
  readonly indexed: number;
  /** Undefined for a past that nobody watched. */
  readonly streamClients: number | undefined;
  /** Mean mood of the customers, -1 to 1; undefined without conversations. */
  readonly mood: number | undefined;
  readonly highRisk: number | undefined;
}

export interface Summary {
  /** The value of each key; a key without one was not told. */
  readonly values: Map<string, number>;
  /** How many cases a share or percentile is made of. */
  readonly samples: Map<string, number>;
}

/** Shares are made of what happened within these minutes. */
export const shareMinutes = 15;
export const failureMinutes = 5;

const ratesOf = new Set([
  'conversations.started',
  'conversations.ended',
  'conversations.contained',
  'conversations.handed_off',
  'conversations.abandoned',
  'functions.calls',
  'functions.failed',
  'campaigns.dial_rate',
]);
/** Whether a part that was not told is none: true of counts, and of numbers of things. */
export function isCounted(name: string): boolean {
  return ratesOf.has(name) || name === 'conversations.in_progress' || name === 'queue.waiting';
}

const plain = (key: string): string => key.replace(/\{.*$/, '');
const round = (value: number): number => Math.round(value * 100) / 100;

/** Value below which the given share of the numbers lies; undefined without numbers. */
export function percentile(numbers: readonly number[], share: number): number | undefined {
  if (numbers.length === 0) return undefined;
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/**
 * Makes the numbers of a span of time.
 *
 * @param minutes how long the span is: counts become counts per minute
 * @param recent counts of the last `shareMinutes`, and of the last `failureMinutes`, this span included
 */
export function summarise(
  tally: Tally,
  facts: Facts,
  minutes: number,
  recent: { readonly share: Facts['counts']; readonly failures: Facts['counts'] },
  around: Surroundings,
  now: number,
): Summary {
  const values = new Map<string, number>();
  const samples = new Map<string, number>();
  const put = (key: string, value: number | undefined) => {
    if (value !== undefined) values.set(key, round(value));
  };
  for (const name of ratesOf) put(name, 0);
  put('conversations.in_progress', 0);
  put('queue.waiting', 0);
  for (const [key, level] of tally.levels) put(key, Math.round(level));
  for (const [key, count] of facts.counts) if (ratesOf.has(plain(key))) put(key, count / minutes);

  const share = (part: string, whole: number) =>
    whole > 0 ? ((recent.share.get(part) ?? 0) / whole) * 100 : undefined;
  const settled =
    (recent.share.get('conversations.contained') ?? 0) + (recent.share.get('conversations.handed_off') ?? 0);
  const ended = recent.share.get('conversations.ended') ?? 0;
  put('ai.containment', share('conversations.contained', settled));
  put('conversations.abandon_rate', share('conversations.abandoned', ended));
  samples.set('ai.containment', settled);
  samples.set('conversations.abandon_rate', ended);
  samples.set('functions.failure_rate', recent.failures.get('functions.calls') ?? 0);
  for (const [key, calls] of recent.failures) {
    if (plain(key) !== 'functions.calls') continue;
    const failed = recent.failures.get(key.replace('functions.calls', 'functions.failed')) ?? 0;
    put(key.replace('functions.calls', 'functions.failure_rate'), (failed / calls) * 100);
  }

  const oldest = Math.min(...[...tally.waiting].map(({ waitingSince }) => waitingSince ?? now));
  put('queue.longest_wait', tally.waiting.size === 0 ? 0 : Math.max(0, now - oldest) / 1_000);
  const seconds = (ms: number | undefined) => (ms === undefined ? undefined : ms / 1_000);
  for (const [key, list] of facts.durations) {
    if (plain(key) === 'queue.wait')
      put(key.replace('queue.wait', 'queue.median_wait'), seconds(percentile(list, 0.5)));
    if (plain(key) === 'functions.latency') put(key.replace('latency', 'latency_p95'), seconds(percentile(list, 0.95)));
  }
  const latencies = facts.durations.get('model.latency') ?? [];
  samples.set('model.latency_p50', latencies.length);
  samples.set('model.latency_p95', latencies.length);
  samples.set('queue.median_wait', facts.durations.get('queue.wait')?.length ?? 0);
  samples.set('functions.latency_p95', facts.durations.get('functions.latency')?.length ?? 0);
  put('model.latency_p50', seconds(percentile(latencies, 0.5)));
  put('model.latency_p95', seconds(percentile(latencies, 0.95)));
  putSurroundings(put, tally, around, minutes);
  return { values, samples };
}

function putSurroundings(
  put: (key: string, value: number | undefined) => void,
  tally: Tally,
  around: Surroundings,
  minutes: number,
): void {
  put('agents.signed_in', around.teamSize);
  put(keyOf('agents.signed_in', [['availability', 'available']]), around.teamSize - around.busy);
  put(keyOf('agents.signed_in', [['availability', 'busy']]), around.busy);
  const voice = keyOf('conversations.in_progress', [['channel', 'voice']]);
  put('voice.channels_in_use', Math.round(tally.levels.get(voice) ?? 0));
  put('voice.channels_queued', around.voiceQueued);
  put('voice.channels_cap', around.voiceCap);
  put('model.pool_saturation', around.poolSize > 0 ? Math.min(100, (around.poolInUse / around.poolSize) * 100) : 100);
  put('model.pool_size', around.poolSize);
  put('model.queue', around.poolWaiting);
  put('indexing.queue', around.indexingQueue);
  put('indexing.rate', around.indexed / minutes);
  put('stream.clients', around.streamClients);
  put('customers.mood', around.mood);
  put('conversations.high_risk', around.highRisk);
}
