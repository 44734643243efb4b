import { words } from '../words.ts';

export type EventKind =
  | 'conversation'
  | 'message'
  | 'function'
  | 'transition'
  | 'heartbeat'
  | 'reset'
  | 'unauthorized'
  | 'unknown';

/** Words of event names, the most particular meaning first: `conversation.message.added` is about a message. */
const MEANINGS: readonly (readonly [EventKind, readonly string[]])[] = [
  ['heartbeat', ['heartbeat', 'ping', 'keepalive', 'alive', 'tick', 'noop', 'hello', 'connected']],
  ['reset', ['reset', 'resync', 'overflow', 'invalidate', 'invalidated', 'truncated']],
  ['unauthorized', ['unauthorized', 'unauthorised', 'expired', 'unauthenticated', 'revoked']],
  ['message', ['message', 'messages', 'utterance', 'turn', 'reply']],
  ['function', ['function', 'functions', 'tool', 'invocation']],
  ['transition', ['state', 'transition', 'transitioned', 'step']],
  [
    'conversation',
    ['conversation', 'conversations', 'transcript', 'transcripts', 'chat', 'interaction', 'thread', 'call'],
  ],
];

const MAX_NAMES = 500;
const known = new Map<string, EventKind>();
let lastName = '';
let lastKind: EventKind = 'unknown';

function read(name: string): EventKind {
  const said = words(name);
  if (said.includes('keep') && said.includes('alive')) return 'heartbeat';
  for (const [kind, meaning] of MEANINGS) if (said.some((word) => meaning.includes(word))) return kind;
  return 'unknown';
}

/** What an event is about, by the words of its name in any case and with any separators; remembered per name. */
export function eventKind(name: string): EventKind {
  // Events come in rows of a kind; comparing costs less than looking up a name that is a new text each time.
  if (name === lastName) return lastKind;
  const kind = known.get(name) ?? (name === '' || name === 'message' ? 'unknown' : read(name));
  if (known.size < MAX_NAMES) known.set(name, kind);
  lastName = name;
  lastKind = kind;
  return kind;
}
