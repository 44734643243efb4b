import { readZone } from './zone-names.ts';

interface Seen {
  readonly bytes: Uint8Array;
  readonly known: boolean;
}

/** Different texts of a column that are remembered; a column of zones has a handful. */
const MOST = 4096;
const MASK = MOST * 2 - 1;

/** Tells whether cells name a time zone, without making a text of what was seen before. */
export class ZoneCells {
  readonly #seen: (Seen | undefined)[] = new Array<undefined>(MASK + 1).fill(undefined);
  #size = 0;

  /** @param end exclusive */
  isZone(bytes: Uint8Array, start: number, end: number): boolean {
    let at = 0;
    for (let byte = start; byte < end; byte += 1) at = (Math.imul(at, 31) + (bytes[byte] ?? 0)) | 0;
    at &= MASK;
    for (let seen = this.#seen[at]; seen !== undefined; seen = this.#seen[at]) {
      if (same(seen.bytes, bytes, start, end)) return seen.known;
      at = (at + 1) & MASK;
    }
    const own = bytes.slice(start, end);
    const known = readZone(Buffer.from(own).toString()) !== undefined;
    if (this.#size < MOST) {
      this.#seen[at] = { bytes: own, known };
      this.#size += 1;
    }
    return known;
  }
}

function same(seen: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (seen.length !== end - start) return false;
  for (let at = 0; at < seen.length; at += 1) if (seen[at] !== bytes[start + at]) return false;
  return true;
}
