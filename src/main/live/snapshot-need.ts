import type { FetchStamp } from './stamp.ts';

/** Remembers that something was missed, and which snapshot makes up for it. */
export class SnapshotNeed {
  #need: { readonly sequence: number | undefined; readonly arrival: number } | undefined;

  get pending(): boolean {
    return this.#need !== undefined;
  }

  /**
   * Something was missed.
   * @param sequence all that was missed has at most this number, where that is known.
   * @param arrival the hub's count of arrivals now: a snapshot that is asked for from now on makes up for it too.
   */
  add(sequence: number | undefined, arrival: number): void {
    const before = this.#need;
    const known = sequence !== undefined && (before === undefined || before.sequence !== undefined);
    this.#need = { sequence: known ? Math.max(sequence, before?.sequence ?? 0) : undefined, arrival };
  }

  clear(): void {
    this.#need = undefined;
  }

  /** Takes a snapshot into account; answers true when it made up for what was missed. */
  satisfiedBy(fetch: FetchStamp): boolean {
    if (this.#need === undefined) return false;
    const { sequence, arrival } = this.#need;
    const covered = sequence !== undefined && fetch.sequence !== undefined && fetch.sequence >= sequence;
    if (!covered && fetch.askedAt < arrival) return false;
    this.#need = undefined;
    return true;
  }
}
