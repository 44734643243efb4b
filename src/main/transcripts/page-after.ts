import type { ArchivePage, ArchiveQuery } from '../../shared/models/archive.ts';
import type { ArchiveApi } from '../platform/archive/archive-api.ts';

/** What is asked for at once while a place is looked up. */
const STEP = 200;

/**
 * Finds where a reader of a search stood whose mark the instance no longer knows: reads it from its beginning and goes past the
 * last conversation that was read before. What came in front of it meanwhile is passed over, as by the mark; where none of
 * those read before is there any more, it is the beginning.
 * @param read ids read before: all, or the last ones.
 * @returns what follows, at most a page of it: empty where nothing does.
 * @throws FailureError as `ArchiveApi.search`
 */
export async function pageAfter(
  api: Pick<ArchiveApi, 'search'>,
  query: ArchiveQuery,
  read: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<ArchivePage> {
  const asked = { limit: STEP, ...(signal !== undefined && { signal }) };
  let page = await api.search(query, asked);
  const first = page;
  let met = false;
  for (;;) {
    const last = page.items.findLastIndex(({ conversation }) => read.has(conversation.id));
    met ||= last >= 0;
    if (met && last < page.items.length - 1) return { ...page, items: page.items.slice(last + 1) };
    if (page.next === undefined) return met ? { ...page, items: [] } : first;
    page = await api.search(query, { ...asked, next: page.next });
  }
}
