const DAY = 86_400_000;

/** How much may be kept, for how long. */
export interface DeskLimits {
  readonly bytes: number;
  readonly days: number;
}

/** What is known of a kept transcript without looking into it. */
export interface DeskEntry {
  readonly tenant: string;
  readonly id: string;
  readonly keptAt: number;
  readonly pinned: boolean;
  /** Of its newest frame. */
  readonly bytes: number;
}

/**
 * Which transcripts must go: unpinned ones past their days, then the longest kept until the rest fits, pinned ones last.
 * @param now epoch ms.
 */
export function beyondBounds(entries: readonly DeskEntry[], limits: DeskLimits, now: number): readonly DeskEntry[] {
  const old = entries.filter(({ pinned, keptAt }) => !pinned && now - keptAt > limits.days * DAY);
  const gone = new Set(old);
  const left = entries
    .filter((entry) => !gone.has(entry))
    .sort((a, b) => Number(a.pinned) - Number(b.pinned) || a.keptAt - b.keptAt);
  let total = left.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const entry of left) {
    if (total <= limits.bytes) break;
    gone.add(entry);
    total -= entry.bytes;
  }
  return entries.filter((entry) => gone.has(entry));
}

/** Whether so much of the file is of no use any more that it is worth writing anew. */
export function wantsRewriting(fileBytes: number, usefulBytes: number): boolean {
  return fileBytes > 1024 * 1024 && fileBytes > usefulBytes * 2;
}
