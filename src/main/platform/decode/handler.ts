import type { Handler, HandlerKind } from '../../../shared/models/conversation.ts';
import { isRecord } from '../json.ts';
import { createFieldTable } from './field-table.ts';
import { instantOf } from './instant.ts';
import type { Mutable } from './mutable.ts';
import { textOf } from './values.ts';
import { createVocabulary } from './vocabulary.ts';

const KINDS = {
  ai: ['aiagent', 'bot', 'assistant', 'virtualagent', 'machine', 'automation', 'llm', 'artificial', 'automated'],
  human: ['humanagent', 'csr', 'person', 'operator', 'user', 'agent', 'staff', 'supervisor', 'employee', 'manual'],
  queue: ['queued', 'waiting', 'inqueue', 'acd'],
  none: ['nobody', 'noone', 'unassigned', 'unhandled', 'empty', 'nil'],
} as const;
const kindVocabulary = createVocabulary(KINDS);

const TABLE = createFieldTable({
  kind: ['kind', 'type', 'agenttype', 'handlertype', 'role', 'mode', 'class'],
  userId: ['userid', 'id', 'agentid', 'csrid', 'operatorid', 'uid', 'sub'],
  name: ['name', 'displayname', 'fullname', 'username', 'agentname', 'label'],
  since: ['since', 'at', 'assignedat', 'takenat', 'claimedat', 'from', 'startedat', 'sinceat', 'sincems'],
});

/** What the fields around an object-less handler say; some instances flatten it into the conversation. */
export interface FlatHandler {
  readonly kind: unknown;
  readonly name: unknown;
  readonly id: unknown;
  readonly since: unknown;
}

function kindWord(value: unknown): HandlerKind | undefined {
  const word = typeof value === 'string' ? kindVocabulary(value) : '';
  return word === 'ai' || word === 'human' || word === 'queue' || word === 'none' ? word : undefined;
}

/**
 * Who handles a conversation. A bare text is read as a kind when it is a known word, as a person's name otherwise.
 * @param status the conversation's status in our words: a queued conversation that nobody has is the queue's.
 */
export function decodeHandler(raw: unknown, flat: FlatHandler, status: string): Handler {
  const inner = isRecord(raw) ? TABLE.read(raw).values : undefined;
  const bare = typeof raw === 'string' && raw !== '' ? raw : undefined;
  const bareKind = kindWord(bare);
  const name = textOf(inner?.name) ?? textOf(flat.name) ?? (bareKind === undefined ? bare : undefined);
  const userId = textOf(inner?.userId) ?? textOf(flat.id);
  const since = instantOf(inner?.since) ?? instantOf(flat.since);
  const stated = kindWord(inner?.kind) ?? kindWord(flat.kind) ?? bareKind;
  let kind: HandlerKind = stated ?? 'unknown';
  if (stated === undefined && bare !== undefined) kind = 'human';
  if (stated === undefined && raw === null && flat.kind === undefined) kind = 'none';
  if (status === 'queued' && (kind === 'none' || kind === 'unknown')) kind = 'queue';
  const handler: Mutable<Handler> = { kind };
  if (userId !== undefined) handler.userId = userId;
  if (name !== undefined) handler.name = name;
  if (since !== undefined) handler.since = since;
  return handler;
}
