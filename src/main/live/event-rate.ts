const BUCKETS = 5;
const BUCKET_MS = 1_000;

/** Events per second over the last five whole-second buckets; constant memory, constant time. */
export class EventRate {
  readonly #counts = new Array<number>(BUCKETS + 1).fill(0);
  #bucket = 0;

  /** Counts `events` that came at `now` (epoch ms). */
  add(events: number, now: number): void {
    this.#turn(now);
    const slot = this.#bucket % this.#counts.length;
    this.#counts[slot] = (this.#counts[slot] ?? 0) + events;
  }

  /** Mean of the last five finished seconds before `now`. */
  perSecond(now: number): number {
    this.#turn(now);
    const current = this.#counts[this.#bucket % this.#counts.length] ?? 0;
    const sum = this.#counts.reduce((total, count) => total + count, 0) - current;
    return sum / BUCKETS;
  }

  #turn(now: number): void {
    const bucket = Math.floor(now / BUCKET_MS);
    if (bucket <= this.#bucket) return;
    const steps = Math.min(bucket - this.#bucket, this.#counts.length);
    for (let step = 0; step < steps; step++) this.#counts[(bucket - step) % this.#counts.length] = 0;
    this.#bucket = bucket;
  }
}
