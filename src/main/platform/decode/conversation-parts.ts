import type { Conversation } from '../../../shared/models/conversation.ts';
import { ROW_FIELDS } from '../../../shared/models/row-aspects.ts';
import { isRecord } from '../json.ts';
import type { ConversationSlot } from './conversation-fields.ts';
import { createFieldTable } from './field-table.ts';
import { decodeHandler } from './handler.ts';
import { instantOf } from './instant.ts';
import type { Mutable } from './mutable.ts';
import { decodeNames, decodeParameters, decodeTags } from './named-values.ts';
import { decodeRisk } from './risk.ts';
import type { SchemaHints } from './schema-hints.ts';
import { decodeSentiments, decodeTrend } from './sentiments.ts';
import { countOf, numberOf, textOf, truthOf } from './values.ts';
import { createVocabulary, directionWord, environmentOf, hasEnded, platformWord, statusWord } from './vocabulary.ts';
import { decodeWatchers } from './watchers.ts';

/** Values of a conversation's fields as they came, by our names. */
export type ConversationValues = { readonly [slot in ConversationSlot]?: unknown };
type Values = ConversationValues;

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

/** The fields of a conversation that are each read by themselves; `id` and `other` are the whole's. */
export type PartName = Exclude<keyof Conversation, 'id' | 'other'>;
export const PART_NAMES = ROW_FIELDS.filter((name) => name !== 'other' && name !== 'seenAt');

/** How one field is read, and all that it is read from. */
interface Part<T> {
  readonly from: readonly ConversationSlot[];
  /** Undefined where the field is absent. */
  readonly read: (values: Values) => T;
}
export type ConversationParts = { readonly [name in PartName]-?: Part<Conversation[name]> };

/** How each field of a conversation is read. @param hints what the schema tells of units and scales */
export function conversationParts(hints: SchemaHints<ConversationSlot>): ConversationParts {
  const time = (value: unknown, slot: ConversationSlot) =>
    instantOf(isRecord(value) ? QUEUE.read(value).values.since : value, hints.units.get(slot));
  const maximum = hints.maxima.get('riskScore') ?? hints.maxima.get('risk');
  const statusOf = (values: Values) => statusWord(textOf(values.status) ?? '');
  const one = <S extends ConversationSlot, T>(slot: S, read: (value: unknown) => T): Part<T> => ({
    from: [slot],
    read: (values) => read(values[slot]),
  });
  return {
    revision: one('revision', countOf),
    platform: one('platform', (value) => platformWord(textOf(value) ?? '')),
    direction: one('direction', (value) => directionWord(textOf(value) ?? '')),
    contact: { from: ['contact', 'contactId', 'contactName', 'contactDisplay'], read: decodeContact },
    status: { from: ['status'], read: statusOf },
    ended: {
      from: ['status', 'endedAt'],
      read: (values) => hasEnded(statusOf(values), time(values.endedAt, 'endedAt'), values.endedAt),
    },
    handler: {
      from: ['handler', 'handlerKind', 'handlerName', 'handlerId', 'handlerSince', 'status'],
      read: (values) =>
        decodeHandler(
          values.handler,
          { kind: values.handlerKind, name: values.handlerName, id: values.handlerId, since: values.handlerSince },
          statusOf(values),
        ),
    },
    aiState: one('aiState', decodeAiState),
    queue: { from: ['queue', 'queueSkills', 'queueSince'], read: decodeQueue },
    flow: { from: ['flow', 'flowId', 'flowName', 'flowVersion'], read: decodeFlow },
    state: one('state', (value) => textOf(isRecord(value) ? NAMED.read(value).values.name : value)),
    startedAt: one('startedAt', (value) => time(value, 'startedAt')),
    endedAt: one('endedAt', (value) => time(value, 'endedAt')),
    lastMessageAt: one('lastMessageAt', (value) => time(value, 'lastMessageAt')),
    sessions24h: one('sessions24h', countOf),
    risk: {
      from: ['risk', 'riskLevel', 'riskScore', 'riskLabel'],
      read: ({ risk, riskLevel, riskScore, riskLabel }) =>
        decodeRisk({ risk, level: riskLevel, score: riskScore, label: riskLabel, maximum }),
    },
    sentiments: one('sentiments', (value) => decodeSentiments(value)),
    sentimentTrend: one('sentimentTrend', decodeTrend),
    functionsCalled: one('functionsCalled', decodeNames),
    functionCallCount: one('functionCallCount', (value) => (Array.isArray(value) ? value.length : numberOf(value))),
    parameters: one('parameters', decodeParameters),
    tags: one('tags', decodeTags),
    flagged: one('flagged', truthOf),
    language: one('language', languageOf),
    environment: one('environment', environmentOf),
    watchers: one('watchers', decodeWatchers),
  };
}
