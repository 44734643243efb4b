/** Contacts that are to be called again at a set time, by the second: a million of them are a million small numbers. */
export class DueCalendar {
  readonly #bySecond = new Map<number, number[]>();
  #reached: number;

  /** @param now epoch milliseconds; nothing falls due before it */
  constructor(now: number) {
    this.#reached = Math.floor(now / 1_000);
  }

  /** @param at epoch milliseconds; what is past falls due at the next look */
  add(at: number, place: number): void {
    const second = Math.max(Math.ceil(at / 1_000), this.#reached + 1);
    const there = this.#bySecond.get(second);
    if (there === undefined) this.#bySecond.set(second, [place]);
    else there.push(place);
  }

  /** Takes out whoever has fallen due by now, in the order of time. */
  take(now: number): readonly number[] {
    const until = Math.floor(now / 1_000);
    if (until <= this.#reached || this.#bySecond.size === 0) {
      this.#reached = Math.max(this.#reached, until);
      return [];
    }
    const due: number[] = [];
    // After a long sleep there are more seconds than entries.
    const seconds =
      until - this.#reached > this.#bySecond.size
        ? [...this.#bySecond.keys()].filter((second) => second <= until).sort((a, b) => a - b)
        : Array.from({ length: until - this.#reached }, (_, i) => this.#reached + 1 + i);
    for (const second of seconds) {
      const there = this.#bySecond.get(second);
      if (there === undefined) continue;
      for (const place of there) due.push(place);
      this.#bySecond.delete(second);
    }
    this.#reached = until;
    return due;
  }
}
