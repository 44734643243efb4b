import type { ArchiveFilter } from '../../../../../shared/models/archive.ts';
import type { Labels } from '../../../../../shared/models/metric.ts';
import type { Span } from '../../../charts/line.ts';

/** Filters of Live View by which it shows what is behind a number. */
export interface LiveFilters {
  readonly platform?: string;
  readonly direction?: string;
  readonly status?: string;
  readonly flow?: string;
  readonly function?: string;
}

/** Where the conversations or campaigns behind a number are. */
export type DrillTarget =
  | { readonly kind: 'live'; readonly filters: LiveFilters }
  /** What happened within a span, whether it goes on or not: the archive, by when conversations began. */
  | { readonly kind: 'archive'; readonly filter: PastFilter; readonly span?: Span; readonly lastMs?: number }
  /** Where the console has no campaigns: Live View with these filters. */
  | { readonly kind: 'campaigns'; readonly otherwise: LiveFilters };

/** What conversations of the past have in common, beside their time. */
export type PastFilter = Pick<ArchiveFilter, 'status' | 'flow' | 'platform' | 'direction' | 'function'>;

const FROM_LABELS: Readonly<Record<string, keyof LiveFilters>> = {
  channel: 'platform',
  direction: 'direction',
  status: 'status',
  flow: 'flow',
  function: 'function',
};

/** What every conversation behind a metric has in common; undefined where no conversation is behind it. */
const OF_METRIC: Readonly<Record<string, LiveFilters | undefined>> = {
  'conversations.inProgress': {},
  'queue.waiting': { status: 'queued' },
  'queue.longestWait': { status: 'queued' },
  'queue.medianWait': { status: 'queued' },
  'voice.inUse': { platform: 'voice' },
  'model.queue': { status: 'in-progress' },
  'model.saturation': { status: 'in-progress' },
  'model.latencyP50': { status: 'in-progress' },
  'model.latencyP95': { status: 'in-progress' },
  'functions.calls': {},
  'functions.failed': {},
  'functions.failureRate': {},
  'functions.latencyP95': {},
};

const MINUTE_MS = 60_000;

/** What is counted over a time: how its conversations ended, and over how long where that is not the time shown. */
const OF_PAST: Readonly<Record<string, { readonly status?: readonly string[]; readonly lastMs?: number } | undefined>> =
  {
    'conversations.started': {},
    'conversations.ended': { status: ['completed', 'abandoned', 'failed', 'human-handoff'] },
    'conversations.contained': { status: ['completed'] },
    'conversations.handedOff': { status: ['human-handoff'] },
    'conversations.abandoned': { status: ['abandoned'] },
    'conversations.abandonRate': { status: ['abandoned'], lastMs: 15 * MINUTE_MS },
    'ai.containment': { status: ['completed', 'human-handoff'], lastMs: 15 * MINUTE_MS },
  };

const CAMPAIGNS: Readonly<Record<string, LiveFilters>> = {
  'campaigns.pace': { direction: 'outbound' },
  'voice.queued': { platform: 'voice' },
  'voice.cap': { platform: 'voice' },
};

/** Where what is behind a metric, or a part of it, can be seen. Undefined where that is nothing one can look at. */
export function drillOf(metric: string, labels: Labels = {}): DrillTarget | undefined {
  const campaigns = CAMPAIGNS[metric];
  if (campaigns !== undefined) return { kind: 'campaigns', otherwise: campaigns };
  const past = OF_PAST[metric];
  if (past !== undefined) return pastOf(past, labels);
  const base = OF_METRIC[metric];
  if (base === undefined) return undefined;
  const filters: Record<string, string> = { ...base };
  for (const [name, value] of Object.entries(labels)) {
    const key = FROM_LABELS[name];
    if (key !== undefined) filters[key] = value;
  }
  return { kind: 'live', filters };
}

function pastOf({ status, lastMs }: NonNullable<(typeof OF_PAST)[string]>, labels: Labels): DrillTarget {
  const { channel, direction, flow } = labels;
  const filter: PastFilter = {
    ...(labels['status'] === undefined ? status !== undefined && { status } : { status: [labels['status']] }),
    ...(channel !== undefined && { platform: [channel] }),
    ...(direction !== undefined && { direction }),
    ...(flow !== undefined && { flow }),
  };
  return { kind: 'archive', filter, ...(lastMs !== undefined && { lastMs }) };
}

/** The same with its time, in whole minutes: the target's own, so much before the end of what is shown, or all of that. */
export function withSpan(target: DrillTarget, shown: Span): DrillTarget {
  if (target.kind !== 'archive' || target.span !== undefined) return target;
  const from = target.lastMs === undefined ? shown.from : shown.to - target.lastMs;
  const minute = (at: number, round: (value: number) => number) => round(at / MINUTE_MS) * MINUTE_MS;
  return { ...target, span: { from: minute(from, Math.floor), to: minute(shown.to, Math.ceil) } };
}

/** Where a component's trouble can be seen. */
const OF_COMPONENT: Readonly<Record<string, LiveFilters>> = {
  voice: { platform: 'voice' },
  email: { platform: 'email' },
  sms: { platform: 'sms' },
  slack: { platform: 'slack' },
  'model-pool': { status: 'in-progress' },
};

export function drillOfComponent(id: string): DrillTarget | undefined {
  const filters = OF_COMPONENT[id];
  return filters === undefined ? undefined : { kind: 'live', filters };
}
