import type { BoundOperation } from '../bind.ts';
import { unwrapped } from '../decode/envelope.ts';
import { createFieldTable } from '../decode/field-table.ts';
import { present } from '../decode/present.ts';
import { countOf, textOf } from '../decode/values.ts';
import { own } from '../json.ts';
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

/** What is asked for a page where the document gives no maximum. */
const PAGE_SIZE = 200;

/** Query values by squashed name. */
export type Query = Readonly<Record<string, string>>;

/** What an answer says about the page that it is. */
export interface Paging {
  /** What asks for the next page. */
  readonly cursor?: string;
  /** The number of this page. */
  readonly page?: number;
  /** Entries on all pages. */
  readonly total?: number;
}

/** Reads what an answer says about its page, on whatever level it says it. */
export function pagingOf(answer: unknown): Paging {
  const levels = unwrapped(answer, ENVELOPES).map((level) => PAGING.read(level).values);
  const find = <T>(read: (values: (typeof levels)[number]) => T | undefined) =>
    levels.map(read).find((value) => value !== undefined);
  return present({
    cursor: find(({ next }) => textOf(next)),
    page: find(({ page }) => countOf(page)),
    total: find(({ total }) => countOf(total)),
  });
}

function parameterNamed(bound: BoundOperation, names: readonly string[]) {
  const parameters = bound.described?.parameters ?? [];
  return names
    .map((name) => parameters.find((one) => one.in === 'query' && squash(one.name) === name))
    .find((one) => one !== undefined);
}

/** The squashed name of the query value that asks for a page by number; undefined where the document has none. */
export function pageName(bound: BoundOperation): string | undefined {
  const parameter = parameterNamed(bound, PAGE_PARAMETERS);
  return parameter === undefined ? undefined : squash(parameter.name);
}

/** The query that asks for so many entries a page, within what the document allows. @param asked undefined: as many as can be */
export function sizeQuery(bound: BoundOperation, asked?: number): Query {
  const parameter = parameterNamed(bound, SIZE_PARAMETERS);
  if (parameter === undefined) return {};
  const maximum = parameter.schema === undefined ? undefined : countOf(own(parameter.schema, 'maximum'));
  const most = Math.max(1, Math.min(maximum ?? PAGE_SIZE, 1000));
  return { [squash(parameter.name)]: String(Math.min(most, asked ?? most)) };
}

/**
 * The query that asks for the next page, or undefined when there is none (or the document has no way to ask).
 * @param received entries on this page @param soFar entries up to its end
 */
export function nextQuery(
  bound: BoundOperation,
  { cursor, page, total }: Paging,
  received: number,
  soFar: number,
): Query | undefined {
  const cursorParameter = parameterNamed(bound, CURSOR_PARAMETERS);
  if (cursor !== undefined && cursorParameter !== undefined) return { [squash(cursorParameter.name)]: cursor };
  const byNumber = pageName(bound);
  if (byNumber === undefined || page === undefined || total === undefined || received === 0 || soFar >= total)
    return undefined;
  return { [byNumber]: String(page + 1) };
}
