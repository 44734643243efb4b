import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateFormat } from '../lib/date-formats.ts';
import { Tooltip } from './tooltip.tsx';
import { useNow } from './use-now.ts';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** "12 seconds ago", "in 3 minutes", in the given language. */
export function relativeTime(at: number, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const distance = at - now;
  const [unit, size] =
    UNITS.find(([, milliseconds]) => Math.abs(distance) >= milliseconds) ?? (['second', 1000] as const);
  return format.format(Math.trunc(distance / size), unit);
}

/** Date, time and zone, e.g. "Nov 22, 2026, 14:32:08 EST". `timeZone` defaults to this computer's. */
export function exactTime(at: number, language: string, timeZone?: string): string {
  return `${dateFormat(language, 'date', timeZone).format(at)}, ${timeOfDay(at, language, timeZone)}`;
}

/** Time of day with its zone, e.g. "14:32:08 EST" or "14:32:08 HNE". */
export function timeOfDay(at: number, language: string, timeZone?: string): string {
  return `${secondOfDay(at, language, timeZone)} ${zoneNameOf(at, language, timeZone)}`;
}

/** Hour, minute and second, e.g. "14:32:08"; where the zone is told beside it. */
export function secondOfDay(at: number, language: string, timeZone?: string): string {
  return dateFormat(language, 'second', timeZone).format(at);
}

/** Hour and minute, e.g. "14:32"; for places whose heading names the zone. */
export function minuteOfDay(at: number, language: string, timeZone?: string): string {
  return dateFormat(language, 'minute', timeZone).format(at);
}

/** Hour and minute with the zone, e.g. "14:32 EST". */
export function minuteAndZone(at: number, language: string, timeZone?: string): string {
  return `${minuteOfDay(at, language, timeZone)} ${zoneNameOf(at, language, timeZone)}`;
}

/** Clocks are changed at a quarter of an hour, if at all: within one a zone has one name. */
const QUARTER_MS = 900_000;
const MOST_NAMES = 500;
const zoneNames = new Map<string, string>();

/**
 * The zone's short name as Canadians write it (EST, HNE); plain French and English know few zones by name. Looked up once
 * for a quarter of an hour: it takes ten times as long as the time of day, and each line of a transcript asks for it.
 */
export function zoneNameOf(at: number, language: string, timeZone?: string): string {
  const locale = language.includes('-') ? language : `${language}-CA`;
  const key = `${locale} ${timeZone ?? ''} ${Math.floor(at / QUARTER_MS)}`;
  const known = zoneNames.get(key);
  if (known !== undefined) return known;
  const parts = dateFormat(locale, 'zone', timeZone).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  if (zoneNames.size >= MOST_NAMES) zoneNames.clear();
  zoneNames.set(key, name);
  return name;
}

export interface TimeProps {
  /** Epoch milliseconds. */
  readonly at: number;
  /** Whose clock it is on. */
  readonly clock?: 'here' | 'instance';
  readonly timeZone?: string;
}

/** A relative time; the exact one, its zone and its clock on hover and focus. */
export function Time({ at, clock = 'here', timeZone }: TimeProps): ReactNode {
  const { t, i18n } = useTranslation('common');
  const now = useNow();
  const exact = `${exactTime(at, i18n.language, timeZone)} · ${t(clock === 'here' ? 'clockHere' : 'clockInstance')}`;
  return (
    <Tooltip text={exact}>
      <time dateTime={new Date(at).toISOString()}>{relativeTime(at, Math.max(now, at - 500), i18n.language)}</time>
    </Tooltip>
  );
}
