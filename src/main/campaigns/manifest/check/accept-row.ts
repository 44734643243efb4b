import { FLAW, type RowSplitter } from '../rows/split-rows.ts';
import type { CheckPlan } from './check-plan.ts';

/** First bytes after which a cell needs a closer look: spaces, signs that start a formula, anything that is not ASCII. */
const SUSPECT = new Uint8Array(256);
for (const sign of ' \t=+-@\'"') SUSPECT[sign.charCodeAt(0)] = 1;
/** First byte of FORMULA_MARK in UTF-8. */
SUSPECT[0xee] = 1;

/**
 * Lets a row pass without making a single text of it, when it is plainly all right; most rows of most files are.
 * The bytes must be known to be sound UTF-8 without U+FFFD.
 *
 * @param zone what `zoneOfRow` gives
 * @returns the number to dial as digits; 0 when somebody has to look closer (`findProblems`), which may still accept it
 */
export function acceptRow(bytes: Uint8Array, row: RowSplitter, plan: CheckPlan, zone: number): number {
  if (row.flaw !== FLAW.none || row.count !== plan.columns) return 0;
  const { starts, ends } = row;
  const number = plan.reader.fromBytes(bytes, starts[plan.phone] ?? 0, ends[plan.phone] ?? 0);
  if (typeof number !== 'number') return 0;
  for (const column of plan.used) {
    const start = starts[column] ?? 0;
    const length = (ends[column] ?? 0) - start;
    // A character has at least one byte.
    if (length > (plan.limits[column] ?? 0)) return 0;
    if (length > 0 && column !== plan.phone && SUSPECT[bytes[start] ?? 0] === 1) return 0;
  }
  for (const column of plan.required) if (starts[column] === ends[column]) return 0;
  if (plan.zone < 0 || starts[plan.zone] === ends[plan.zone]) return number;
  return plan.zoneCells.zone(zone) === undefined ? 0 : number;
}

/** The zone that the row's cell names, as `ZoneCells` numbers them; 0 without one. */
export function zoneOfRow(bytes: Uint8Array, row: RowSplitter, plan: CheckPlan): number {
  if (plan.zone < 0 || plan.zone >= row.count) return 0;
  return plan.zoneCells.ofBytes(bytes, row.starts[plan.zone] ?? 0, row.ends[plan.zone] ?? 0);
}
