const DAY_MS = 86_400_000;
/** Day 0 of workbooks. Their 1900 has a 29 February, so that days before March 1900 are one off; nobody is called then. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/**
 * A number of a workbook as one would type it: `1.4165550123E10` is 14165550123, `12.340000000000002` is 12.34.
 * @param raw as it is written in the file
 */
export function numberText(raw: string): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw;
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  if (Number.isSafeInteger(value)) return String(value);
  return String(Number(value.toPrecision(15)));
}

/** A date of a workbook as `2026-11-22` or `2026-11-22 14:30`; what lies before 1900 or behind 9999 stays a number. */
export function dateText(raw: string, from1904: boolean): string {
  const days = Number(raw);
  if (!Number.isFinite(days) || days < 0 || days > 2_958_465) return numberText(raw);
  const minutes = Math.round((days % 1) * 1440);
  const at = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(days) * DAY_MS + minutes * 60_000);
  const iso = at.toISOString();
  if (days < 1) return iso.slice(11, 16);
  return minutes === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

/** Place of a column from its letters: `A1` → 0, `AB12` → 27. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const place = letter.charCodeAt(0) - 64;
    if (place < 1 || place > 26) break;
    column = column * 26 + place;
  }
  return column - 1;
}
