import type { ConversationRecord } from '../live-conversation.ts';
import type { Conversation, Page, Result, SearchHit, TranscriptFilter } from '../world-port.ts';
import type { Records } from './records.ts';

const snippetsPerHit = 3;
const snippetReach = 70;

function passes(shown: Conversation, filter: TranscriptFilter): boolean {
  const { status, platform, direction, flow, flagged, tag, from, to } = filter;
  if (status !== undefined && !status.includes(shown.status)) return false;
  if (platform !== undefined && !platform.includes(shown.platform)) return false;
  if (direction !== undefined && direction !== shown.direction) return false;
  if (flow !== undefined && flow !== shown.flow.id && flow !== shown.flow.name) return false;
  if (flagged !== undefined && flagged !== shown.flagged) return false;
  if (tag !== undefined && !shown.tags.some(({ name, value }) => tag === name || tag === `${name}:${value}`))
    return false;
  if (from !== undefined || to !== undefined) {
    const startedAt = Date.parse(shown.startedAt);
    if (from !== undefined && startedAt < from) return false;
    if (to !== undefined && startedAt >= to) return false;
  }
  return true;
}

/** Place in the list: newest first, then by id. Conversations that begin later never move those already listed. */
function placeOf(shown: Conversation): string {
  return `${shown.startedAt} ${shown.transcriptId}`;
}

function readCursor(cursor: string): string | undefined {
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z c-\d+$/.test(place) ? place : undefined;
}

function page<T>(
  matches: T[],
  shownOf: (match: T) => Conversation,
  cursor: string | undefined,
  limit: number,
): Result<Page<T>> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (cursor !== undefined && after === undefined)
    return { ok: false, code: 'invalid', message: 'The cursor is not one of ours' };
  if (!Number.isInteger(limit) || limit < 1)
    return { ok: false, code: 'invalid', message: 'The limit is a positive number' };
  const placed = matches.map((match) => ({ match, place: placeOf(shownOf(match)) }));
  placed.sort((a, b) => (a.place < b.place ? 1 : -1));
  const rest = after === undefined ? placed : placed.filter(({ place }) => place < after);
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = last !== undefined && rest.length > limit ? Buffer.from(last.place).toString('base64url') : null;
  return { ok: true, value: { items: items.map(({ match }) => match), nextCursor, total: placed.length } };
}

/** One page of conversations, newest first; `invalid` on a foreign cursor. */
export function listRecords(
  records: Records,
  filter: TranscriptFilter,
  cursor: string | undefined,
  limit: number,
): Result<Page<Conversation>> {
  const matches: Conversation[] = [];
  for (const { shown } of records.all()) if (passes(shown, filter)) matches.push(shown);
  return page(matches, (shown) => shown, cursor, limit);
}

/** Text without case and accents, so that "Etienne" finds "Étienne". */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

function snippet(text: string, words: readonly string[]): string | undefined {
  const folded = fold(text);
  const found = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
  if (found.length === 0) return undefined;
  // Folding may shift places by an accent or two, which a snippet bears.
  const at = Math.min(...found);
  const from = Math.max(0, at - snippetReach);
  const to = Math.min(text.length, at + snippetReach);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

function search(record: ConversationRecord, words: readonly string[]): SearchHit | undefined {
  const { shown, messages } = record;
  const about = [shown.transcriptId, shown.contact.display, shown.contact.name ?? ''];
  for (const { name, value } of [...shown.tags, ...shown.parameters]) about.push(name, value);
  let text = fold(about.join('\n'));
  if (!words.every((word) => text.includes(word))) {
    text += fold(messages.map((message) => message.text).join('\n'));
    if (!words.every((word) => text.includes(word))) return undefined;
  }
  const snippets: { readonly messageId: string; readonly text: string }[] = [];
  if (words.length > 0) {
    for (const message of messages) {
      const found = snippet(message.text, words);
      if (found !== undefined) snippets.push({ messageId: message.messageId, text: found });
      if (snippets.length === snippetsPerHit) break;
    }
  }
  return { conversation: shown, snippets };
}

/** One page of conversations in which all words occur, newest first; an empty query finds all that the filter lets by. */
export function searchRecords(
  records: Records,
  query: string,
  filter: TranscriptFilter,
  cursor: string | undefined,
  limit: number,
): Result<Page<SearchHit>> {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const hits: SearchHit[] = [];
  for (const record of records.all()) {
    const hit = passes(record.shown, filter) ? search(record, words) : undefined;
    if (hit !== undefined) hits.push(hit);
  }
  return page(hits, ({ conversation }) => conversation, cursor, limit);
}
