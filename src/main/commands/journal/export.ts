import type { JournalEntry } from '../../../shared/models/journal.ts';
import { csvLine } from '../../storage/csv-cell.ts';
import { outcomeOf } from './entries.ts';

const COLUMNS: readonly (readonly [string, (entry: JournalEntry) => string | number | undefined])[] = [
  ['seq', ({ seq }) => seq],
  ['at', ({ at }) => new Date(at).toISOString()],
  ['kind', ({ kind }) => kind],
  ['action', ({ action }) => action],
  ['outcome', outcomeOf],
  ['tenant', ({ tenant }) => tenant],
  ['conversations', ({ conversations }) => conversations.join(' ')],
  ['actor', ({ actor }) => actor?.name ?? actor?.id],
  ['internalContact', ({ internalContactId }) => internalContactId],
  ['seenStatus', ({ expected }) => expected?.status],
  ['seenHandler', ({ expected }) => expected?.handlerName ?? expected?.handlerKind],
  ['statusAfter', ({ after }) => after?.status],
  ['handlerAfter', ({ after }) => after?.handlerName ?? after?.handlerKind],
  ['answer', ({ answer }) => answer?.code],
  ['reason', ({ answer }) => answer?.reason],
  ['httpStatus', ({ answer }) => answer?.status],
  ['requestId', ({ answer }) => answer?.requestId],
  ['takenBy', ({ answer }) => answer?.takenBy?.name ?? answer?.takenBy?.id],
  ['tookMs', ({ tookMs }) => tookMs],
  ['textLength', ({ textLength }) => textLength],
  ['noteLength', ({ noteLength }) => noteLength],
  ['subject', ({ subject }) => subject?.kind],
  ['subjectIds', ({ subject }) => subject?.ids.join(' ')],
  ['campaign', ({ subject }) => subject?.campaign?.name],
  ['facts', ({ facts }) => (facts === undefined ? undefined : JSON.stringify(facts))],
  ['hold', ({ hold }) => hold],
  ['id', ({ id }) => id],
];

/** Entries as CSV (RFC 4180): a line of column names, then one an entry; times in UTC. */
export function toCsv(entries: readonly JournalEntry[]): string {
  const lines = entries.map((entry) => csvLine(COLUMNS.map(([, read]) => read(entry))));
  return [csvLine(COLUMNS.map(([name]) => name)), ...lines].join('');
}

/** Entries as JSON, one a line. */
export function toJsonLines(entries: readonly JournalEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
