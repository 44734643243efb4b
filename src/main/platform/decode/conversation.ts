import type { Conversation } from '../../../shared/models/conversation.ts';
import { isRecord } from '../json.ts';
import type { SchemaRef } from '../openapi/schema-view.ts';
import { CONVERSATION_CLUES, CONVERSATION_FIELDS, type ConversationSlot } from './conversation-fields.ts';
import { type ConversationParts, type ConversationValues, conversationParts } from './conversation-parts.ts';
import { createFieldTable } from './field-table.ts';
import type { Mutable } from './mutable.ts';
import { hintsFrom } from './schema-hints.ts';
import { textOf } from './values.ts';

export type ConversationDecoder = (raw: unknown) => Conversation | undefined;

/** The decoder of conversations taken apart, for whoever knows which fields changed. */
export interface ConversationReading {
  readonly decode: ConversationDecoder;
  readonly parts: ConversationParts;
  /** The place of a field by its name, or undefined. */
  readonly placeOf: (name: string) => ConversationSlot | undefined;
}

/**
 * Makes the decoder of conversations for one operation. Needed is only an id; all else may be missing, be named or
 * spelled differently, or be of an unexpected type.
 * @param schema the answer's schema of one conversation: it gives away names, units and scales.
 * @returns a function that gives undefined for what has no id and never throws.
 */
export function conversationDecoder(schema?: SchemaRef): ConversationDecoder {
  return conversationReading(schema).decode;
}

/** As `conversationDecoder`, with what it is made of. */
export function conversationReading(schema?: SchemaRef): ConversationReading {
  const names = createFieldTable<ConversationSlot>(CONVERSATION_FIELDS);
  const hints = hintsFrom(schema, names, CONVERSATION_CLUES);
  const table = hints.told.size === 0 ? names : createFieldTable<ConversationSlot>(CONVERSATION_FIELDS, hints.told);
  const parts = conversationParts(hints);

  const decode: ConversationDecoder = (raw) => {
    if (!isRecord(raw)) return undefined;
    const { values: found, other = {} } = table.read(raw);
    const values: ConversationValues = found;
    const id = textOf(values.id);
    if (id === undefined) return undefined;
    const risk = parts.risk.read(values);
    if (risk === undefined && values.risk !== undefined && values.risk !== null) other['risk'] = values.risk;
    const conversation: Mutable<Conversation> = {
      id,
      platform: parts.platform.read(values),
      direction: parts.direction.read(values),
      contact: parts.contact.read(values),
      status: parts.status.read(values),
      ended: parts.ended.read(values),
      handler: parts.handler.read(values),
      aiState: parts.aiState.read(values),
      sentiments: parts.sentiments.read(values),
      sentimentTrend: parts.sentimentTrend.read(values),
      functionsCalled: parts.functionsCalled.read(values),
      parameters: parts.parameters.read(values),
      tags: parts.tags.read(values),
      flagged: parts.flagged.read(values),
      other,
    };
    // Assigned one by one: an absent field stays absent, and a loop over names would cost more than all the rest.
    const watchers = parts.watchers.read(values);
    if (watchers !== undefined) conversation.watchers = watchers;
    else if (values.watchers !== undefined && values.watchers !== null) other['watchers'] = values.watchers;
    const revision = parts.revision.read(values);
    if (revision !== undefined) conversation.revision = revision;
    const queue = parts.queue.read(values);
    if (queue !== undefined) conversation.queue = queue;
    const flow = parts.flow.read(values);
    if (flow !== undefined) conversation.flow = flow;
    const state = parts.state.read(values);
    if (state !== undefined) conversation.state = state;
    const startedAt = parts.startedAt.read(values);
    if (startedAt !== undefined) conversation.startedAt = startedAt;
    const endedAt = parts.endedAt.read(values);
    if (endedAt !== undefined) conversation.endedAt = endedAt;
    const lastMessageAt = parts.lastMessageAt.read(values);
    if (lastMessageAt !== undefined) conversation.lastMessageAt = lastMessageAt;
    const sessions24h = parts.sessions24h.read(values);
    if (sessions24h !== undefined) conversation.sessions24h = sessions24h;
    if (risk !== undefined) conversation.risk = risk;
    const functionCallCount = parts.functionCallCount.read(values);
    if (functionCallCount !== undefined) conversation.functionCallCount = functionCallCount;
    const language = parts.language.read(values);
    if (language !== undefined) conversation.language = language;
    const environment = parts.environment.read(values);
    if (environment !== undefined) conversation.environment = environment;
    return conversation;
  };
  return { decode, parts, placeOf: (name) => table.placeOf(name) };
}
