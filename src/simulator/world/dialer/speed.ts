const bucketMs = 10_000;
const buckets = 12;

/** How many calls were begun a minute, over the last two minutes. */
export class SpeedMeter {
  readonly #counts = new Uint32Array(buckets);
  #bucket = 0;
  #since: number | undefined;

  /** Counts one at a moment, epoch milliseconds. */
  count(at: number): void {
    this.#moveTo(at);
    this.#since ??= at;
    const slot = this.#bucket % buckets;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  }

  /** Calls a minute, one decimal. A meter that has counted for less than two minutes goes by the time it has. */
  perMinute(at: number): number {
    this.#moveTo(at);
    if (this.#since === undefined) return 0;
    const sum = this.#counts.reduce((total, count) => total + count, 0);
    const span = Math.min(Math.max(at - this.#since, bucketMs), bucketMs * buckets);
    return Math.round((sum / span) * 600_000) / 10;
  }

  #moveTo(at: number): void {
    const bucket = Math.floor(at / bucketMs);
    for (let next = this.#bucket + 1; next <= bucket && next <= this.#bucket + buckets; next += 1) {
      this.#counts[next % buckets] = 0;
    }
    this.#bucket = Math.max(this.#bucket, bucket);
  }
}
