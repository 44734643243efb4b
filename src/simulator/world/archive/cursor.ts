import type { Failure, Sort } from '../world-port.ts';
import type { Place } from './sort.ts';

/** Where a page ended, for whom it is handed to an opaque text. A cursor is good for one order and one run of the world. */
export function writeCursor({ key, number }: Place, sort: Sort, run: string): string {
  return Buffer.from(`${run} ${sort.descending ? '-' : ''}${sort.field} ${key} ${number}`).toString('base64url');
}

/** Reads what `writeCursor` wrote; `cursor-expired` for another run's, `invalid` for anything else. */
export function readCursor(
  cursor: string,
  sort: Sort,
  run: string,
): { readonly ok: true; readonly value: Place } | Failure {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const found = /^(?<run>s-\w+) (?<order>-?[a-zA-Z]+) (?<key>-?[\d.]+) (?<number>\d+)$/.exec(text)?.groups;
  if (found === undefined) return { ok: false, code: 'invalid', message: 'The cursor is not one of ours' };
  if (found['run'] !== run)
    return { ok: false, code: 'cursor-expired', message: 'The cursor is of an earlier run: begin from the first page' };
  if (found['order'] !== `${sort.descending ? '-' : ''}${sort.field}`)
    return { ok: false, code: 'invalid', message: 'The cursor belongs to another order' };
  return { ok: true, value: { key: Number(found['key']), number: Number(found['number']) } };
}
