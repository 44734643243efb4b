import type { ArchiveHit, ArchivePage } from '../../../../../shared/models/archive.ts';
import { type IdList, idsWithin } from '../../../lib/id-list.ts';
import type { PageMarks } from './page-marks.ts';

/** So many pages in a row in which nothing lies behind what was met already end the search for it. */
const MOST_IN_VAIN = 3;

interface Read {
  /** Reads a page. @param mark undefined for the first. */
  readonly ask: (mark: string | undefined) => Promise<ArchivePage>;
  readonly marks: PageMarks;
  /** What was read before. */
  readonly ids: IdList;
}

/**
 * Reads conversations again that were read before, from the last mark in front of them on. What moved a little is found
 * where it is now; what came in between is passed over, since places do not move.
 * @param start place of the first @param end place behind the last
 * @returns one for each place, undefined for what is not found there any more.
 * @throws BridgeFailure as `ask`
 */
export async function readAgain(
  { ask, marks, ids }: Read,
  start: number,
  end: number,
): Promise<readonly (ArchiveHit | undefined)[]> {
  const wanted = idsWithin(ids, start, end);
  const missing = new Set(wanted);
  const found = new Map<string, ArchiveHit>();
  let mark = marks.at(start);
  let met = -1;
  for (let inVain = 0; inVain < MOST_IN_VAIN; ) {
    const { items, next } = await ask(mark);
    for (const hit of items) if (missing.delete(hit.conversation.id)) found.set(hit.conversation.id, hit);
    const last = items.map(({ conversation }) => ids.indexOf(conversation.id)).findLast((place) => place >= 0) ?? -1;
    inVain = last > met ? 0 : inVain + 1;
    met = Math.max(met, last);
    if (next === undefined || met >= end - 1 || missing.size === 0) break;
    if (last >= 0) marks.note(last + 1, next);
    mark = next;
  }
  return wanted.map((id) => found.get(id));
}
