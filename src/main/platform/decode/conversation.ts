import type { Conversation } from '../../../shared/models/conversation.ts';
import { isRecord } from '../json.ts';
import type { SchemaRef } from '../openapi/schema-view.ts';
import { CONVERSATION_CLUES, CONVERSATION_FIELDS, type ConversationSlot } from './conversation-fields.ts';
import { createFieldTable } from './field-table.ts';
import { decodeHandler } from './handler.ts';
import { instantOf } from './instant.ts';
import type { Mutable } from './mutable.ts';
import { decodeNames, decodeParameters, decodeTags } from './named-values.ts';
import { decodeRisk } from './risk.ts';
import { hintsFrom } from './schema-hints.ts';
import { decodeSentiments, decodeTrend } from './sentiments.ts';
import { countOf, numberOf, textOf, truthOf } from './values.ts';
import { createVocabulary, directionWord, environmentOf, hasEnded, platformWord, statusWord } from './vocabulary.ts';
import { decodeWatchers } from './watchers.ts';

type Values = { readonly [slot in ConversationSlot]?: unknown };

const CONTACT = createFieldTable({
  id: ['id', 'contactid', 'customerid', 'partyid'],
  display: [
    'display',
    'address',
    'phonenumber',
    'phone',
    'email',
    'handle',
    'displayname',
    'number',
    'username',
    'label',
    'value',
  ],
  name: ['name', 'fullname', 'contactname', 'customername'],
});
const NAMED = createFieldTable({
  id: ['id', 'flowid', 'key'],
  name: ['name', 'flowname', 'title', 'label'],
  version: ['version', 'flowversion', 'revision'],
});
const QUEUE = createFieldTable({
  skills: ['skills', 'requiredskills', 'skill', 'tags'],
  since: ['since', 'queuedat', 'at', 'enqueuedat', 'waitingsince', 'from', 'queuedsince'],
});

function decodeContact(values: Values): Conversation['contact'] {
  const inner = isRecord(values.contact) ? CONTACT.read(values.contact).values : undefined;
  const id = textOf(inner?.id) ?? textOf(values.contactId);
  const name = textOf(inner?.name) ?? textOf(values.contactName);
  const bare = isRecord(values.contact) ? undefined : textOf(values.contact);
  const display = textOf(inner?.display) ?? bare ?? textOf(values.contactDisplay) ?? name ?? id ?? '';
  const contact: Mutable<Conversation['contact']> = { display };
  if (id !== undefined) contact.id = id;
  if (name !== undefined) contact.name = name;
  return contact;
}

function decodeFlow(values: Values): Conversation['flow'] {
  const inner = isRecord(values.flow) ? NAMED.read(values.flow).values : undefined;
  const id = textOf(inner?.id) ?? textOf(values.flowId);
  const bare = isRecord(values.flow) ? undefined : textOf(values.flow);
  const name = textOf(inner?.name) ?? bare ?? textOf(values.flowName) ?? id;
  const version = textOf(inner?.version) ?? textOf(values.flowVersion);
  if (name === undefined) return undefined;
  const flow: Mutable<NonNullable<Conversation['flow']>> = { name };
  if (id !== undefined) flow.id = id;
  if (version !== undefined) flow.version = version;
  return flow;
}

function decodeQueue(values: Values): Conversation['queue'] {
  const inner = isRecord(values.queue) ? QUEUE.read(values.queue).values : undefined;
  const skills = decodeNames(inner?.skills ?? values.queueSkills);
  const since = instantOf(inner?.since) ?? instantOf(values.queueSince);
  if (inner === undefined && since === undefined && values.queue !== true) return undefined;
  return { skills, ...(since !== undefined && { since }) };
}

const aiWord = createVocabulary({
  running: ['active', 'on', 'enabled', 'true', 'live'],
  paused: ['off', 'disabled', 'stopped', 'false', 'suspended', 'inactive'],
  composing: ['typing', 'thinking', 'generating', 'responding', 'writing'],
});

function decodeAiState(value: unknown): Conversation['aiState'] {
  const word = aiWord(textOf(value) ?? '');
  return word === 'running' || word === 'paused' || word === 'composing' ? word : 'unknown';
}

const languageWord = createVocabulary(
  {},
  (text) => /^([a-z]{2})(?:[-_][a-z]{2,4})?$/i.exec(text)?.[1]?.toLowerCase() ?? text,
);

