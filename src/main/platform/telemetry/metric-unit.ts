import type { Quantity } from '../../../shared/models/metric.ts';
import { squash, words } from '../words.ts';

/** What a metric's number is, and what it is multiplied by to be what the console reads. */
export interface ReadUnit {
  readonly quantity: Quantity;
  readonly scale: number;
  /** The instance's own word, for numbers that are only shown. */
  readonly unit?: string;
}

const seconds = (scale: number): ReadUnit => ({ quantity: 'seconds', scale });
const percent = (scale: number): ReadUnit => ({ quantity: 'percent', scale });
const perMinute = (scale: number): ReadUnit => ({ quantity: 'perMinute', scale });

const byUnit: ReadonlyMap<string, ReadUnit> = new Map([
  ...['s', 'sec', 'secs', 'second', 'seconds'].map((name) => [name, seconds(1)] as const),
  ...['ms', 'msec', 'millis', 'millisecond', 'milliseconds'].map((name) => [name, seconds(0.001)] as const),
  ...['min', 'mins', 'minute', 'minutes'].map((name) => [name, seconds(60)] as const),
  ...['percent', 'pct', 'percentage'].map((name) => [name, percent(1)] as const),
  ...['ratio', 'fraction', 'share'].map((name) => [name, percent(100)] as const),
  ...['perminute', 'permin', 'rpm', 'cpm'].map((name) => [name, perMinute(1)] as const),
  ...['persecond', 'persec', 'rps', 'qps'].map((name) => [name, perMinute(60)] as const),
  ...['count', 'number', 'total', 'gauge'].map((name) => [name, { quantity: 'count', scale: 1 } as const] as const),
]);

const unitsInNames: readonly (readonly [string, ReadUnit])[] = [
  ['ms', seconds(0.001)],
  ['milliseconds', seconds(0.001)],
  ['seconds', seconds(1)],
  ['percent', percent(1)],
  ['percentage', percent(1)],
  ['pct', percent(1)],
  ['ratio', percent(100)],
];

/**
 * What a metric's unit means. A unit that only names what is counted (`conversations`, `calls/min`) is understood by its
 * end; without any unit the name's own words tell.
 */
export function readUnit(unit: string | undefined, name: string): ReadUnit {
  const text = unit?.trim() ?? '';
  if (text === '%') return percent(1);
  if (/(\/|\bper[ _]?)(min|m|minute)$/i.test(text)) return perMinute(1);
  if (/(\/|\bper[ _]?)(s|sec|second)$/i.test(text)) return perMinute(60);
  const known = byUnit.get(squash(text));
  if (known !== undefined) return known;
  if (text !== '') return { quantity: 'count', scale: 1, unit: text };
  const said = words(name);
  const inName = unitsInNames.find(([word]) => said.includes(word));
  if (inName !== undefined) return inName[1];
  return squash(name).includes('perminute') ? perMinute(1) : { quantity: 'plain', scale: 1 };
}
