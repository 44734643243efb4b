import type { ManifestFix } from '../../../../../shared/models/manifest-fix.ts';
import { CLEARABLE, REPAIRABLE } from '../../../../../shared/models/manifest-fix.ts';
import type { RowReason } from '../../../../../shared/models/manifest-reasons.ts';
import type { ManifestRow } from '../../../../../shared/models/manifest-rows.ts';

/** A fix that a button offers, and the words on it. */
export interface OfferedFix {
  readonly word: 'all' | 'strip' | 'cut' | 'clear' | 'allow' | 'aside' | 'asideAll' | 'leaveOut';
  readonly count: number;
  readonly fix: ManifestFix;
}

const isOneOf = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value);

/** Reasons whose repair is known for every row; of time zones only where there is a guess. */
function repairOf(reason: RowReason, count: number): OfferedFix | undefined {
  if (!isOneOf(REPAIRABLE, reason)) return undefined;
  const word = reason === 'formula-cell' ? 'strip' : reason === 'cell-too-long' ? 'cut' : 'all';
  return { word, count, fix: { kind: 'repair', reason } };
}

/** The one thing that is most likely wanted for a row; undefined: it can only be edited. */
export function fixForRow(row: ManifestRow): OfferedFix | undefined {
  const { reason, suggestion, value, alike = 1 } = row;
  if (reason === 'zone-unknown') {
    return suggestion === undefined
      ? undefined
      : { word: 'all', count: alike, fix: { kind: 'zone', from: value, to: suggestion } };
  }
  const repair = repairOf(reason, alike);
  if (repair !== undefined) return repair;
  if (isEditable(reason)) return undefined;
  return row.settled ? undefined : { word: 'aside', count: 1, fix: { kind: 'leave-out', rows: [row.row] } };
}

/** Whether another value for a cell could make the row right. */
export function isEditable(reason: RowReason): boolean {
  return ![
    'do-not-call',
    'duplicate-in-file',
    'duplicate-in-campaign',
    'duplicate-elsewhere',
    'row-limit',
    'left-out',
    'blank-row',
  ].includes(reason);
}

/** What can be done with all rows of a reason at once. @param count all of them; @param open those not put aside yet */
export function fixesForReason(reason: RowReason, count: number, open: number): readonly OfferedFix[] {
  const fixes: OfferedFix[] = [];
  const repair = repairOf(reason, count);
  if (repair !== undefined) fixes.push(repair);
  if (isOneOf(CLEARABLE, reason)) fixes.push({ word: 'clear', count, fix: { kind: 'clear', reason } });
  if (reason === 'duplicate-elsewhere') fixes.push({ word: 'allow', count, fix: { kind: 'allow' } });
  if (open > 0) fixes.push({ word: 'asideAll', count: open, fix: { kind: 'settle', reason } });
  return fixes;
}