/** The language of a locale (`fr-CA` → `fr`); what is no locale stays as it came. */
function languageOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : languageWord(text);
}

export type ConversationDecoder = (raw: unknown) => Conversation | undefined;

/**
 * Makes the decoder of conversations for one operation. Needed is only an id; all else may be missing, be named or
 * spelled differently, or be of an unexpected type.
 * @param schema the answer's schema of one conversation: it gives away names, units and scales.
 * @returns a function that gives undefined for what has no id and never throws.
 */
export function conversationDecoder(schema?: SchemaRef): ConversationDecoder {
  const names = createFieldTable<ConversationSlot>(CONVERSATION_FIELDS);
  const hints = hintsFrom(schema, names, CONVERSATION_CLUES);
  const table = hints.told.size === 0 ? names : createFieldTable<ConversationSlot>(CONVERSATION_FIELDS, hints.told);
  const time = (value: unknown, slot: ConversationSlot) =>
    instantOf(isRecord(value) ? QUEUE.read(value).values.since : value, hints.units.get(slot));

  return (raw) => {
    if (!isRecord(raw)) return undefined;
    const parts = table.read(raw);
    const values: Values = parts.values;
    const id = textOf(values.id);
    if (id === undefined) return undefined;
    const status = statusWord(textOf(values.status) ?? '');
    const endedAt = time(values.endedAt, 'endedAt');
    const other = parts.other ?? {};
    const risk = decodeRisk({
      risk: values.risk,
      level: values.riskLevel,
      score: values.riskScore,
      label: values.riskLabel,
      maximum: hints.maxima.get('riskScore') ?? hints.maxima.get('risk'),
    });
    if (risk === undefined && values.risk !== undefined && values.risk !== null) other['risk'] = values.risk;
    const conversation: Mutable<Conversation> = {
      id,
      platform: platformWord(textOf(values.platform) ?? ''),
      direction: directionWord(textOf(values.direction) ?? ''),
      contact: decodeContact(values),
      status,
      ended: hasEnded(status, endedAt, values.endedAt),
      handler: decodeHandler(
        values.handler,
        { kind: values.handlerKind, name: values.handlerName, id: values.handlerId, since: values.handlerSince },
        status,
      ),
      aiState: decodeAiState(values.aiState),
      sentiments: decodeSentiments(values.sentiments),
      sentimentTrend: decodeTrend(values.sentimentTrend),
      functionsCalled: decodeNames(values.functionsCalled),
      parameters: decodeParameters(values.parameters),
      tags: decodeTags(values.tags),
      flagged: truthOf(values.flagged),
      other,
    };
    // Assigned one by one: an absent field stays absent, and a loop over names would cost more than all the rest.
    const watchers = decodeWatchers(values.watchers);
    if (watchers !== undefined) conversation.watchers = watchers;
    else if (values.watchers !== undefined && values.watchers !== null) other['watchers'] = values.watchers;
    const revision = countOf(values.revision);
    if (revision !== undefined) conversation.revision = revision;
    const queue = decodeQueue(values);
    if (queue !== undefined) conversation.queue = queue;
    const flow = decodeFlow(values);
    if (flow !== undefined) conversation.flow = flow;
    const state = textOf(isRecord(values.state) ? NAMED.read(values.state).values.name : values.state);
    if (state !== undefined) conversation.state = state;
    const startedAt = time(values.startedAt, 'startedAt');
    if (startedAt !== undefined) conversation.startedAt = startedAt;
    if (endedAt !== undefined) conversation.endedAt = endedAt;
    const lastMessageAt = time(values.lastMessageAt, 'lastMessageAt');
    if (lastMessageAt !== undefined) conversation.lastMessageAt = lastMessageAt;
    const sessions24h = countOf(values.sessions24h);
    if (sessions24h !== undefined) conversation.sessions24h = sessions24h;
    if (risk !== undefined) conversation.risk = risk;
    const calls = values.functionCallCount;
    const functionCallCount = Array.isArray(calls) ? calls.length : numberOf(calls);
    if (functionCallCount !== undefined) conversation.functionCallCount = functionCallCount;
    const language = languageOf(values.language);
    if (language !== undefined) conversation.language = language;
    const environment = environmentOf(values.environment);
    if (environment !== undefined) conversation.environment = environment;
    return conversation;
  };
}
