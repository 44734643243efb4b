import type { Handlers } from '../../../shared/ipc/contract.ts';
import { FailureError } from '../../../shared/models/failure.ts';
import { gatherEntries, pageOf, passes } from '../../commands/journal/entries.ts';
import { toCsv, toJsonLines } from '../../commands/journal/export.ts';
import type { Journal } from '../../commands/journal/journal.ts';

/** Handlers of the `journal` group. @param now epoch ms, for the name of an export. */
export function journalHandlers(journal: Journal, now: () => number): Handlers['journal'] {
  return {
    list: ({ before, limit, ...filter }) =>
      readable(async () => pageOf(gatherEntries(await journal.read()), filter, before, limit)),
    verify: () => readable(() => journal.verify()),
    export: ({ format, ...filter }) =>
      readable(async () => {
        const entries = gatherEntries(await journal.read()).filter((entry) => passes(entry, filter));
        const day = new Date(now()).toISOString().slice(0, 10);
        const text = format === 'csv' ? toCsv(entries) : toJsonLines(entries);
        return { suggestedName: `operator-journal-${day}.${format}`, text, entries: entries.length };
      }),
  };
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    throw new FailureError(
      'unavailable',
      'The operator journal cannot be read',
      { reason: 'journal-read-failed' },
      { cause },
    );
  }
}
