import type { RefusedRow } from '../../../../shared/models/manifest-receipt.ts';
import type { ManifestRowError, ManifestUpload } from '../../../../shared/models/manifest-upload.ts';
import type { ManifestCalls } from '../../../platform/campaigns/campaign-api.ts';

/** Rows that are named one by one; behind them only the counts tell. */
const MOST = 20_000;

export interface Reconciled {
  /** Rows that the instance named as not taken. */
  readonly refused: readonly RefusedRow[];
  /** Rows that were sent and that it neither counts as accepted nor names; 0 when everything is explained. */
  readonly unexplained: number;
}

/** What was sent, row by row. */
export interface SentRows {
  readonly numbers: Float64Array;
  /** Rows of the operator's file, from 0. */
  readonly rows: Uint32Array;
  readonly firstRow: number;
}

/** Reads which rows the instance did not take and finds them in the operator's file. @throws FailureError */
export async function reconcile(
  calls: ManifestCalls,
  campaign: string,
  upload: ManifestUpload,
  sent: SentRows,
): Promise<Reconciled> {
  const refused: RefusedRow[] = [];
  let next: string | undefined;
  do {
    const page = await calls.errors(campaign, upload.uploadId, {
      limit: 200,
      ...(next === undefined ? {} : { next }),
    });
    refused.push(...page.items.map((error) => refusedRow(error, sent)));
    next = page.next;
  } while (next !== undefined && refused.length < MOST);
  const accepted = upload.counts?.accepted;
  const named = next === undefined ? refused.length : notAccepted(upload);
  const unexplained = accepted === undefined ? 0 : Math.abs(sent.rows.length - accepted - named);
  return { refused, unexplained };
}

function notAccepted({ counts }: ManifestUpload): number {
  return counts === undefined ? 0 : counts.duplicate + counts.invalid + counts.empty;
}

/** The instance counts data rows from 1, in the order in which they were sent. */
function refusedRow({ row, code, column, message }: ManifestRowError, sent: SentRows): RefusedRow {
  const number = sent.numbers[row - 1];
  return {
    rowNumber: sent.firstRow + (sent.rows[row - 1] ?? 0),
    phone: number === undefined ? '' : `+${number}`,
    code,
    ...(column === undefined ? {} : { column }),
    ...(message === undefined ? {} : { message: message.slice(0, 300) }),
  };
}
