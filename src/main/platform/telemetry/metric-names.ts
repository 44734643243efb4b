import { KNOWN_METRIC_IDS, KNOWN_METRICS, type KnownMetricId, type Quantity } from '../../../shared/models/metric.ts';
import { words } from '../words.ts';

/** Words by which contact-centre telemetry names things; general vocabulary, no deployment's own spellings. */
const GROUPS = {
  conversation: [
    'conversation',
    'conversations',
    'chat',
    'chats',
    'interaction',
    'interactions',
    'transcript',
    'session',
    'sessions',
    'contacts',
  ],
  live: ['progress', 'inprogress', 'active', 'live', 'ongoing', 'current', 'open', 'concurrent', 'running'],
  started: ['started', 'opened', 'created', 'new', 'begun', 'offered', 'arrived', 'incoming'],
  ended: ['ended', 'closed', 'finished', 'completed'],
  contained: ['contained', 'containment', 'resolved', 'deflected', 'deflection', 'selfserved'],
  handedOff: ['handoff', 'handoffs', 'handed', 'handover', 'escalated', 'escalation', 'escalations'],
  abandoned: ['abandoned', 'abandon', 'abandonment', 'abandons'],
  wait: ['queue', 'queued', 'waiting', 'wait', 'waiters', 'backlog', 'pending', 'depth'],
  people: ['agent', 'agents', 'csr', 'csrs', 'staff', 'human', 'person', 'people', 'handoff', 'operators', 'acd'],
  longest: ['longest', 'oldest', 'max', 'maximum'],
  middle: ['median', 'p50', 'average', 'avg', 'mean'],
  top: ['p95', 'p90', 'p99'],
  voice: ['voice', 'telephony', 'phone', 'twilio', 'channels', 'calls', 'call', 'lines'],
  used: ['used', 'use', 'inuse', 'active', 'busy', 'occupied', 'current'],
  cap: ['cap', 'limit', 'maximum', 'max', 'quota', 'capacity', 'allowed'],
  model: ['model', 'models', 'llm', 'llms', 'inference'],
  load: ['saturation', 'utilisation', 'utilization', 'usage', 'use', 'used', 'load', 'busy', 'occupancy'],
  size: ['size', 'places', 'capacity', 'slots', 'total', 'limit'],
  latency: ['latency', 'duration', 'response', 'time', 'took', 'elapsed'],
  func: ['function', 'functions', 'tool', 'tools', 'action', 'actions', 'webhook', 'webhooks'],
  calls: ['calls', 'call', 'invocation', 'invocations', 'executions', 'requests', 'runs'],
  failed: ['failed', 'failure', 'failures', 'fail', 'error', 'errors', 'errored'],
  campaign: ['campaign', 'campaigns', 'outbound', 'dial', 'dialer', 'dialler', 'dispatcher'],
  pace: ['rate', 'pace', 'speed', 'dialed', 'dialled', 'dial'],
  index: ['index', 'indexing', 'indexed', 'indexer', 'embedding', 'embeddings', 'document', 'documents', 'knowledge'],
  stream: ['stream', 'streams', 'sse', 'subscriber', 'subscribers', 'eventstream'],
  clients: ['client', 'clients', 'connection', 'connections', 'subscriber', 'subscribers', 'listeners'],
  signedIn: ['signed', 'online', 'available', 'loggedin', 'logged', 'total', 'availability'],
} as const;
type Group = keyof typeof GROUPS;

interface Recogniser {
  /** Of each of these groups the name has a word. */
  readonly needs: readonly Group[];
  /** Of none of these it has one. */
  readonly not?: readonly Group[];
}

const ELSEWHERE: readonly Group[] = ['model', 'func', 'index', 'stream'];

