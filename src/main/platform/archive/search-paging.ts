import { listIn, unwrapped } from '../decode/envelope.ts';
import { createFieldTable } from '../decode/field-table.ts';
import { countOf, textOf } from '../decode/values.ts';
import { isRecord } from '../json.ts';

const PAGING = createFieldTable({
  next: ['nextcursor', 'nextpagetoken', 'nexttoken', 'continuation', 'continuationtoken', 'cursor', 'next', 'after'],
  page: ['page', 'pagenumber', 'currentpage'],
  total: ['total', 'totalcount', 'totalitems', 'count', 'totalresults'],
});

/** Where the next page of a search by body begins. */
export interface BodyPlace {
  readonly cursor?: string;
  readonly page?: number;
  /** Hits on the pages before. */
  readonly received?: number;
}

/** Reads a mark that `nextPlace` wrote; one that is none of ours begins at the start. */
export function readPlace(mark: string | undefined): BodyPlace {
  if (mark === undefined) return {};
  try {
    const read: unknown = JSON.parse(mark);
    if (!isRecord(read)) return {};
    const [cursor, page, received] = [textOf(read['cursor']), countOf(read['page']), countOf(read['received'])];
    return {
      ...(cursor !== undefined && { cursor }),
      ...(page !== undefined && { page }),
      ...(received !== undefined && { received }),
    };
  } catch {
    return {};
  }
}

/** The hits of an answer, how many there are, and the mark of the next page. Undefined when there is no list. */
export function nextPlace(answer: unknown, before: number, names: readonly string[]) {
  const items = listIn(answer, names);
  if (items === undefined) return undefined;
  const levels = unwrapped(answer, ['meta', 'paging', 'pagination', 'pageinfo', 'cursors']);
  const find = <T>(read: (values: ReturnType<typeof PAGING.read>['values']) => T | undefined) =>
    levels.map((level) => read(PAGING.read(level).values)).find((value) => value !== undefined);
  const cursor = find((values) => textOf(values.next));
  const page = find((values) => countOf(values.page));
  const total = find((values) => countOf(values.total));
  const received = before + items.length;
  const more = items.length > 0 && (cursor !== undefined || (page !== undefined && received < (total ?? 0)));
  const place = cursor === undefined ? { page: (page ?? 1) + 1, received } : { cursor, received };
  return {
    items,
    ...(more && { next: JSON.stringify(place) }),
    ...(total !== undefined && { total }),
  };
}
