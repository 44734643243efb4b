import type { Labels } from '../../../../../shared/models/metric.ts';

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
  /** Where the console has no campaigns: Live View with these filters. */
  | { readonly kind: 'campaigns'; readonly otherwise: LiveFilters };

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
  'conversations.started': {},
  'conversations.handedOff': { status: 'human-handoff' },
  'queue.waiting': { status: 'queued' },
  'queue.longestWait': { status: 'queued' },
  'queue.medianWait': { status: 'queued' },
  'voice.inUse': { platform: 'voice' },
  'model.queue': { status: 'in-progress' },
  'model.saturation': { status: 'in-progress' },
  'model.latencyP50': { status: 'in-progress' },
  'model.latencyP95': { status: 'in-progress' },
  'ai.containment': {},
  'functions.calls': {},
  'functions.failed': {},
  'functions.failureRate': {},
  'functions.latencyP95': {},
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
  const base = OF_METRIC[metric];
  if (base === undefined) return undefined;
  const filters: Record<string, string> = { ...base };
  for (const [name, value] of Object.entries(labels)) {
    const key = FROM_LABELS[name];
    if (key !== undefined) filters[key] = value;
  }
  return { kind: 'live', filters };
}

/** Where a component's trouble can be seen. */
const OF_COMPONENT: Readonly<Record<string, LiveFilters>> = {
  voice: { platform: 'voice' },
  email: { platform: 'email' },
  sms: { platform: 'sms' },
  slack: { platform: 'slack' },
};

export function drillOfComponent(id: string): DrillTarget | undefined {
  const filters = OF_COMPONENT[id];
  return filters === undefined ? undefined : { kind: 'live', filters };
}