const RECOGNISERS: Readonly<Record<KnownMetricId, Recogniser>> = {
  'conversations.inProgress': { needs: ['conversation', 'live'], not: [...ELSEWHERE, 'wait'] },
  'conversations.started': { needs: ['conversation', 'started'], not: ELSEWHERE },
  'conversations.ended': { needs: ['conversation', 'ended'], not: [...ELSEWHERE, 'contained', 'abandoned'] },
  'conversations.contained': { needs: ['contained'], not: ELSEWHERE },
  'conversations.handedOff': { needs: ['handedOff'], not: [...ELSEWHERE, 'wait'] },
  'conversations.abandoned': { needs: ['abandoned'], not: ELSEWHERE },
  'conversations.abandonRate': { needs: ['abandoned'], not: ELSEWHERE },
  'ai.containment': { needs: ['contained'], not: ELSEWHERE },
  'queue.waiting': { needs: ['wait'], not: [...ELSEWHERE, 'voice', 'longest', 'middle', 'campaign'] },
  'queue.longestWait': { needs: ['wait', 'longest'], not: ELSEWHERE },
  'queue.medianWait': { needs: ['wait', 'middle'], not: ELSEWHERE },
  'agents.signedIn': { needs: ['people', 'signedIn'], not: [...ELSEWHERE, 'wait'] },
  'voice.inUse': { needs: ['voice', 'used'], not: [...ELSEWHERE, 'wait', 'cap'] },
  'voice.queued': { needs: ['voice', 'wait'], not: ELSEWHERE },
  'voice.cap': { needs: ['voice', 'cap'], not: [...ELSEWHERE, 'wait'] },
  'model.saturation': { needs: ['model', 'load'], not: ['wait', 'func'] },
  'model.size': { needs: ['model', 'size'], not: ['wait', 'func', 'load'] },
  'model.queue': { needs: ['model', 'wait'], not: ['func'] },
  'model.latencyP50': { needs: ['model', 'latency', 'middle'], not: ['func'] },
  'model.latencyP95': { needs: ['model', 'latency', 'top'], not: ['func'] },
  'functions.calls': { needs: ['func', 'calls'], not: ['failed'] },
  'functions.failed': { needs: ['func', 'failed'] },
  'functions.failureRate': { needs: ['func', 'failed'] },
  'functions.latencyP95': { needs: ['func', 'latency', 'top'] },
  'campaigns.pace': { needs: ['campaign', 'pace'], not: ['failed', 'abandoned'] },
  'indexing.queue': { needs: ['index', 'wait'] },
  'indexing.pace': { needs: ['index'], not: ['wait', 'failed'] },
  'stream.clients': { needs: ['stream', 'clients'], not: ['failed'] },
};

const wordsOf = new Map<Group, ReadonlySet<string>>(
  (Object.entries(GROUPS) as [Group, readonly string[]][]).map(([group, list]) => [group, new Set(list)]),
);

/** Two words in a row may be one: `in progress`. */
function saidIn(name: string): readonly string[] {
  const said = words(name);
  return [...said, ...said.slice(1).map((word, place) => `${said[place]}${word}`)];
}
const has = (said: readonly string[], group: Group) => said.some((word) => wordsOf.get(group)?.has(word) === true);

/** How many of the name's words a recogniser does not ask for; undefined when it is not meant. */
function surplusOf(said: readonly string[], { needs, not }: Recogniser): number | undefined {
  if (!needs.every((group) => has(said, group)) || (not ?? []).some((group) => has(said, group))) return undefined;
  return said.filter((word) => !needs.some((group) => wordsOf.get(group)?.has(word) === true)).length;
}

/** The known metric that a name and a quantity mean, and how well it fits (0 is best); undefined when it is none. */
export function recogniseMetric(
  name: string,
  quantity: Quantity,
): { readonly id: KnownMetricId; readonly surplus: number } | undefined {
  const said = saidIn(name);
  let best: { readonly id: KnownMetricId; readonly surplus: number; readonly needs: number } | undefined;
  for (const id of KNOWN_METRIC_IDS) {
    const wanted = KNOWN_METRICS[id].quantity;
    // A number without a unit may be a count; it is no share and no time.
    if (wanted !== quantity && !(quantity === 'plain' && wanted === 'count')) continue;
    const recogniser = RECOGNISERS[id];
    const surplus = surplusOf(said, recogniser);
    if (surplus === undefined) continue;
    const needs = recogniser.needs.length;
    if (best === undefined || surplus < best.surplus || (surplus === best.surplus && needs > best.needs)) {
      best = { id, surplus, needs };
    }
  }
  return best === undefined ? undefined : { id: best.id, surplus: best.surplus };
}
