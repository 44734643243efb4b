import { FailureError } from '../../../../shared/models/failure.ts';
import { ABSENT, NumberIndex } from '../rows/number-index.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { type CheckedTable, eachRow, outputColumns, outputRow } from './output-rows.ts';
import { rowDigest } from './row-digest.ts';

/** What was uploaded before. */
export interface EarlierManifest {
  readonly numbers: Float64Array;
  /** By place of the number; absent where only numbers are known. */
  readonly digests?: Float64Array;
}

export interface FoundDiff {
  readonly before: number;
  readonly same: number;
  /** Rows of the file, from 0. */
  readonly added: Uint32Array;
  readonly changed: Uint32Array;
  /** Numbers. */
  readonly removed: Float64Array;
}

/** Numbers, digests and rows that `prepareUpload` wrote beside a manifest. */
export async function readUploadIndex(
  source: ByteSource,
): Promise<EarlierManifest & { readonly digests: Float64Array; readonly rows: Uint32Array }> {
  const bytes = new Uint8Array(source.size);
  for (let at = 0; at < bytes.length; ) {
    const read = await source.read(bytes, at, bytes.length - at, at);
    if (read === 0) break;
    at += read;
  }
  const entries = new Float64Array(bytes.buffer, 0, Math.floor(bytes.length / 8));
  const length = Math.floor(entries.length / 3);
  const numbers = new Float64Array(length);
  const digests = new Float64Array(length);
  const rows = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) {
    numbers[at] = entries[at * 3] ?? 0;
    digests[at] = entries[at * 3 + 1] ?? 0;
    rows[at] = entries[at * 3 + 2] ?? 0;
  }
  return { numbers, digests, rows };
}

/**
 * Compares what would be uploaded now with what was before.
 * @throws FailureError `cancelled`
 */
export async function findDiff(
  checked: CheckedTable,
  earlier: EarlierManifest,
  goOn: () => boolean,
): Promise<FoundDiff> {
  const { book } = checked;
  const places = new NumberIndex(earlier.numbers.length);
  for (const [place, number] of earlier.numbers.entries()) places.add(number, place);
  const seen = new Uint8Array(earlier.numbers.length);
  const added: number[] = [];
  const changed: number[] = [];
  let same = 0;
  const columns = outputColumns(checked.uses);
  const output = outputRow(checked);
  const digest = rowDigest(columns);
  const whole = await eachRow(
    checked,
    (row) => book.reason(row) === 'accepted',
    (row, cells) => {
      const number = book.number(row);
      const place = places.get(number);
      if (place === ABSENT) {
        added.push(row);
        return;
      }
      seen[place] = 1;
      const known = earlier.digests?.[place];
      if (known !== undefined && known !== digest(output(number, cells))) changed.push(row);
      else same += 1;
    },
    goOn,
  );
  if (!whole) throw new FailureError('cancelled', 'Stopped');
  return {
    before: earlier.numbers.length,
    same,
    added: Uint32Array.from(added),
    changed: Uint32Array.from(changed),
    removed: earlier.numbers.filter((_, place) => seen[place] === 0),
  };
}
