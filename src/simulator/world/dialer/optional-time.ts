import { isoTime } from '../iso-time.ts';

/** ISO time of an optional moment (epoch milliseconds), as an optional field. */
export function optionalTime<K extends string>(key: K, at: number | undefined): Partial<Record<K, string>> {
  const field: Partial<Record<K, string>> = {};
  if (at !== undefined) field[key] = isoTime(at);
  return field;
}
