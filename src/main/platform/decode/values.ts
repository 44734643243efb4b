import { isRecord } from '../json.ts';

/** Text of a string, or of a number or boolean where a text was expected; undefined for the rest and for ''. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

/** A finite number, from a number or its digits. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A count: a whole number of at least 0. */
export function countOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** True for `true`, 1, "true", "yes"; a non-empty object or date-like text counts too (flags may carry who and when). */
export function truthOf(value: unknown): boolean {
  if (typeof value === 'string') return !/^(|0|false|no|none|off|null)$/i.test(value);
  return isRecord(value) || value === true || (typeof value === 'number' && value !== 0);
}

/** Any list; a single object or text counts as a list of one, null as empty. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' ? [] : [value];
}

/** A plain text of any JSON value, for fields shown as text. */
export function plainText(value: unknown): string {
  return textOf(value) ?? (value === undefined || value === null || value === '' ? '' : JSON.stringify(value));
}
