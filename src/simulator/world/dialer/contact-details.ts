import type { NewContact } from '../campaign-port.ts';
import { cellText, readRow, writeRow } from './csv-rows.ts';

/** What a contact is called and said to be, besides its number. */
export type Details = Omit<NewContact, 'phone' | 'timeZone'>;

/** Where the columns of a manifest stand. */
export interface ColumnMap {
  readonly names: readonly string[];
  readonly phone: number;
  readonly timeZone: number;
}

const known = ['externalId', 'firstName', 'lastName', 'language'] as const;
const fixed: readonly string[] = ['phone', 'timeZone', ...known];

/** Reads a header. Undefined when it has no column `phone`. */
export function mapColumns(names: readonly string[]): ColumnMap | undefined {
  const phone = names.indexOf('phone');
  return phone < 0 ? undefined : { names, phone, timeZone: names.indexOf('timeZone') };
}

/** What a record says of a contact: empty cells are left out. */
export function detailsOf(cells: readonly string[], columns: ColumnMap): Details {
  const variables: Record<string, string> = {};
  const fields: Partial<Record<(typeof known)[number], string>> = {};
  for (const [place, name] of columns.names.entries()) {
    const value = cells[place] ?? '';
    if (value === '' || name === '') continue;
    const field = known.find((each) => each === name);
    if (field !== undefined) fields[field] = value;
    else if (!fixed.includes(name)) variables[name] = value;
  }
  return { ...fields, variables };
}

/** A file that contacts came from, read again row by row when somebody asks for one. */
export interface Source {
  read(at: number): Details;
  /** The bytes of a row, for looking through many of them. */
  bytes(at: number, length: number): string;
}

/** The rows of a manifest. */
export function manifestSource(file: Buffer, columns: ColumnMap): Source {
  return {
    read(at) {
      const row = readRow(file, at);
      return detailsOf(row?.cells.map((cell) => cellText(file, cell)) ?? [], columns);
    },
    bytes: (at, length) => file.toString('utf8', at, at + length),
  };
}

/** Contacts that were added one by one: few, so each is kept as it came. */
export function addedSource(): Source & { add(details: Details): { readonly at: number; readonly length: number } } {
  const added: Details[] = [];
  const textOf = ({ variables, ...fields }: Details) =>
    writeRow([...Object.values(fields), ...Object.values(variables)]);
  return {
    add(details) {
      added.push(details);
      return { at: added.length - 1, length: Math.min(65_535, textOf(details).length) };
    },
    read: (at) => added[at] ?? { variables: {} },
    bytes: (at) => textOf(added[at] ?? { variables: {} }),
  };
}
