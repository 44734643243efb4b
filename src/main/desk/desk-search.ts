import type { ArchiveHit, ArchivePage, ArchiveQuery, Snippet } from '../../shared/models/archive.ts';
import { matchesFilter } from '../../shared/query/matches-filter.ts';
import type { Desk } from './desk.ts';

/** Messages that are looked through for one search of the archive. */
const MOST = 500;

type Searched = Pick<Desk, 'search' | 'list'>;

/** The archive's search among what is kept on this machine, newest first; conversations that match, each once. */
export async function searchDesk(
  desk: Searched,
  tenant: string,
  { text, speaker, filter }: ArchiveQuery,
): Promise<readonly ArchiveHit[]> {
  if (text.trim() === '') {
    const kept = await desk.list(tenant);
    return kept
      .filter(({ conversation }) => matchesFilter(conversation, filter))
      .map(({ conversation, keptAt, pinned }) => ({ conversation, snippets: [], kept: { at: keptAt, pinned } }));
  }
  const { hits } = await desk.search({
    tenant,
    text,
    order: 'newest',
    limit: MOST,
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
  return [...found.values()];
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
