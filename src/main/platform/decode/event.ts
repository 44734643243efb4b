import { isDeeperThan, isRecord, type JsonRecord } from '../json.ts';
import type { SchemaRef } from '../openapi/schema-view.ts';
import type { LiveEvent, StreamedEvent } from '../tenant-api.ts';
import { type ConversationDecoder, conversationReading } from './conversation.ts';
import { type EventKind, eventKind } from './event-name.ts';
import { conversationSchemaIn } from './event-schema.ts';
import { createFieldTable } from './field-table.ts';
import { instantOf } from './instant.ts';
import type { Mutable } from './mutable.ts';
import { RepeatedConversations } from './repeated-conversations.ts';
import { type EnvelopeValues, RepeatedEvents } from './repeated-events.ts';
import { CONVERSATION_NAMES } from './transcript.ts';
import { decodeFunctionCall, decodeMessage, decodeTransition } from './transcript-parts.ts';
import { countOf, textOf } from './values.ts';

const ENVELOPE = createFieldTable({
  sequence: ['sequence', 'seq', 'sequencenumber', 'eventsequence', 'offset', 'position', 'ordinal'],
  streamId: ['streamid', 'stream', 'epoch', 'generation'],
  at: ['at', 'occurredat', 'emittedat', 'timestamp', 'time', 'ts', 'sentat', 'occurredms'],
  type: ['type', 'eventtype', 'event', 'kind', 'eventname'],
  conversationId: ['transcriptid', 'conversationid', 'interactionid', 'chatid', 'threadid', 'subject'],
  conversation: CONVERSATION_NAMES,
  message: ['message', 'utterance', 'turn', 'entry'],
  function: ['functioncall', 'function', 'toolcall', 'tool', 'call', 'invocation'],
  transition: ['transition', 'statechange', 'statetransition', 'step', 'move'],
  payload: ['payload', 'data', 'body', 'detail', 'object', 'resource'],
  reason: ['reason', 'cause', 'why'],
});
type Envelope = ReturnType<typeof ENVELOPE.read>['values'];
type Part = 'conversation' | 'message' | 'function' | 'transition';

/** An SSE message as the parser gives it. */
export interface RawEvent {
  readonly event?: string | undefined;
  readonly id?: string | undefined;
  readonly data: string;
}

/** Beyond this size an event's nesting is checked; ordinary ones are well below. */
const UNCHECKED_SIZE = 8_000;
const MAX_EVENT_DEPTH = 100;

interface IdParts {
  readonly streamId?: string;
  readonly sequence?: number;
}
const OPAQUE: IdParts = {};
const [COLON, ZERO, NINE] = [58, 48, 57];
/** Colon and digits of the numbers that are certainly exact. */
const MOST_DIGITS = 16;

/** The stream's name and the number in an id of the form `<stream>:<number>`. Other ids stay opaque. */
function readId(id: string): IdParts {
  const colon = id.lastIndexOf(':');
  if (colon <= 0) return OPAQUE;
  const sequence = countOf(id.slice(colon + 1));
  return sequence === undefined ? OPAQUE : { streamId: id.slice(0, colon), sequence };
}

/** True for an id of this stream with nothing but digits behind its name. */
function isOfStream(id: string, stream: string): boolean {
  if (!id.startsWith(stream) || id.charCodeAt(stream.length) !== COLON || id.length > stream.length + MOST_DIGITS)
    return false;
  for (let at = stream.length + 1; at < id.length; at++) {
    const code = id.charCodeAt(at);
    if (code < ZERO || code > NINE) return false;
  }
  return id.length > stream.length + 1;
}

/** One event's body taken apart: the envelope, and the payload within it where there is one. */
interface Body {
  readonly whole: JsonRecord;
  readonly values: Envelope;
  readonly inner: Envelope | undefined;
}

const partOf = ({ values, inner }: Body, part: Part): unknown =>
  isRecord(values[part]) ? values[part] : isRecord(inner?.[part]) ? inner[part] : undefined;

/** The object an event is about: the named part, else the payload, else the body itself. */
function subjectOf(body: Body, part: Part): unknown {
  return partOf(body, part) ?? (isRecord(body.values.payload) ? body.values.payload : body.whole);
}

/** What a payload is about when no name says so. */
function kindByContents(body: Body): EventKind {
  const parts = ['message', 'function', 'transition', 'conversation'] as const;
  return parts.find((part) => partOf(body, part) !== undefined) ?? 'unknown';
}

const malformed = (why: string): LiveEvent => ({ type: 'malformed', why });

function decodeConversationEvent(body: Body, name: string, decode: ConversationDecoder): LiveEvent {
  const conversation = decode(subjectOf(body, 'conversation'));
  if (conversation === undefined) return malformed('conversation without id');
  // A bare mention of an id is no picture of a conversation; drawing it would blank the row.
  return conversation.status === '' ? { type: 'unknown', name } : { type: 'conversation', conversation };
}

