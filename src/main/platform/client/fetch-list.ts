import type { BoundOperation } from '../bind.ts';
import { listIn, unwrapped } from '../decode/envelope.ts';
import { createFieldTable } from '../decode/field-table.ts';
import { countOf, textOf } from '../decode/values.ts';
import { isRecord, own } from '../json.ts';
import { squash } from '../words.ts';

const PAGING = createFieldTable({
  next: ['nextcursor', 'nextpagetoken', 'nexttoken', 'continuation', 'continuationtoken', 'cursor', 'next', 'after'],
  page: ['page', 'pagenumber', 'currentpage'],
  perPage: ['perpage', 'pagesize', 'limit', 'size'],
  total: ['total', 'totalcount', 'totalitems', 'count', 'totalresults'],
});
const ENVELOPES = ['meta', 'paging', 'pagination', 'pageinfo', 'cursors'];

const CURSOR_PARAMETERS = [
  'cursor',
  'after',
  'pagetoken',
  'nexttoken',
  'continuation',
  'continuationtoken',
  'starttoken',
];
const PAGE_PARAMETERS = ['page', 'pagenumber', 'pageno'];
const SIZE_PARAMETERS = ['perpage', 'pagesize', 'limit', 'size', 'maxresults'];

/** Pages read of one list; an instance whose paging never ends must not hold the console. */
export const MAX_PAGES = 200;
/** What is asked for a page where the document gives no maximum. */
const PAGE_SIZE = 200;

type Query = Readonly<Record<string, string>>;

function parameterNamed(bound: BoundOperation, names: readonly string[]) {
  const parameters = bound.described?.parameters ?? [];
  return names
    .map((name) => parameters.find((one) => one.in === 'query' && squash(one.name) === name))
    .find((one) => one !== undefined);
}

function sizeQuery(bound: BoundOperation, asked?: number): Query {
  const parameter = parameterNamed(bound, SIZE_PARAMETERS);
  if (parameter === undefined) return {};
  const maximum = parameter.schema === undefined ? undefined : countOf(own(parameter.schema, 'maximum'));
  const most = Math.max(1, Math.min(maximum ?? PAGE_SIZE, 1000));
  return { [squash(parameter.name)]: String(Math.min(most, asked ?? most)) };
}

/** The query that asks for the next page, or undefined when there is none (or the document has no way to ask). */
function nextQuery(bound: BoundOperation, answer: unknown, received: number, total: number): Query | undefined {
  const levels = unwrapped(answer, ENVELOPES).map((level) => PAGING.read(level).values);
  const find = <T>(read: (values: (typeof levels)[number]) => T | undefined) =>
    levels.map(read).find((value) => value !== undefined);
  const cursor = find((values) => textOf(values.next));
  const cursorParameter = parameterNamed(bound, CURSOR_PARAMETERS);
  if (cursor !== undefined && cursorParameter !== undefined) return { [squash(cursorParameter.name)]: cursor };
  const pageParameter = parameterNamed(bound, PAGE_PARAMETERS);
  const page = find((values) => countOf(values.page));
  const all = find((values) => countOf(values.total));
  if (pageParameter === undefined || page === undefined || all === undefined || received === 0 || total >= all)
    return undefined;
  return { [squash(pageParameter.name)]: String(page + 1) };
}

/** One page of a list as fetched. */
export interface FetchedPage {
  readonly items: readonly unknown[];
  /** What asks for the next page; meant for `fetchPage` alone. */
  readonly next?: string;
  readonly total?: number;
}

/** The query that a mark of `fetchPage` stands for; a mark that is none of ours begins at the start. */
function markedQuery(mark: string | undefined): Query & { readonly received?: string } {
  if (mark === undefined) return {};
  try {
    const read: unknown = JSON.parse(mark);
    if (!isRecord(read)) return {};
    return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value)]));
  } catch {
    return {};
  }
}

/**
 * Reads one page of a list, by cursor or by page number, whichever the instance has.
 * @param mark `next` of the page before; absent for the first.
 * @param limit entries asked for, within what the document allows.
 * @returns undefined when the answer holds no list.
 */
export async function fetchPage(
  bound: BoundOperation,
  names: readonly string[],
  ask: (query: Query) => Promise<unknown>,
  mark?: string,
  limit?: number,
): Promise<FetchedPage | undefined> {
  const { received = '0', ...marked } = markedQuery(mark);
  const answer = await ask({ ...sizeQuery(bound, limit), ...marked });
  const items = listIn(answer, names);
  if (items === undefined) return undefined;
  const soFar = Number(received) + items.length;
  const next = nextQuery(bound, answer, items.length, soFar);
  const total = unwrapped(answer, ENVELOPES)
    .map((level) => countOf(PAGING.read(level).values.total))
    .find((one) => one !== undefined);
  return {
    items,
    // A page without entries that claims to have a successor would go round for ever.
    ...(next !== undefined && items.length > 0 && { next: JSON.stringify({ ...next, received: soFar }) }),
    ...(total !== undefined && { total }),
  };
}

/** A whole list, page by page. */
export interface FetchedList {
  readonly items: readonly unknown[];
  /** The first page's answer: what it says about the list (a stream position, say) holds for the earliest moment. */
  readonly first: unknown;
  /** True when the page limit ended the reading. */
  readonly truncated: boolean;
}

/**
 * Reads a list to its end, by cursor or by page number, whichever the answers carry and the document has a parameter for.
 * @param ask fetches one page with these query values (by squashed name).
 * @returns undefined when the first answer holds no list.
 */
export async function fetchList(
  bound: BoundOperation,
  names: readonly string[],
  ask: (query: Query) => Promise<unknown>,
): Promise<FetchedList | undefined> {
  const items: unknown[] = [];
  const size = sizeQuery(bound);
  let query: Query | undefined = size;
  let first: unknown;
  const asked = new Set<string>();
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await ask(query);
    if (page === 0) first = answer;
    const list = listIn(answer, names);
    if (list === undefined) return page === 0 ? undefined : { items, first, truncated: true };
    for (const item of list) items.push(item);
    const next = nextQuery(bound, answer, list.length, items.length);
    const key = JSON.stringify(next);
    // A cursor seen before would go round for ever.
    if (next === undefined || asked.has(key)) return { items, first, truncated: next !== undefined };
    asked.add(key);
    query = { ...size, ...next };
  }
  return { items, first, truncated: true };
}
