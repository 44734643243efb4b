const SHAPES = {
  /** Nov 22, 2026 */
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  /** 14:32:08 */
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  /** 14:32 */
  minute: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** Something with the zone's short name among its parts. */
  zone: { timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const made = new Map<string, Intl.DateTimeFormat>();

/**
 * A format for dates and times. Each is made once: making one costs more than a hundred uses of it, and a transcript
 * tells a time with every line. `timeZone` defaults to this computer's.
 */
export function dateFormat(locale: string, shape: keyof typeof SHAPES, timeZone?: string): Intl.DateTimeFormat {
  const key = `${locale} ${shape} ${timeZone ?? ''}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(locale, { ...SHAPES[shape], ...(timeZone === undefined ? {} : { timeZone }) });
  made.set(key, format);
  return format;
}
