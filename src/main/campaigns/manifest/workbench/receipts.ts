import type { ReceiptView, RefusedRow } from '../../../../shared/models/manifest-receipt.ts';
import type { ManifestExport } from '../../../../shared/models/manifest-workbench.ts';
import { present } from '../../../platform/decode/present.ts';
import { guarded } from '../check/formula.ts';
import { csvRow } from '../rows/write-csv.ts';
import type { UploadRecord } from '../upload/upload-record.ts';

/** A finished upload as the window shows it. @returns undefined while it is under way */
export function receiptOf(record: UploadRecord, comparable: boolean): ReceiptView | undefined {
  const { id, uploadId = '', fileName, mode, begunAt, by, bytes, sha256, rows, ours, end } = record;
  if (end === undefined) return undefined;
  const { at, state, counts, rejection, reversibleUntil, refused, unexplained } = end;
  return {
    ...present({ by, theirs: counts, reversibleUntil }),
    ...(rejection === undefined ? {} : { rejection: present(rejection) }),
    id,
    uploadId,
    fileName,
    mode,
    begunAt,
    finishedAt: at,
    bytes,
    sha256,
    rows,
    ours,
    state,
    refused,
    unexplained,
    comparable,
  };
}

/** A receipt as CSV: its facts, one a line, then the rows that the instance did not take. */
export function receiptText(receipt: ReceiptView, campaign: string, refused: readonly RefusedRow[]): ManifestExport {
  const { ours, theirs } = receipt;
  const day = new Date(receipt.finishedAt).toISOString();
  const facts: readonly (readonly [string, string | number | undefined])[] = [
    ['campaign', campaign],
    ['file', receipt.fileName],
    ['upload', receipt.uploadId],
    ['mode', receipt.mode],
    ['by', receipt.by],
    ['begun', new Date(receipt.begunAt).toISOString()],
    ['finished', day],
    ['sha256', receipt.sha256],
    ['bytes', receipt.bytes],
    ['file.accepted', ours.accepted],
    ['file.duplicate', ours.duplicate],
    ['file.invalid', ours.invalid],
    ['file.empty', ours.empty],
    ['sent', receipt.rows],
    ['platform.state', receipt.state],
    ['platform.accepted', theirs?.accepted],
    ['platform.duplicate', theirs?.duplicate],
    ['platform.invalid', theirs?.invalid],
    ['platform.empty', theirs?.empty],
    ['platform.doNotCall', theirs?.doNotCall],
    ['platform.rejection', receipt.rejection?.code],
    ['refused', receipt.refused],
    ['unexplained', receipt.unexplained],
  ];
  const lines = facts.flatMap(([name, value]) => (value === undefined ? [] : [csvRow([name, guarded(String(value))])]));
  const rows = refused.map(({ rowNumber, phone, code, column = '', message = '' }) =>
    csvRow([String(rowNumber), phone, guarded(code), guarded(column), guarded(message)]),
  );
  const list = rows.length === 0 ? [] : ['\n', csvRow(['row', 'phone', 'code', 'column', 'message']), ...rows];
  return { suggestedName: `import-receipt-${day.slice(0, 10)}.csv`, text: [...lines, ...list].join('') };
}
