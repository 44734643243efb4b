import type { ManifestRowError, RowErrorKind } from '../campaign-port.ts';
import { bytes, words } from './columns.ts';
import type { Cell } from './csv-rows.ts';

interface Meaning {
  readonly kind: RowErrorKind;
  readonly message: string;
}
/** Why a row was not taken in. */
export const rowErrors = {
  'empty-row': { kind: 'empty', message: 'The row is blank.' },
  'phone-missing': { kind: 'empty', message: 'The row has no phone number.' },
  'phone-invalid': { kind: 'invalid', message: 'The number is not E.164, such as +14165550123.' },
  'malformed-quotes': { kind: 'invalid', message: 'A quoted cell is not closed, or goes on after its quote.' },
  'too-many-cells': { kind: 'invalid', message: 'The row has more cells than the header.' },
  'too-long': { kind: 'invalid', message: 'A cell has more than 2,000 bytes, or the row more than 65,535.' },
  'time-zone-unknown': { kind: 'invalid', message: 'There is no such time zone; give its IANA name.' },
  'variable-missing': { kind: 'invalid', message: 'A variable that the campaign requires is missing.' },
  'duplicate-in-file': { kind: 'duplicate', message: 'The number stands in an earlier row of the file.' },
  'duplicate-in-campaign': { kind: 'duplicate', message: 'The campaign has the number already.' },
} as const satisfies Record<string, Meaning>;
export type RowErrorCode = keyof typeof rowErrors;
const codes = Object.keys(rowErrors) as readonly RowErrorCode[];

/** Above this place there is no column to name. */
const noColumn = 65_535;

/** The rows of a manifest that were not taken in; what stood there is read again from the file when it is asked for. */
export class RowErrors {
  readonly #row = words();
  readonly #code = bytes();
  readonly #column = words();
  readonly #from = words();
  readonly #length = words();

  get length(): number {
    return this.#row.length;
  }

  add(row: number, code: RowErrorCode, column?: number, cell?: Cell): void {
    this.#row.push(row);
    this.#code.push(codes.indexOf(code));
    this.#column.push(column ?? noColumn);
    this.#from.push(cell?.from ?? 0);
    this.#length.push(cell === undefined ? 0 : Math.min(cell.to - cell.from, 200));
  }

  /** @param names of the columns */
  show(place: number, file: Buffer, names: readonly string[]): ManifestRowError {
    const code = codes[this.#code.at(place)] ?? 'malformed-quotes';
    const column = names[this.#column.at(place)];
    const from = this.#from.at(place);
    const value = mask(file.toString('utf8', from, from + this.#length.at(place)));
    return {
      row: this.#row.at(place),
      ...rowErrors[code],
      code,
      ...(column !== undefined && { column }),
      ...(value !== '' && { value }),
    };
  }
}

function mask(text: string): string {
  const characters = [...text].slice(0, 40);
  return characters.map((character, i) => (i < characters.length - 2 ? '*' : character)).join('');
}
