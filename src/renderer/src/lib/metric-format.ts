import type { Quantity } from '../../../shared/models/metric.ts';
import type { Language } from './format.ts';

/** A metric's number for people, and its unit, which is shown in a lighter tone. */
export interface ShownNumber {
  readonly number: string;
  readonly unit: string;
}

const formats = new Map<string, Intl.NumberFormat>();

function format(value: number, language: Language, digits: number): string {
  const key = `${language}${digits}`;
  const known =
    formats.get(key) ?? new Intl.NumberFormat(language === 'fr' ? 'fr-CA' : 'en-CA', { maximumFractionDigits: digits });
  formats.set(key, known);
  return known.format(value);
}

const two = (value: number): string => String(value).padStart(2, '0');

function duration(seconds: number, language: Language): ShownNumber {
  if (seconds < 60) return { number: format(seconds, language, seconds < 10 ? 1 : 0), unit: 's' };
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor((whole % 3_600) / 60), whole % 60];
  const number = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  return { number, unit: '' };
}

/** Writes a metric's value: counts whole, shares with one digit, times as seconds or minutes:seconds. */
export function formatMetric(
  value: number,
  quantity: Quantity,
  language: Language,
  unit: string | undefined = undefined,
): ShownNumber {
  if (quantity === 'seconds') return duration(value, language);
  if (quantity === 'percent') return { number: format(value, language, 1), unit: '%' };
  if (quantity === 'perMinute') return { number: format(value, language, value < 100 ? 1 : 0), unit: '/min' };
  const digits = Number.isInteger(value) || Math.abs(value) >= 1_000 ? 0 : 2;
  return {
    number: format(value, language, quantity === 'count' && Math.abs(value) >= 100 ? 0 : digits),
    unit: unit ?? '',
  };
}

/** The same as one text: `81.4 %`, `4:12`, `38`. */
export function metricText(
  value: number,
  quantity: Quantity,
  language: Language,
  unit: string | undefined = undefined,
): string {
  const shown = formatMetric(value, quantity, language, unit);
  if (shown.unit === '') return shown.number;
  return shown.unit.startsWith('/') ? `${shown.number}${shown.unit}` : `${shown.number} ${shown.unit}`;
}
