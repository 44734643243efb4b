/** One metric that the instance tells of: its name, what it is called, its unit, and what it can be split by. */
export interface MetricDefinition {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** Combinations of label names. */
  readonly splits: readonly (readonly string[])[];
}

function metric<Name extends string>(
  name: Name,
  label: string,
  unit: string,
  ...splits: readonly string[]
): MetricDefinition & { readonly name: Name } {
  return { name, label, unit, splits: splits.map((split) => split.split(',')) };
}

const perMinute = 'conversations/min';

/** Every metric, in the order in which they are listed. */
export const metricList = [
  metric(
    'conversations.in_progress',
    'Conversations in progress',
    'conversations',
    'channel',
    'direction',
    'status',
    'flow',
  ),
  metric('conversations.started', 'Conversations started', perMinute, 'channel', 'direction', 'flow'),
  metric('conversations.ended', 'Conversations ended', perMinute, 'status', 'flow'),
  metric('conversations.contained', 'Contained by the AI', perMinute, 'flow'),
  metric('conversations.handed_off', 'Handed off to a person', perMinute, 'flow'),
  metric('conversations.abandoned', 'Abandoned', perMinute, 'flow'),
  metric('conversations.abandon_rate', 'Abandon rate, 15 min', '%'),
  metric('ai.containment', 'AI containment, 15 min', '%'),
  metric('queue.waiting', 'Waiting for a person', 'conversations', 'skill'),
  metric('queue.longest_wait', 'Longest wait for a person', 's'),
  metric('queue.median_wait', 'Median wait for a person', 's', 'flow'),
  metric('agents.signed_in', 'CSRs by availability', 'people', 'availability'),
  metric('voice.channels_in_use', 'Voice channels in use', 'calls'),
  metric('voice.channels_queued', 'Calls waiting for a voice channel', 'calls'),
  metric('voice.channels_cap', 'Voice concurrency cap', 'calls'),
  metric('model.pool_saturation', 'Model pool in use', '%'),
  metric('model.pool_size', 'Model pool places', 'places'),
  metric('model.queue', 'Conversations waiting for the model', 'conversations'),
  metric('model.latency_p50', 'Model latency p50', 's'),
  metric('model.latency_p95', 'Model latency p95', 's'),
  metric('functions.calls', 'Function calls', 'calls/min', 'function'),
  metric('functions.failed', 'Failed function calls', 'calls/min', 'function', 'flow', 'flow,function,reason'),
  metric('functions.failure_rate', 'Function failures, 5 min', '%', 'function'),
  metric('functions.latency_p95', 'Function latency p95', 's', 'function'),
  metric('campaigns.dial_rate', 'Campaign contacts begun', 'contacts/min', 'campaign'),
  metric('indexing.queue', 'Documents waiting to be indexed', 'documents'),
  metric('indexing.rate', 'Documents indexed', 'documents/min'),
  metric('stream.clients', 'Event stream clients', 'connections'),
  metric('customers.mood', 'Mean mood of customers', ''),
  metric('conversations.high_risk', 'Conversations at high risk', 'conversations'),
] as const;

export type MetricName = (typeof metricList)[number]['name'];
