import { isUtf8 } from 'node:buffer';
import { zoneOfPhone } from './area-zones.ts';
import type { CampaignRecord } from './campaign-record.ts';
import { createRowCheck, type RowFault } from './check-row.ts';
import { type ColumnMap, manifestSource, mapColumns } from './contact-details.ts';
import { cellText, type Row, readRow } from './csv-rows.ts';
import type { ManifestJob, UploadRecord } from './manifest-upload.ts';
import { rowErrors } from './row-errors.ts';

export const mostRows = 1_000_000;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Why a file cannot be read at all, or how it is to be read. */
function readHead(
  upload: UploadRecord,
  required: readonly string[],
): { columns: ColumnMap; body: number } | { code: string; message: string } {
  const { file } = upload;
  if (file.length === 0) return { code: 'empty-file', message: 'The file is empty.' };
  if (!isUtf8(file)) return { code: 'not-utf8', message: 'The file is not UTF-8.' };
  const from = byteOrderMark.every((byte, i) => file[i] === byte) ? 3 : 0;
  const head = readRow(file, from);
  const names = head?.cells.map((cell) => cellText(file, cell).trim()) ?? [];
  const columns = mapColumns(names);
  if (columns === undefined || head === undefined) {
    return { code: 'no-phone-column', message: 'The header has no column "phone".' };
  }
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  if (twice !== undefined) return { code: 'duplicate-columns', message: `The header has "${twice}" twice.` };
  const announced = upload.columns;
  if (
    announced !== undefined &&
    (announced.length !== names.length || announced.some((name, i) => name !== names[i]))
  ) {
    return { code: 'columns-differ', message: 'The header differs from the columns that were announced.' };
  }
  const missing = required.find((name) => !names.includes(name));
  if (missing !== undefined) {
    return { code: 'variable-column-missing', message: `The campaign requires the column "${missing}".` };
  }
  return { columns, body: head.next };
}

/** Begins the job of an upload whose bytes have all come. */
export function createManifestJob(record: CampaignRecord, upload: UploadRecord): ManifestJob {
  const { contacts, draft } = record;
  const { file } = upload;
  const counts = { rows: 0, accepted: 0, duplicate: 0, invalid: 0, empty: 0 };
  const head = readHead(upload, draft.requiredVariables);
  let rejection = 'code' in head ? head : undefined;
  const columns = 'code' in head ? { names: [], phone: 0, timeZone: -1 } : head.columns;
  let at = 'code' in head ? file.length : head.body;
  upload.header = columns.names;
  upload.source = contacts.addSource(manifestSource(file, columns));

  const check = createRowCheck(file, columns, draft.requiredVariables);

  function take(row: Row): void {
    const found = check(row);
    if ('code' in found) {
      refuseRow(found);
      return;
    }
    const there = contacts.byPhone.get(found.phone);
    if (there !== undefined) {
      const code = contacts.source(there) === upload.source ? 'duplicate-in-file' : 'duplicate-in-campaign';
      const cell = row.cells[columns.phone];
      refuseRow({ code, column: columns.phone, ...(cell && { cell }) });
      return;
    }
    counts.accepted += 1;
    const zone = found.timeZone ?? zoneOfPhone(found.phone) ?? draft.schedule.fallbackTimeZone;
    const where = { source: upload.source, at: row.from, length: row.next - row.from, row: counts.rows };
    contacts.add({ phone: found.phone, zone, ...where });
  }

  function refuseRow({ code, column, cell }: RowFault): void {
    counts[rowErrors[code].kind] += 1;
    upload.errors.add(counts.rows, code, column, cell);
  }

  return {
    get rows() {
      return counts.rows;
    },
    get rejection() {
      return rejection;
    },
    counts,
    run(rows) {
      for (let i = 0; i < rows; i += 1) {
        const row = rejection === undefined ? readRow(file, at) : undefined;
        if (row === undefined) {
          if (counts.rows === 0) rejection ??= { code: 'no-rows', message: 'The file has a header but no rows.' };
          return true;
        }
        if (counts.rows === mostRows) {
          rejection = { code: 'too-many-rows', message: `A manifest has at most ${mostRows} rows.` };
          return true;
        }
        counts.rows += 1;
        at = row.next;
        take(row);
      }
      return false;
    },
  };
}
