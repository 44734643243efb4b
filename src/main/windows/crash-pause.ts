/** Pauses before a crashed page is loaded again, by how many crashes the last two minutes saw before this one. */
const PAUSES_MS = [0, 1_000, 5_000, 30_000];
const WINDOW_MS = 120_000;

/**
 * How long to wait before loading a crashed page again. A single crash is answered at once; a page that keeps dying is
 * tried ever more seldom but never given up: a wall in kiosk mode has nobody to press a button.
 */
export class CrashPause {
  #crashes: number[] = [];

  /** @param now epoch ms of this crash. */
  next(now: number): number {
    this.#crashes = this.#crashes.filter((at) => now - at < WINDOW_MS);
    const pause = PAUSES_MS[Math.min(this.#crashes.length, PAUSES_MS.length - 1)] ?? 0;
    this.#crashes.push(now);
    return pause;
  }
}
