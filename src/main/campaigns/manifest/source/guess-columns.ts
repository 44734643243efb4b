import type { ColumnUse, ContactField } from '../../../../shared/models/manifest-columns.ts';
import { CONTACT_FIELDS } from '../../../../shared/models/manifest-columns.ts';
import { MANIFEST_LIMITS } from '../../../../shared/models/manifest-limits.ts';

/** Names of columns in English and French, in small letters without accents and signs. */
const NAMES: Readonly<Record<ContactField, string>> = {
  phone:
    'phone phonenumber phoneno telephone telephonenumber tel mobile mobilephone mobilenumber cell cellphone cellnumber msisdn number numero numerodetelephone numtel notel telephonecellulaire cellulaire portable contactnumber e164 dial to',
  externalId: 'externalid id customerid contactid clientid crmid identifiant idclient idcontact numeroclient noclient',
  firstName: 'firstname givenname first forename prenom',
  lastName: 'lastname surname familyname last nom nomdefamille',
  language: 'language lang langue locale',
  timeZone: 'timezone tz fuseau fuseauhoraire',
};

const plain = (header: string): string =>
  header
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The field that a header names, if it names one. */
export const fieldOf = (header: string): ContactField | undefined =>
  CONTACT_FIELDS.find((field) => NAMES[field].split(' ').includes(plain(header)));

/**
 * What columns are probably used for, by their names and, for the numbers, by what is in them.
 * @param filled whether a column has any value; @param numbers by column: share of the first rows with a number to dial
 */
export function guessColumns(
  headers: readonly string[],
  filled: readonly boolean[],
  numbers: readonly number[],
): readonly ColumnUse[] {
  const share = (column: number): number => numbers[column] ?? 0;
  const named = headers.flatMap((header, column) => (fieldOf(header) === 'phone' ? [column] : []));
  const candidates = named.length > 0 ? named : headers.map((_, column) => column);
  const best = candidates.reduce<number | undefined>(
    (found, column) => (found === undefined || share(column) > share(found) ? column : found),
    undefined,
  );
  const phone = best !== undefined && (named.length > 0 || share(best) >= 0.5) ? best : undefined;

  const taken = new Set<string>(CONTACT_FIELDS);
  const given = new Set<ContactField>(['phone']);
  return headers.map((header, column): ColumnUse => {
    if (column === phone) return { kind: 'field', field: 'phone' };
    const field = fieldOf(header);
    if (field !== undefined && !given.has(field)) {
      given.add(field);
      return { kind: 'field', field };
    }
    if (header === '' && filled[column] !== true) return { kind: 'ignore' };
    return { kind: 'variable', name: freeName(header === '' ? `column ${column + 1}` : header, taken) };
  });
}

function freeName(wanted: string, taken: Set<string>): string {
  const base = wanted.slice(0, MANIFEST_LIMITS.header - 4);
  let name = base;
  for (let nth = 2; taken.has(name); nth += 1) name = `${base} ${nth}`;
  taken.add(name);
  return name;
}