function decodePartEvent(part: Exclude<Part, 'conversation'>, body: Body): LiveEvent {
  const subject = subjectOf(body, part);
  const around = isRecord(subject) ? ENVELOPE.read(subject).values.conversationId : undefined;
  const conversationId =
    textOf(body.values.conversationId) ??
    textOf(body.inner?.conversationId) ??
    textOf(around) ??
    textOf(body.values.conversation) ??
    textOf(
      isRecord(body.values.conversation) ? ENVELOPE.read(body.values.conversation).values.conversationId : undefined,
    );
  if (conversationId === undefined) return malformed(`${part} without its conversation`);
  if (part === 'message') {
    const message = decodeMessage(subject);
    return message === undefined ? malformed('unreadable message') : { type: 'message', conversationId, message };
  }
  if (part === 'function') {
    const call = decodeFunctionCall(subject);
    return call === undefined ? malformed('unreadable function call') : { type: 'function', conversationId, call };
  }
  const transition = decodeTransition(subject);
  return transition === undefined
    ? malformed('unreadable transition')
    : { type: 'transition', conversationId, transition };
}

function decodeBody(kind: EventKind, name: string, body: Body, decode: ConversationDecoder): LiveEvent {
  const meant = kind === 'unknown' ? kindByContents(body) : kind;
  switch (meant) {
    case 'heartbeat':
    case 'unauthorized':
      return { type: meant };
    case 'reset': {
      const reason = textOf(body.values.reason) ?? textOf(body.inner?.reason);
      return { type: 'reset', ...(reason !== undefined && { reason }) };
    }
    case 'conversation':
      return decodeConversationEvent(body, name, decode);
    case 'unknown':
      return { type: 'unknown', name };
    default:
      return decodePartEvent(meant, body);
  }
}

function parse(data: string): unknown {
  if (data === '') return {};
  try {
    const value: unknown = JSON.parse(data);
    return data.length > UNCHECKED_SIZE && isDeeperThan(value, MAX_EVENT_DEPTH) ? undefined : value;
  } catch {
    return undefined;
  }
}

/**
 * Makes the decoder of a stream's events. The kind comes from the event's name by its words, and from what the payload
 * holds when the name says nothing. What is not understood is `unknown`, what contradicts itself is `malformed`; nothing
 * throws and nothing is dropped.
 * @param itemSchema the stream's schema of one event.
 * @param conversationSchema the schema of a conversation elsewhere (the snapshot's), used when the stream has none.
 */
export function eventDecoder(itemSchema?: SchemaRef, conversationSchema?: SchemaRef): (raw: RawEvent) => StreamedEvent {
  const reading = conversationReading(conversationSchemaIn(itemSchema) ?? conversationSchema);
  const repeated = new RepeatedEvents(new RepeatedConversations(reading), (name) => ENVELOPE.placeOf(name));
  let lastStream: string | undefined;
  /** The stream's name in an id; ids of one stream begin alike, so that it is mostly only compared. */
  const streamIn = (id: string | undefined): string | undefined => {
    if (id === undefined) return undefined;
    if (lastStream === undefined || !isOfStream(id, lastStream)) lastStream = readId(id).streamId;
    return lastStream;
  };

  /** Puts what an event says and where it stands together. */
  const placed = (raw: RawEvent, event: LiveEvent, values: EnvelopeValues | undefined): StreamedEvent => {
    const sequence = countOf(values?.sequence) ?? (raw.id === undefined ? undefined : readId(raw.id).sequence);
    const streamId = textOf(values?.streamId) ?? streamIn(raw.id);
    const at = instantOf(values?.at);
    // Filled in one by one: this is made for every event, and spreading objects costs several times as much.
    const decoded: Mutable<StreamedEvent> = { event };
    if (raw.id !== undefined) decoded.id = raw.id;
    if (sequence !== undefined) decoded.sequence = sequence;
    if (streamId !== undefined) decoded.streamId = streamId;
    if (at !== undefined) decoded.at = at;
    return decoded;
  };

  return (raw) => {
    const name = raw.event ?? '';
    const named = eventKind(name);
    const mayRepeat = named === 'conversation' && raw.data.length <= UNCHECKED_SIZE;
    if (mayRepeat) {
      const again = repeated.read(name, raw.data);
      if (again !== undefined)
        return placed(raw, { type: 'conversation', conversation: again.conversation }, again.values);
    }
    const whole = parse(raw.data);
    if (!isRecord(whole)) {
      // These say all by their name; their data may be any text.
      const saysAll = named === 'heartbeat' || named === 'reset' || named === 'unauthorized';
      return placed(raw, saysAll ? { type: named } : malformed('not a JSON object'), undefined);
    }
    const { values } = ENVELOPE.read(whole);
    const inner = isRecord(values.payload) ? ENVELOPE.read(values.payload).values : undefined;
    const typed = named === 'unknown' ? textOf(values.type) : undefined;
    const kind = typed === undefined ? named : eventKind(typed);
    const event = decodeBody(kind, raw.event ?? typed ?? '', { whole, values, inner }, reading.decode);
    if (mayRepeat && event.type === 'conversation') repeated.keep(name, raw.data, event.conversation);
    return placed(raw, event, values);
  };
}
