/** What a sequence number means to the hub: never seen, or already covered. */
export type Arrival = 'new' | 'old' | 'duplicate';

/**
 * Keeps account of a gapless numbered stream that may arrive reordered or twice. It holds no events: they are applied
 * as they come (revision and sequence guard the rows), so reordering costs no latency; this only finds what is missing.
 */
export class SequenceTracker {
  #last: number | undefined;
  #highest = 0;
  /** At or below: the snapshot's own; an event there is late, not proven to be a duplicate. */
  #floor = 0;
  readonly #ahead = new Set<number>();

  /** Up to here nothing is missing; undefined while the stream showed no numbers. */
  get last(): number | undefined {
    return this.#last;
  }

  /** The highest number that is known to exist. */
  get highest(): number {
    return this.#highest;
  }

  /** How many events arrived beyond the first missing one. */
  get ahead(): number {
    return this.#ahead.size;
  }

  get missing(): boolean {
    return this.#last !== undefined && this.#highest > this.#last;
  }

  /** Starts anew after `last`; undefined means that the first number seen is the start. */
  reset(last: number | undefined): void {
    this.#last = last;
    this.#highest = last ?? 0;
    this.#floor = last ?? 0;
    this.#ahead.clear();
  }

  /** Takes one event's number. */
  accept(sequence: number): Arrival {
    if (this.#last === undefined) {
      this.reset(sequence);
      return 'new';
    }
    if (sequence <= this.#last) return sequence <= this.#floor ? 'old' : 'duplicate';
    if (this.#ahead.has(sequence)) return 'duplicate';
    if (sequence > this.#highest) this.#highest = sequence;
    if (sequence === this.#last + 1) this.#advance(sequence);
    else this.#ahead.add(sequence);
    return 'new';
  }

  /** The instance says that events up to `sequence` exist (a heartbeat). */
  note(sequence: number): void {
    if (this.#last === undefined) this.reset(sequence);
    else if (sequence > this.#highest) this.#highest = sequence;
  }

  /** A snapshot covers everything up to `sequence`. */
  cover(sequence: number): void {
    if (this.#last === undefined) {
      this.reset(sequence);
      return;
    }
    if (sequence > this.#floor) this.#floor = sequence;
    if (sequence > this.#highest) this.#highest = sequence;
    if (sequence <= this.#last) return;
    for (const number of this.#ahead) if (number <= sequence) this.#ahead.delete(number);
    this.#advance(sequence);
  }

  /** Gives up on what is missing (a snapshot will bring it) and goes on after the highest number known. */
  skip(): number {
    this.#last = this.#highest;
    this.#floor = this.#highest;
    this.#ahead.clear();
    return this.#highest;
  }

  #advance(to: number): void {
    let last = to;
    while (this.#ahead.delete(last + 1)) last++;
    this.#last = last;
  }
}
