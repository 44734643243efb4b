import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { RowsBatch } from '../../shared/ipc/live-batches.ts';
import { ALL_ASPECTS, type AspectBits } from '../../shared/models/row-aspects.ts';
import type { Clock } from '../storage/clock.ts';
import type { RowCursor } from './row-cursor.ts';

/**
 * How often a window is told of rows that it does not show; a change after a calm moment is told at once. Its order moves
 * no faster.
 */
export const UNSEEN_MS = 200;

/** What a window shows, and what it needs to know of all other rows. */
export interface Sight {
  readonly shown: ReadonlySet<string>;
  /** What the window's order, filters and counts are made from. */
  readonly follow: AspectBits;
}

/** Until a window has said what it shows, it is told everything. */
const EVERYTHING: Sight = { shown: new Set(), follow: ALL_ASPECTS };

/**
 * A window's place in the rows that minds what the window shows: those rows are told at once; of the rest only what the
 * window follows, a little later. Other changes wait until the row comes in sight. At thousands of events a second nearly
 * all changes are of that kind.
 */
export class SightCursor implements StreamSource<RowsBatch> {
  readonly #rows: RowCursor;
  readonly #clock: Clock;
  /** Not told: what of these rows has changed since the window last heard of them. */
  readonly #behind = new Map<string, AspectBits>();
  #sight = EVERYTHING;
  #takenAt = Number.NEGATIVE_INFINITY;
  #cancelLater: (() => void) | undefined;

  constructor(rows: RowCursor, clock: Clock) {
    this.#rows = rows;
    this.#clock = clock;
  }

  /** The window shows other rows or follows other aspects: what it was not told of them comes now. */
  look(sight: Sight): void {
    const more = sight.follow & ~this.#sight.follow;
    this.#sight = sight;
    for (const id of sight.shown) if (this.#behind.delete(id)) this.#rows.mark(id, undefined);
    if (more === 0) return;
    for (const [id, changed] of this.#behind) {
      if ((changed & more) === 0) continue;
      this.#behind.delete(id);
      this.#rows.mark(id, undefined);
    }
  }

  /** Notes that a row changed, and what of it; all of it when it came or went. */
  mark(id: string, eventAt: number | undefined, changed: AspectBits): void {
    const { shown, follow } = this.#sight;
    if (follow === ALL_ASPECTS || shown.has(id)) {
      this.#rows.mark(id, eventAt);
      return;
    }
    if ((changed & follow) === 0 && changed !== ALL_ASPECTS) {
      this.#behind.set(id, (this.#behind.get(id) ?? 0) | changed);
      return;
    }
    this.#behind.delete(id);
    if (this.#rows.add(id)) this.#wakeLater();
  }

  /** The first snapshot is in. */
  loaded(): void {
    this.#rows.loaded();
  }

  take(): RowsBatch | undefined {
    this.#calm();
    this.#takenAt = this.#clock.now();
    return this.#rows.take();
  }

  close(): void {
    this.#calm();
    this.#rows.close();
  }

  #wakeLater(): void {
    if (this.#cancelLater !== undefined) return;
    // Bounded, since the machine's clock may be set back.
    const wait = Math.min(UNSEEN_MS, this.#takenAt + UNSEEN_MS - this.#clock.now());
    if (wait <= 0) this.#rows.wake();
    else
      this.#cancelLater = this.#clock.after(wait, () => {
        this.#cancelLater = undefined;
        this.#rows.wake();
      });
  }

  #calm(): void {
    this.#cancelLater?.();
    this.#cancelLater = undefined;
  }
}
