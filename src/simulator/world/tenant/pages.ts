import { readCursor, writeCursor } from '../archive/cursor.ts';
import type { DeepArchive } from '../archive/deep-archive.ts';
import { passes, type Query, readQuery } from '../archive/query.ts';
import { mentions } from '../archive/search-record.ts';
import { snippetsOf } from '../archive/snippets.ts';
import { comparePlaces, numberOf, type Place, sortKey } from '../archive/sort.ts';
import type { ConversationRecord } from '../live-conversation.ts';
import type { Conversation, CountedPage, Message, Result, SearchHit, Sort, TranscriptFilter } from '../world-port.ts';
import type { Records } from './records.ts';

export const newestFirst: Sort = { field: 'startedAt', descending: true };

/** Matches that have to be told to be known cost time: after so many a total is a lower bound. */
const mostTold = 4_000;

export interface Shelves {
  readonly records: Records;
  readonly deep: DeepArchive;
  /** Names this run of the world, for cursors. */
  readonly run: string;
}

export interface Request {
  readonly filter: TranscriptFilter;
  readonly query: Query;
  readonly sort: Sort;
  readonly cursor: string | undefined;
  readonly limit: number;
}

interface Found {
  readonly place: Place;
  readonly record: () => ConversationRecord;
}

/** Matches among those that are kept, in order. */
function keptMatches({ records }: Shelves, { filter, query, sort }: Request): Found[] {
  const found: Found[] = [];
  for (const record of records.all()) {
    const { shown } = record;
    if (!passes(shown, filter) || !mentions(record, query)) continue;
    const place = { key: sortKey(shown, sort.field), number: numberOf(shown.transcriptId) };
    found.push({ place, record: () => record });
  }
  return found.sort((a, b) => comparePlaces(a.place, b.place) * (sort.descending ? 1 : -1));
}

interface DeepMatches {
  readonly found: readonly Found[];
  readonly total: number;
  readonly exact: boolean;
}

/** The first matches of the deep archive after a place, and how many there are in all. */
function deepMatches({ deep, records }: Shelves, request: Request, after: Place | undefined): DeepMatches {
  const { filter, query, sort, limit } = request;
  const found: Found[] = [];
  if (deep.size === 0) return { found, total: 0, exact: true };
  const order = deep.order(sort.field);
  const matches = deep.matcher(filter, query);
  const direction = sort.descending ? 1 : -1;
  let [total, told, exact] = [0, 0, true];
  for (let step = 0; step < order.length; step += 1) {
    const index = order[sort.descending ? order.length - 1 - step : step] ?? 0;
    // One that was changed is kept among the records, and counted there.
    if (records.hasTaken(index)) continue;
    let match = matches(index);
    if (match === undefined) {
      if (told === mostTold && found.length > limit) {
        exact = false;
        continue;
      }
      told += 1;
      match = deep.tell(index, filter, query);
    }
    if (!match) continue;
    total += 1;
    if (found.length > limit) continue;
    const place = deep.placeOf(index, sort.field);
    if (after === undefined || comparePlaces(after, place) * direction < 0)
      found.push({ place, record: () => deep.record(index) });
  }
  return { found, total, exact };
}

/** One page of what matches; `invalid` or `cursor-expired` for a cursor that does not belong here. */
function pageOf(shelves: Shelves, request: Request): Result<CountedPage<ConversationRecord>> {
  const { cursor, limit, sort } = request;
  const read = cursor === undefined ? undefined : readCursor(cursor, sort, shelves.run);
  if (read?.ok === false) return read;
  if (!Number.isInteger(limit) || limit < 1)
    return { ok: false, code: 'invalid', message: 'The limit is a positive number' };
  const after = read?.value;
  const direction = sort.descending ? 1 : -1;
  const kept = keptMatches(shelves, request);
  const deep = deepMatches(shelves, request, after);
  const rest = kept.filter(({ place }) => after === undefined || comparePlaces(after, place) * direction < 0);
  const merged = [...rest.slice(0, limit + 1), ...deep.found].sort(
    (a, b) => comparePlaces(a.place, b.place) * direction,
  );
  const items = merged.slice(0, limit);
  const last = items.at(-1);
  return {
    ok: true,
    value: {
      items: items.map(({ record }) => record()),
      nextCursor: last !== undefined && merged.length > limit ? writeCursor(last.place, sort, shelves.run) : null,
      total: kept.length + deep.total,
      totalIsExact: deep.exact,
    },
  };
}

function mapPage<A, B>(page: Result<CountedPage<A>>, map: (item: A) => B): Result<CountedPage<B>> {
  return page.ok ? { ok: true, value: { ...page.value, items: page.value.items.map(map) } } : page;
}

/** One page of conversations, newest first unless sorted otherwise. */
export function listRecords(
  shelves: Shelves,
  filter: TranscriptFilter,
  cursor: string | undefined,
  limit: number,
  sort: Sort = newestFirst,
): Result<CountedPage<Conversation>> {
  return mapPage(pageOf(shelves, { filter, query: { terms: [] }, cursor, limit, sort }), ({ shown }) => shown);
}

/** One page of conversations in which all words and phrases occur; an empty query finds all that the filter lets by. */
export function searchRecords(
  shelves: Shelves,
  asked: { readonly text: string; readonly speaker?: Message['role']; readonly sort?: Sort },
  filter: TranscriptFilter,
  cursor: string | undefined,
  limit: number,
): Result<CountedPage<SearchHit>> {
  const query = readQuery(asked.text, asked.speaker);
  return mapPage(pageOf(shelves, { filter, query, cursor, limit, sort: asked.sort ?? newestFirst }), (record) => ({
    conversation: record.shown,
    snippets: snippetsOf(record.messages, query),
  }));
}
