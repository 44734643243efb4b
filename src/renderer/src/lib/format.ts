export type Language = 'en' | 'fr';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Keeps a number and its unit on one line. */
const JOINED = '\u00a0';

/** `4:07`, `1:04:07`, from 100 hours on `103 h 04`, which is no longer; what is negative (clocks disagree) counts as none. */
export function formatDuration(ms: number): string {
  const total = Math.max(0, Math.floor(ms / SECOND));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  if (hours > 99) return `${hours}${JOINED}h${JOINED}${two(minutes)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${minutes}:${two(total % 60)}`;
}

/** The age of something in its largest unit: `12 s`, `4 min`, `2 h`, `3 d` (French: `3 j`). */
export function formatAge(ms: number, language: Language): string {
  const age = Math.max(0, ms);
  const [size, unit] =
    age < MINUTE
      ? [SECOND, 's']
      : age < HOUR
        ? [MINUTE, 'min']
        : age < DAY
          ? [HOUR, 'h']
          : [DAY, language === 'fr' ? 'j' : 'd'];
  return `${Math.floor(age / size)}${JOINED}${unit}`;
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}${digits}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const made = new Intl.NumberFormat(language === 'fr' ? 'fr-CA' : 'en-CA', options);
  formats.set(key, made);
  return made;
}

/** `5,204` in English, `5 204` in French. */
export function formatNumber(value: number, language: Language): string {
  return numberFormat(language, 0).format(value);
}

/** With so many digits behind the point: `0.5` in English, `0,5` in French. */
export function formatDecimal(value: number, language: Language, digits: number): string {
  return numberFormat(language, digits).format(value);
}

/** A score between 0 and 1: `.63` in English, `0,63` in French. */
export function formatScore(score: number, language: Language): string {
  const text = numberFormat(language, 2).format(score);
  return language === 'en' ? text.replace(/^0(?=\.)/, '') : text;
}

/** Ends a text after so many characters, with an ellipsis. */
export function shorten(text: string, limit: number): string {
  const characters = Array.from(text);
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}
