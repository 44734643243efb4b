import { squash } from '../words.ts';

/** Spellings remembered per vocabulary; the value sets are open, so they may not grow memory. */
const MAX_SPELLINGS = 2000;

/** Squashed names that go by for the sender's own id of a message, in what is sent and in what comes back. */
export const CLIENT_MESSAGE_ID = [
  'clientmessageid',
  'clientid',
  'clientreference',
  'clientref',
  'idempotencykey',
  'correlationid',
  'externalid',
  'localid',
  'clienttoken',
];

/**
 * Makes a function that turns an instance's spelling of an enumeration value into the console's, and leaves what it does
 * not know exactly as it came.
 * @param entries our spelling → squashed spellings of instances (ours is included by itself).
 * @param otherwise what becomes of other spellings.
 */
export function createVocabulary(
  entries: Readonly<Record<string, readonly string[]>>,
  otherwise: (value: string) => string = (value) => value,
): (value: string) => string {
  const bySquashed = new Map<string, string>();
  for (const [ours, theirs] of Object.entries(entries)) {
    for (const spelling of [squash(ours), ...theirs]) bySquashed.set(spelling, ours);
  }
  const known = new Map<string, string>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const ours = bySquashed.get(squash(value)) ?? otherwise(value);
    if (known.size < MAX_SPELLINGS) known.set(value, ours);
    return ours;
  };
}

export const platformWord = createVocabulary({
  voice: ['phone', 'call', 'telephone', 'telephony', 'voicecall', 'phonecall', 'tel'],
  sms: ['text', 'textmessage', 'sm'],
  webchat: ['web', 'chat', 'webchatwidget', 'livechat', 'chatweb'],
  email: ['mail', 'emails'],
  slack: [],
});

export const directionWord = createVocabulary({
  inbound: ['in', 'incoming', 'received'],
  outbound: ['out', 'outgoing', 'placed', 'dialed', 'dialled'],
});

const environmentWord = createVocabulary({
  production: ['prod', 'live'],
  'internal-testing': ['testing', 'test', 'internaltest', 'sandbox', 'staging'],
});

/** The traffic an instance marks a thing as, in our spelling where it is a known one. */
export function environmentOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? environmentWord(value) : undefined;
}

/** The statuses documented for conversations; the set is open, handoff destinations appear in it too. */
export const statusWord = createVocabulary({
  'in-progress': ['active', 'ongoing', 'live', 'running', 'started'],
  queued: ['inqueue', 'waiting', 'waitingforagent', 'waitingforhuman'],
  'human-handoff': ['handoff', 'handedoff', 'handofftohuman', 'withhuman', 'humanhandover'],
  completed: ['complete', 'finished'],
  abandoned: ['abandon'],
  failed: ['failure', 'error', 'errored'],
  reported: [],
  restarted: ['restart'],
  unsubscribed: ['unsubscribe', 'optedout', 'optout'],
  'no-answer': ['noanswer', 'unanswered', 'notanswered'],
  'answering-machine-message-left': ['messageleft', 'voicemailleft', 'machinemessageleft'],
  'answering-machine-no-message': [
    'nomessageleft',
    'answeringmachinenomessageleft',
    'machinenomessage',
    'machinenomessageleft',
    'voicemailnomessage',
  ],
});

/** Statuses that will not change any more. */
const FINAL: ReadonlySet<string> = new Set([
  'completed',
  'abandoned',
  'failed',
  'no-answer',
  'answering-machine-message-left',
  'answering-machine-no-message',
]);
/** Squashed words of instances that mean an end, though they are shown as they came. */
const finalElsewhere = createVocabulary({
  final: ['closed', 'ended', 'done', 'resolved', 'cancelled', 'canceled', 'expired'],
});
/** Usually an end, but an instance may go on; an explicitly empty end time says so. */
const USUALLY_FINAL: ReadonlySet<string> = new Set(['reported', 'restarted', 'unsubscribed']);

/**
 * Whether a conversation is over: it has an end time, or its status (already in our words) says so.
 * @param endField the end time as it came; `null` means that the instance says "not ended", undefined that it says nothing.
 */
export function hasEnded(status: string, endedAt: number | undefined, endField: unknown): boolean {
  if (endedAt !== undefined || FINAL.has(status)) return true;
  if (USUALLY_FINAL.has(status)) return endField !== null;
  return finalElsewhere(status) === 'final';
}

const ROLES = createVocabulary({
  customer: [
    'user',
    'enduser',
    'client',
    'contact',
    'caller',
    'visitor',
    'guest',
    'human',
    'party',
    'participant',
    'consumer',
  ],
  ai: ['assistant', 'bot', 'model', 'aiagent', 'virtualagent', 'llm', 'machine', 'automation'],
  csr: ['agent', 'operator', 'humanagent', 'csragent', 'staff', 'supervisor', 'representative', 'employee'],
  system: ['notice', 'event', 'info', 'tool', 'internal'],
});

/** Who wrote a message, in our words; undefined when the instance's word is none of them. */
export function roleOf(value: string): 'customer' | 'ai' | 'csr' | 'system' | undefined {
  const word = ROLES(value);
  return word === 'customer' || word === 'ai' || word === 'csr' || word === 'system' ? word : undefined;
}
