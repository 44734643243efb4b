/** Answer of `NumberIndex` for a number that it does not have. */
export const ABSENT = -1;

/**
 * Numbers to dial and one small integer for each, in two flat arrays: a million numbers take 24 MB and no garbage.
 * Numbers are positive and below 2^53.
 */
export class NumberIndex {
  #keys: Float64Array;
  #values: Int32Array;
  #mask: number;
  #size = 0;

  /** @param expected how many numbers will come; more are no mistake, only slower */
  constructor(expected = 1000) {
    let places = 1024;
    while (places < expected * 1.6) places *= 2;
    this.#keys = new Float64Array(places);
    this.#values = new Int32Array(places);
    this.#mask = places - 1;
  }

  get size(): number {
    return this.#size;
  }

  /** The value of a number, or ABSENT. */
  get(number: number): number {
    const at = this.#find(number);
    return this.#keys[at] === number ? (this.#values[at] ?? ABSENT) : ABSENT;
  }

  /** Keeps the number unless it is there. @returns the value that was there before, or ABSENT when it was added */
  add(number: number, value: number): number {
    const at = this.#find(number);
    if (this.#keys[at] === number) return this.#values[at] ?? ABSENT;
    this.#keys[at] = number;
    this.#values[at] = value;
    this.#size += 1;
    if (this.#size > this.#keys.length * 0.7) this.#grow();
    return ABSENT;
  }

  /** Forgets everything and keeps the space. */
  clear(): void {
    this.#keys.fill(0);
    this.#size = 0;
  }

  #find(number: number): number {
    const keys = this.#keys;
    let at = hash(number) & this.#mask;
    for (;;) {
      const key = keys[at];
      if (key === number || key === 0) return at;
      at = (at + 1) & this.#mask;
    }
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Float64Array(keys.length * 2);
    this.#values = new Int32Array(keys.length * 2);
    this.#mask = this.#keys.length - 1;
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] ?? 0;
      if (key === 0) continue;
      const place = this.#find(key);
      this.#keys[place] = key;
      this.#values[place] = values[at] ?? 0;
    }
  }
}

const LOW = 0x1_0000_0000;

/** Numbers of one area lie side by side; the multiplications spread them over all places. */
function hash(number: number): number {
  const high = Math.floor(number / LOW);
  let mixed = Math.imul((number - high * LOW) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 13);
}
