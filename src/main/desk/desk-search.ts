import type { ArchiveHit, ArchivePage, ArchiveQuery, Snippet } from '../../shared/models/archive.ts';
import { matchesFilter } from '../../shared/query/matches-filter.ts';
import type { Desk } from './desk.ts';

/** Messages that are looked through for one search of the archive. */
const MOST = 500;

type Searched = Pick<Desk, 'search' | 'list'>;

/** What was found on this machine; `more`: not all of its messages were looked through. */
export interface DeskFound {
  readonly hits: readonly ArchiveHit[];
  readonly more: boolean;
}

/**
 * The archive's search among what is kept on this machine, newest first; conversations that match, each once. With words and
 * a regular expression both must be said in it, though not in one message.
 */
export async function searchDesk(desk: Searched, tenant: string, query: ArchiveQuery): Promise<DeskFound> {
  const { text, pattern, filter } = query;
  if (text.trim() === '' && pattern === undefined) {
    const kept = await desk.list(tenant);
    const hits = kept
      .filter(({ conversation }) => matchesFilter(conversation, filter))
      .map(({ conversation, keptAt, pinned }) => ({ conversation, snippets: [], kept: { at: keptAt, pinned } }));
    return { hits, more: false };
  }
  const found = await searchMessages(desk, tenant, query);
  if (pattern === undefined || text.trim() === '') return found;
  const { pattern: _, ...words } = query;
  const said = await searchMessages(desk, tenant, words);
  const ids = new Set(said.hits.map(({ conversation }) => conversation.id));
  return { hits: found.hits.filter(({ conversation }) => ids.has(conversation.id)), more: found.more || said.more };
}

async function searchMessages(
  desk: Searched,
  tenant: string,
  { text, pattern, speaker, filter }: ArchiveQuery,
): Promise<DeskFound> {
  const { hits, more } = await desk.search({
    tenant,
    text,
    order: 'newest',
    limit: MOST,
    ...(pattern !== undefined && { pattern }),
    ...(speaker !== undefined && { speaker }),
  });
  const found = new Map<string, ArchiveHit & { readonly snippets: Snippet[] }>();
  for (const { conversation, messageId, text: said, speaker: by, marks, keptAt, pinned } of hits) {
    if (!matchesFilter(conversation, filter)) continue;
    const before = found.get(conversation.id);
    const hit = before ?? { conversation, snippets: [], kept: { at: keptAt, pinned } };
    if (hit.snippets.length < 3) hit.snippets.push({ messageId, text: said, speaker: by, marks });
    found.set(conversation.id, hit);
  }
  return { hits: [...found.values()], more };
}

/** A page of the instance with what is kept here as well: marked where both have it, the rest beside it. */
export function withKept(page: ArchivePage, kept: readonly ArchiveHit[]): ArchivePage {
  const here = new Map(kept.map((hit) => [hit.conversation.id, hit]));
  const items = page.items.map((hit) => {
    const own = here.get(hit.conversation.id)?.kept;
    return own === undefined ? hit : { ...hit, kept: own };
  });
  return { ...page, items, local: kept };
}
