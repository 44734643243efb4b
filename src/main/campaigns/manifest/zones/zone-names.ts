import { ZONE_ALIASES } from './zone-aliases.ts';

const names: readonly string[] = Intl.supportedValuesOf('timeZone');
const known = new Map<string, string | undefined>();

/**
 * Reads a time zone as people write it in a column.
 * @returns its IANA name as this machine knows it, or undefined: abbreviations (`EST`) and offsets (`+05:00`) name no zone,
 *   since they say nothing of summer time
 */
export function readZone(text: string): string | undefined {
  if (known.has(text)) return known.get(text);
  const zone = canonical(text.trim());
  if (known.size < 10_000) known.set(text, zone);
  return zone;
}

function canonical(text: string): string | undefined {
  if (!/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2}$/.test(text) && !/^(?:UTC|GMT)$/i.test(text)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

const guesses = new Map<string, string | undefined>();

/**
 * What a text that names no zone probably meant: an abbreviation, a name of Windows, a city, or a slip of the pen.
 * @param country two letters: `Eastern` is another place in Canada than in the United States
 */
export function guessZone(text: string, country: string): string | undefined {
  const key = `${country} ${text}`;
  if (guesses.has(key)) return guesses.get(key);
  const guess = makeGuess(text.trim(), country);
  if (guesses.size < 10_000) guesses.set(key, guess);
  return guess;
}

function makeGuess(text: string, country: string): string | undefined {
  const plain = text.toLowerCase().replace(/[\s_]+/g, ' ');
  if (plain.length < 2 || plain.length > 64) return undefined;
  const alias = ZONE_ALIASES[plain] ?? ZONE_ALIASES[plain.replace(/ (?:standard |daylight )?time$/, '')];
  if (alias !== undefined) return alias[country] ?? alias['*'];
  const city = names.find((name) => cityOf(name) === plain);
  if (city !== undefined) return city;
  const asName = plain.replaceAll(' ', '_');
  let best: string | undefined;
  let least = Math.min(3, Math.floor(asName.length / 4) + 1);
  for (const name of names) {
    const apart = distance(asName, name.toLowerCase(), least);
    if (apart >= least) continue;
    least = apart;
    best = name;
  }
  return best;
}

const cityOf = (name: string): string => (name.split('/').at(-1) ?? '').toLowerCase().replaceAll('_', ' ');

/** Edits from one text to the other, or `limit` when there are as many or more. */
function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let a = 1; a <= from.length; a += 1) {
    const next = [a];
    for (let b = 1; b <= to.length; b += 1) {
      const swap = (row[b - 1] ?? 0) + (from[a - 1] === to[b - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[b] ?? 0) + 1, (next[b - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(limit, row.at(-1) ?? limit);
}
