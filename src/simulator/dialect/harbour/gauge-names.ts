import type { MetricName } from '../../world/telemetry/metric-list.ts';

/** How this dialect tells a metric: under another name, and shares as ratios or times in ms. */
export interface Gauge {
  readonly gauge: string;
  readonly measure: string;
  readonly scale: number;
}

const count = (gauge: string): Gauge => ({ gauge, measure: 'count', scale: 1 });
const rate = (gauge: string): Gauge => ({ gauge, measure: 'per_minute', scale: 1 });
const ratio = (gauge: string): Gauge => ({ gauge, measure: 'ratio', scale: 0.01 });
const ms = (gauge: string): Gauge => ({ gauge, measure: 'ms', scale: 1_000 });

export const gaugeNames: Readonly<Record<MetricName, Gauge>> = {
  'conversations.in_progress': count('active_conversation_total'),
  'conversations.started': rate('opened_conversation_rate'),
  'conversations.ended': rate('closed_conversation_rate'),
  'conversations.contained': rate('ai_resolved_conversation_rate'),
  'conversations.handed_off': rate('human_handoff_rate'),
  'conversations.abandoned': rate('abandoned_conversation_rate'),
  'conversations.abandon_rate': ratio('abandonment_ratio'),
  'ai.containment': ratio('containment_ratio'),
  'queue.waiting': count('handoff_queue_depth'),
  'queue.longest_wait': ms('handoff_queue_oldest_age'),
  'queue.median_wait': ms('handoff_queue_wait_p50'),
  'agents.signed_in': count('staff_online_total'),
  'voice.channels_in_use': count('telephony_concurrency_used'),
  'voice.channels_queued': count('telephony_concurrency_pending'),
  'voice.channels_cap': count('telephony_concurrency_limit'),
  'model.pool_saturation': ratio('llm_pool_utilisation'),
  'model.pool_size': count('llm_pool_size'),
  'model.queue': count('llm_pool_pending'),
  'model.latency_p50': ms('llm_response_time_p50'),
  'model.latency_p95': ms('llm_response_time_p95'),
  'functions.calls': rate('function_invocation_rate'),
  'functions.failed': rate('function_error_rate_per_minute'),
  'functions.failure_rate': ratio('function_error_ratio'),
  'functions.latency_p95': ms('function_duration_p95'),
  'campaigns.dial_rate': rate('outbound_campaign_pace'),
  'indexing.queue': count('document_index_backlog'),
  'indexing.rate': rate('document_index_pace'),
  'stream.clients': count('sse_subscriber_total'),
  'customers.mood': { gauge: 'mean_emotion_balance', measure: '', scale: 1 },
  'conversations.high_risk': count('elevated_risk_total'),
};

/** Values of labels in this dialect's spelling: enumerations in capitals, names as they are. */
export function spellLabel(label: string, value: string): string {
  return ['channel', 'direction', 'status', 'availability'].includes(label) && /^[a-z-]+$/.test(value)
    ? value.toUpperCase().replaceAll('-', '_')
    : value;
}
