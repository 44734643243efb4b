import type { ArchivedTranscript, ArchiveQuery } from '../../../../../shared/models/archive.ts';
import { MOST_IN_PDF } from '../../../../../shared/models/transcript-export.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';

const PAGE = 100;
const AT_ONCE = 4;

interface PdfOrder {
  readonly tenant: string;
  readonly query: ArchiveQuery;
  /** Only these, in this order, instead of the whole search. */
  readonly ids: readonly string[] | undefined;
}

export interface ReadForPdf {
  readonly transcripts: readonly ArchivedTranscript[];
  /** How many were gone meanwhile. */
  readonly missing: number;
}

async function idsOf({ tenant, query, ids }: PdfOrder, signal: AbortSignal): Promise<readonly string[]> {
  if (ids !== undefined) return ids;
  const found: string[] = [];
  let next: string | undefined;
  do {
    const mark = next;
    const page = await call((api) =>
      api.archive.search({ tenant, query, limit: PAGE, ...(mark === undefined ? {} : { next: mark }) }),
    );
    signal.throwIfAborted();
    found.push(...page.items.map(({ conversation }) => conversation.id));
    next = page.next;
  } while (next !== undefined && found.length < MOST_IN_PDF);
  return found.slice(0, MOST_IN_PDF);
}

/**
 * Reads the transcripts of an order whole, in order, a few at a time; one that is gone meanwhile is left out.
 * @throws BridgeFailure; the signal's reason when it was cancelled.
 */
export async function readForPdf(
  order: PdfOrder,
  signal: AbortSignal,
  told: (done: number, total: number) => void,
): Promise<ReadForPdf> {
  const ids = await idsOf(order, signal);
  const read: (ArchivedTranscript | undefined)[] = Array.from({ length: ids.length });
  let at = 0;
  let done = 0;
  const { tenant } = order;
  const readOn = async (): Promise<void> => {
    for (let id = ids[at]; id !== undefined; id = ids[at]) {
      const [wanted, place] = [id, at];
      at += 1;
      read[place] = await call((api) => api.archive.get({ tenant, id: wanted, forExport: true })).catch(
        (thrown: unknown) => {
          if (failureOf(thrown).code === 'not-found') return undefined;
          throw thrown;
        },
      );
      signal.throwIfAborted();
      done += 1;
      told(done, ids.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, readOn));
  const transcripts = read.filter((one) => one !== undefined);
  return { transcripts, missing: ids.length - transcripts.length };
}
