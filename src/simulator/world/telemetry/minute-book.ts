export const minuteMs = 60_000;
const day = 24 * 60;
/** Minutes kept: the last day, and an hour more so that a day ago can be compared with. */
export const minutesKept = day + 60;
const quarter = 15;
/** Quarters of an hour kept: the last eight days. */
const quartersKept = (8 * day) / quarter;

/** Numbers of one key by equal steps of time, in a ring: a slot that is written anew forgets what was there a round ago. */
class Ring {
  readonly #values: Float32Array;
  readonly #steps: Int32Array;

  constructor(size: number) {
    this.#values = new Float32Array(size);
    this.#steps = new Int32Array(size).fill(-1);
  }

  put(step: number, value: number): void {
    const slot = step % this.#values.length;
    // The past is told when it is asked for, which may be after the present has come round to its slots.
    if ((this.#steps[slot] ?? -1) > step) return;
    this.#values[slot] = value;
    this.#steps[slot] = step;
  }

  get(step: number): number | undefined {
    const slot = step % this.#values.length;
    return this.#steps[slot] === step ? this.#values[slot] : undefined;
  }
}

function mean(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, number) => sum + number, 0) / known.length;
}

/** The past of every key: by minute for a day, by quarter of an hour for eight. */
export class MinuteBook {
  readonly #minutes = new Map<string, Ring>();
  readonly #quarters = new Map<string, Ring>();
  /** First minute and quarter that were ever written; before them nothing is known. */
  #firstMinute = Number.POSITIVE_INFINITY;

  keys(): IterableIterator<string> {
    return this.#minutes.keys();
  }

  /** Writes a minute, by its number since 1970; the last minute of a quarter closes that too. */
  putMinute(minute: number, values: ReadonlyMap<string, number>): void {
    this.#firstMinute = Math.min(this.#firstMinute, minute);
    for (const [key, value] of values) ringOf(this.#minutes, key, minutesKept).put(minute, value);
    if (minute % quarter !== quarter - 1) return;
    const first = minute - quarter + 1;
    for (const [key, ring] of this.#minutes) {
      const value = mean(Array.from({ length: quarter }, (_, place) => ring.get(first + place)));
      if (value !== undefined) ringOf(this.#quarters, key, quartersKept).put(Math.floor(minute / quarter), value);
    }
  }

  /** Writes a quarter of an hour, by its number since 1970. */
  putQuarter(index: number, values: ReadonlyMap<string, number>): void {
    for (const [key, value] of values) {
      ringOf(this.#minutes, key, minutesKept);
      ringOf(this.#quarters, key, quartersKept).put(index, value);
    }
  }

  /**
   * Mean over a span of whole minutes; from quarters where minutes are not known any more.
   *
   * @param whole key of what this one is a part of: where that is known and the part is not, the part is 0
   */
  mean(key: string, fromMinute: number, minutes: number, whole?: string): number | undefined {
    const from = (rings: ReadonlyMap<string, Ring>, first: number, count: number) => {
      const ring = rings.get(key);
      const other = whole === undefined ? undefined : rings.get(whole);
      return mean(
        Array.from({ length: count }, (_, place) => {
          const value = ring?.get(first + place);
          return value ?? (other?.get(first + place) === undefined ? undefined : 0);
        }),
      );
    };
    const known = from(this.#minutes, fromMinute, minutes);
    const first = Math.floor(fromMinute / quarter);
    // A minute of an older day is as its quarter was.
    if (known !== undefined || first * quarter >= this.#firstMinute) return known;
    return from(this.#quarters, first, Math.floor((fromMinute + minutes - 1) / quarter) - first + 1);
  }
}

function ringOf(rings: Map<string, Ring>, key: string, size: number): Ring {
  const known = rings.get(key) ?? new Ring(size);
  rings.set(key, known);
  return known;
}
