import { readZone } from './zone-names.ts';

interface Seen {
  readonly bytes: Uint8Array;
  readonly number: number;
}

/** Different texts of a column that are remembered; a column of zones has a handful. */
const MOST = 4096;
const MASK = MOST * 2 - 1;
/** As many as two bytes can tell apart. */
const MOST_TEXTS = 65_000;

/** What a column of time zones holds, as small numbers, told without making a text of what was seen before. */
export class ZoneCells {
  readonly #seen: (Seen | undefined)[] = new Array<undefined>(MASK + 1).fill(undefined);
  /** By number: the text, and the zone that it names. */
  readonly #texts: string[] = [''];
  readonly #zones: (string | undefined)[] = [undefined];
  readonly #numbers = new Map<string, number>();
  #size = 0;

  /** The zone that a number stands for; undefined for 0 and for texts that name none. */
  zone(number: number): string | undefined {
    return this.#zones[number];
  }

  /** Number of a text, from 1 on; 0 for an empty one, and for those that are too many to count. */
  ofText(text: string): number {
    const trimmed = text.trim();
    if (trimmed === '') return 0;
    const known = this.#numbers.get(trimmed);
    if (known !== undefined) return known;
    if (this.#texts.length > MOST_TEXTS) return 0;
    const number = this.#texts.push(trimmed) - 1;
    this.#zones.push(readZone(trimmed));
    this.#numbers.set(trimmed, number);
    return number;
  }

  /** As `ofText`, for a cell of the file. @param end exclusive */
  ofBytes(bytes: Uint8Array, start: number, end: number): number {
    let at = 0;
    for (let byte = start; byte < end; byte += 1) at = (Math.imul(at, 31) + (bytes[byte] ?? 0)) | 0;
    at &= MASK;
    for (let seen = this.#seen[at]; seen !== undefined; seen = this.#seen[at]) {
      if (same(seen.bytes, bytes, start, end)) return seen.number;
      at = (at + 1) & MASK;
    }
    const own = bytes.slice(start, end);
    const number = this.ofText(Buffer.from(own).toString());
    if (this.#size < MOST) {
      this.#seen[at] = { bytes: own, number };
      this.#size += 1;
    }
    return number;
  }
}

function same(seen: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (seen.length !== end - start) return false;
  for (let at = 0; at < seen.length; at += 1) if (seen[at] !== bytes[start + at]) return false;
  return true;
}
