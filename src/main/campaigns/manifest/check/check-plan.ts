import { type ColumnUse, uploadName } from '../../../../shared/models/manifest-columns.ts';
import { MANIFEST_LIMITS } from '../../../../shared/models/manifest-limits.ts';
import { NumberReader } from '../phone/read-number.ts';
import { ZoneCells } from '../zones/zone-cells.ts';

export interface CheckOptions {
  /** What each column of the file is used for; exactly one is the number to dial. */
  readonly uses: readonly ColumnUse[];
  /** Two letters: the country of numbers without a calling code. */
  readonly country: string;
  /** Variables without which a contact cannot be called. */
  readonly required: readonly string[];
}

/** The options of a check, worked out once for all rows. */
export interface CheckPlan {
  readonly reader: NumberReader;
  readonly country: string;
  /** How many cells a row has. */
  readonly columns: number;
  readonly phone: number;
  /** -1 without such a column. */
  readonly zone: number;
  readonly zoneCells: ZoneCells;
  /** Columns that are uploaded, the number's among them. */
  readonly used: readonly number[];
  /** Most characters of a cell, by column; 0 for one that is not uploaded. */
  readonly limits: Int32Array;
  /** Columns whose cells must not be empty. */
  readonly required: readonly number[];
}

/** @throws RangeError when no column is the number to dial or nobody knows the country */
export function planCheck({ uses, country, required }: CheckOptions): CheckPlan {
  const at = (field: string): number => uses.findIndex((use) => use.kind === 'field' && use.field === field);
  if (at('phone') < 0) throw new RangeError('No column of numbers');
  const used = uses.flatMap((use, column) => (use.kind === 'ignore' ? [] : [column]));
  return {
    reader: new NumberReader(country),
    country,
    columns: uses.length,
    phone: at('phone'),
    zone: at('timeZone'),
    zoneCells: new ZoneCells(),
    used,
    limits: Int32Array.from(uses, limitOf),
    required: used.filter((column) => {
      const use = uses[column];
      return use !== undefined && required.includes(uploadName(use) ?? '');
    }),
  };
}

function limitOf(use: ColumnUse): number {
  if (use.kind === 'ignore') return 0;
  if (use.kind === 'variable') return MANIFEST_LIMITS.variable;
  switch (use.field) {
    case 'firstName':
    case 'lastName':
      return MANIFEST_LIMITS.name;
    // A number with all its decoration is short too.
    case 'phone':
    case 'externalId':
      return MANIFEST_LIMITS.externalId;
    case 'language':
      return MANIFEST_LIMITS.language;
    case 'timeZone':
      return MANIFEST_LIMITS.timeZone;
  }
}
