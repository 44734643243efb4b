import type { ArchiveFilter, ArchiveQuery } from '../models/archive.ts';
import { quoted } from './tokens.ts';
import { addDays, dayAt, startOfDay, writeDay, writeMinute } from './zoned-day.ts';

function seconds(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(3).replace(/0+$/, '');
}

function printDuration({ minDuration: min, maxDuration: max }: ArchiveFilter): string | undefined {
  if (min === undefined && max === undefined) return undefined;
  if (min === max && min !== undefined) return seconds(min);
  return `${min === undefined ? '' : seconds(min)}..${max === undefined ? '' : seconds(max)}`;
}

/** A moment as the day that begins with it, else as a minute. */
function printMoment(at: number | undefined, timeZone: string): string | undefined {
  if (at === undefined) return undefined;
  const day = dayAt(at, timeZone);
  return startOfDay(day, timeZone) === at ? writeDay(day) : writeMinute(at, timeZone);
}

/** Days and minutes of the zone. */
function printTimes({ from, to }: ArchiveFilter, timeZone: string): readonly (readonly [string, string | undefined])[] {
  const first = from === undefined ? undefined : dayAt(from, timeZone);
  if (first !== undefined && from === startOfDay(first, timeZone) && to === startOfDay(addDays(first, 1), timeZone))
    return [['on', writeDay(first)]];
  return [
    ['after', printMoment(from, timeZone)],
    ['before', printMoment(to, timeZone)],
  ];
}

/**
 * Writes a query as it would be typed, so that it can be kept, shared and read back.
 * @param timeZone whose days and minutes `after`, `before` and `on` are.
 */
export function printQuery({ text, pattern, speaker, filter, sort }: ArchiveQuery, timeZone: string): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['speaker', speaker],
    ...(filter.status ?? []).map((value) => ['status', value] as const),
    ...(filter.platform ?? []).map((value) => ['platform', value] as const),
    ...(filter.risk ?? []).map((value) => ['risk', value] as const),
    ['direction', filter.direction],
    ['flow', filter.flow],
    ['tag', filter.tag],
    ['contact', filter.contact],
    ['parameter', filter.parameter],
    ['function', filter.function],
    ['poc', filter.pointOfContact],
    ['sentiment', filter.sentiment],
    ['language', filter.language],
    ['environment', filter.environment],
    ['flagged', filter.flagged === undefined ? undefined : filter.flagged ? 'yes' : 'no'],
    ['duration', printDuration(filter)],
    ...printTimes(filter, timeZone),
    ['sort', sort && `${sort.descending ? '-' : ''}${sort.field}`],
  ];
  const written = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${quoted(value)}`]));
  return [text, pattern === undefined ? '' : `/${pattern}/`, ...written].filter((part) => part !== '').join(' ');
}
