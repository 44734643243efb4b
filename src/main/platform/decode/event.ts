import { isRecord, type JsonRecord } from '../json.ts';
import { nestingOf } from '../openapi/parse-document.ts';
import { elementOf, fieldsOf, type SchemaRef } from '../openapi/schema-view.ts';
import type { LiveEvent, StreamedEvent } from '../tenant-api.ts';
import { squash } from '../words.ts';
import { conversationDecoder } from './conversation.ts';
import { type EventKind, eventKind } from './event-name.ts';
import { createFieldTable } from './field-table.ts';
import { instantOf } from './instant.ts';
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
  call: ['functioncall', 'function', 'toolcall', 'tool', 'call', 'invocation'],
  transition: ['transition', 'statechange', 'statetransition', 'step', 'move'],
  payload: ['payload', 'data', 'body', 'detail', 'object', 'resource'],
  reason: ['reason', 'cause', 'why'],
});
const OWNER = createFieldTable({ id: ['transcriptid', 'conversationid', 'interactionid', 'chatid', 'threadid'] });

/** An SSE message as the parser gives it. */
export interface RawEvent {
  readonly event?: string | undefined;
  readonly id?: string | undefined;
  readonly data: string;
}

/** Beyond this size an event's nesting is checked before it is parsed; ordinary ones are well below. */
const UNCHECKED_SIZE = 8_000;
const MAX_EVENT_DEPTH = 100;

/** The stream's name and the number in an id of the form `<stream>:<number>`. Other ids stay opaque. */
function readId(id: string | undefined): { readonly streamId?: string; readonly sequence?: number } {
  const colon = id === undefined ? -1 : id.lastIndexOf(':');
  if (id === undefined || colon <= 0) return {};
  const sequence = countOf(id.slice(colon + 1));
  return sequence === undefined ? {} : { streamId: id.slice(0, colon), sequence };
}

/** The schema of the conversation inside an event, where the document describes events. */
function conversationSchemaOf(schema: SchemaRef | undefined, depth = 3): SchemaRef | undefined {
  if (schema === undefined || depth === 0) return undefined;
  const fields = fieldsOf(schema);
  for (const field of fields) {
    const inner = { root: schema.root, schema: field.schema };
    if (CONVERSATION_NAMES.includes(squash(field.name))) return inner;
    if (['data', 'payload', 'body'].includes(squash(field.name))) {
      const found = conversationSchemaOf(inner, depth - 1);
      if (found !== undefined) return found;
    }
  }
  return conversationSchemaOf(elementOf(schema), depth - 1);
}

const malformed = (why: string): LiveEvent => ({ type: 'malformed', why });

/**
 * Makes the decoder of a stream's events. The kind comes from the event's name by its words, and from what the payload
 * holds when the name says nothing. What is not understood is `unknown`, what contradicts itself is `malformed`; nothing
 * throws and nothing is dropped.
 * @param schemas the stream's item schema first, then others whose conversations look alike (the snapshot's).
 */
export function eventDecoder(itemSchema?: SchemaRef, conversationSchema?: SchemaRef): (raw: RawEvent) => StreamedEvent {
  const decodeConversation = conversationDecoder(conversationSchema ?? conversationSchemaOf(itemSchema));

  function decodeKind(kind: EventKind, name: string, body: JsonRecord): LiveEvent {
    const { values } = ENVELOPE.read(body);
    const inner = isRecord(values.payload) ? ENVELOPE.read(values.payload).values : undefined;
    const part = (slot: 'conversation' | 'message' | 'call' | 'transition'): unknown =>
      isRecord(values[slot]) ? values[slot] : isRecord(inner?.[slot]) ? inner[slot] : undefined;
    const whole = values.payload ?? body;
    const conversationId = () =>
      textOf(values.conversationId) ??
      textOf(inner?.conversationId) ??
      textOf(isRecord(whole) ? OWNER.read(whole).values.id : undefined) ??
      decodeConversation(part('conversation'))?.id;

    const contents = kind === 'unknown' ? contentKind(part) : kind;
    switch (contents) {
      case 'heartbeat':
      case 'unauthorized':
        return { type: contents };
      case 'reset': {
        const reason = textOf(values.reason) ?? textOf(inner?.reason);
        return { type: 'reset', ...(reason !== undefined && { reason }) };
      }
      case 'conversation': {
        const conversation = decodeConversation(part('conversation') ?? whole);
        if (conversation === undefined) return malformed('conversation without id');
        // A bare mention of an id is no picture of a conversation; drawing it would blank the row.
        return conversation.status === '' ? { type: 'unknown', name } : { type: 'conversation', conversation };
      }
      case 'message':
      case 'function':
      case 'transition': {
        const id = conversationId();
        if (id === undefined) return malformed(`${contents} without its conversation`);
        return decodePart(contents, id, part, whole) ?? malformed(`unreadable ${contents}`);
      }
      default:
        return { type: 'unknown', name };
    }
  }

  return (raw) => {
    const fromId = readId(raw.id);
    const named = eventKind(raw.event ?? '');
    const frame = (event: LiveEvent, body?: JsonRecord): StreamedEvent => {
      const values = body === undefined ? undefined : ENVELOPE.read(body).values;
      const sequence = countOf(values?.sequence) ?? fromId.sequence;
      const streamId = textOf(values?.streamId) ?? fromId.streamId;
      const at = instantOf(values?.at);
      return {
        event,
        ...(raw.id !== undefined && { id: raw.id }),
        ...(sequence !== undefined && { sequence }),
        ...(streamId !== undefined && { streamId }),
        ...(at !== undefined && { at }),
      };
    };
    let body: unknown;
    try {
      if (raw.data.length > UNCHECKED_SIZE && nestingOf(raw.data) > MAX_EVENT_DEPTH)
        return frame(malformed('too deep'));
      body = raw.data === '' ? {} : JSON.parse(raw.data);
    } catch {
      // A heartbeat or reset says all by its name; its data may be any text.
      if (named === 'heartbeat' || named === 'reset' || named === 'unauthorized') return frame({ type: named });
      return frame(malformed('not JSON'));
    }
    if (!isRecord(body)) {
      return frame(
        named === 'heartbeat' || named === 'reset' || named === 'unauthorized'
          ? { type: named }
          : malformed('not an object'),
      );
    }
    const inData = named === 'unknown' ? textOf(ENVELOPE.read(body).values.type) : undefined;
    const kind = inData === undefined ? named : eventKind(inData);
    return frame(decodeKind(kind, raw.event ?? inData ?? '', body), body);
  };
}

type PartReader = (slot: 'conversation' | 'message' | 'call' | 'transition') => unknown;

/** What a payload with a name that says nothing is about. */
function contentKind(part: PartReader): EventKind {
  if (part('message') !== undefined) return 'message';
  if (part('call') !== undefined) return 'function';
  if (part('transition') !== undefined) return 'transition';
  return part('conversation') === undefined ? 'unknown' : 'conversation';
}

function decodePart(
  kind: 'message' | 'function' | 'transition',
  conversationId: string,
  part: PartReader,
  whole: unknown,
): LiveEvent | undefined {
  if (kind === 'message') {
    const message = decodeMessage(part('message') ?? whole);
    return message && { type: 'message', conversationId, message };
  }
  if (kind === 'function') {
    const call = decodeFunctionCall(part('call') ?? whole);
    return call && { type: 'function', conversationId, call };
  }
  const transition = decodeTransition(part('transition') ?? whole);
  return transition && { type: 'transition', conversationId, transition };
}
