import { isRecord, type JsonRecord, safeKeys } from '../json.ts';
import type { SchemaRef } from '../openapi/schema-view.ts';
import type { FetchedTranscript } from '../tenant-api.ts';
import { type ConversationDecoder, conversationDecoder } from './conversation.ts';
import { unwrapped, unwrappedSchemas } from './envelope.ts';
import { createFieldTable } from './field-table.ts';
import { decodeFunctionCall, decodeMessage, decodeTransition } from './transcript-parts.ts';
import { countOf, listOf } from './values.ts';

/** Names under which an answer carries the conversation itself. */
export const CONVERSATION_NAMES = ['conversation', 'transcript', 'interaction', 'chat', 'thread'];

const LISTS = createFieldTable({
  messages: ['messages', 'utterances', 'turns', 'entries', 'lines', 'dialogue'],
  functionCalls: ['functioncalls', 'toolcalls', 'calls', 'functions', 'invocations', 'tools'],
  transitions: ['transitions', 'statechanges', 'path', 'steps', 'statetransitions', 'flowpath', 'statehistory'],
  sequence: [
    'sequence',
    'seq',
    'streamsequence',
    'offset',
    'position',
    'lastsequence',
    'streamposition',
    'feedposition',
  ],
});

function decodeAll<T>(raw: unknown, decode: (one: unknown, place: number) => T | undefined): readonly T[] {
  return listOf(raw)
    .map((one, place) => decode(one, place))
    .filter((one) => one !== undefined);
}

/** Lists that are shown in their own places do not belong in the conversation's `other`. */
function withoutParts(other: JsonRecord): Record<string, unknown> {
  return Object.fromEntries(
    safeKeys(other).flatMap((key) => (LISTS.placeOf(key) === undefined ? [[key, other[key]]] : [])),
  );
}

/** The decoder of whichever level of an answer is the conversation. */
export function wrappedConversationDecoder(schema?: SchemaRef): ConversationDecoder {
  const levels = unwrappedSchemas(schema, CONVERSATION_NAMES);
  const decoders = (levels.length === 0 ? [undefined] : levels).map(conversationDecoder);
  return (raw) => {
    // The innermost level with an id is the conversation; an outer id is the envelope's.
    const records = unwrapped(raw, CONVERSATION_NAMES);
    for (let level = records.length - 1; level >= 0; level--) {
      const decoder = decoders[Math.min(level, decoders.length - 1)];
      const conversation = decoder?.(records[level]);
      if (conversation !== undefined && conversation.status !== '') return conversation;
    }
    return undefined;
  };
}

/**
 * Makes the decoder of one fetched transcript: the conversation and what was said and done, from one object or from
 * envelopes and parts of usual names. The result is undefined when no conversation is found; never throws.
 */
export function transcriptDecoder(schema?: SchemaRef): (raw: unknown) => FetchedTranscript | undefined {
  const decodeConversation = wrappedConversationDecoder(schema);
  return (raw) => {
    const conversation = decodeConversation(raw);
    if (conversation === undefined) return undefined;
    const levels = unwrapped(raw, CONVERSATION_NAMES).map((level) => LISTS.read(level).values);
    const first = (slot: 'messages' | 'functionCalls' | 'transitions') =>
      levels.map((values) => values[slot]).find((value) => Array.isArray(value) && value.some(isRecord));
    const sequence = levels.map((values) => countOf(values.sequence)).find((value) => value !== undefined);
    return {
      conversation: { ...conversation, other: withoutParts(conversation.other) },
      messages: decodeAll(first('messages'), decodeMessage),
      functionCalls: decodeAll(first('functionCalls'), decodeFunctionCall),
      transitions: decodeAll(first('transitions'), decodeTransition),
      ...(sequence !== undefined && { sequence }),
    };
  };
}
