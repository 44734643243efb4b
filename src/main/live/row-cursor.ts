import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { RowsBatch } from '../../shared/ipc/live-batches.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';

/** What a cursor reads; the store, seen from its windows. */
interface Rows {
  readonly loaded: boolean;
  row(id: string): ConversationRow | undefined;
  rows(): ConversationRow[];
}

/**
 * One window's place in the rows: the set of ids that changed since it last took. However many events came, a row is
 * handed over once, as it is now; a window that takes seldom gets fewer and larger batches, never a growing queue.
 */
export class RowCursor implements StreamSource<RowsBatch> {
  readonly #rows: Rows;
  readonly #changed: () => void;
  readonly #onClose: () => void;
  readonly #dirty = new Set<string>();
  #first = true;
  #woken = false;
  #oldestEventAt: number | undefined;

  constructor(rows: Rows, changed: () => void, onClose: () => void) {
    this.#rows = rows;
    this.#changed = changed;
    this.#onClose = onClose;
  }

  /** Notes that a row changed or went; `eventAt` is when an event told so, undefined when a snapshot did. */
  mark(id: string, eventAt: number | undefined): void {
    if (!this.add(id)) return;
    if (eventAt !== undefined && this.#oldestEventAt === undefined) this.#oldestEventAt = eventAt;
    this.wake();
  }

  /** As `mark`, without telling anybody that there is news. Answers false while the first batch is still to come. */
  add(id: string): boolean {
    if (this.#first) return false;
    this.#dirty.add(id);
    return true;
  }

  /** Tells that there is news, once until it is taken. */
  wake(): void {
    if (this.#woken || this.#dirty.size === 0) return;
    this.#woken = true;
    this.#changed();
  }

  /** The first snapshot is in. */
  loaded(): void {
    if (this.#first) this.#changed();
  }

  take(): RowsBatch | undefined {
    if (!this.#rows.loaded) return undefined;
    this.#woken = false;
    if (this.#first) {
      this.#first = false;
      return { kind: 'snapshot', rows: this.#rows.rows() };
    }
    if (this.#dirty.size === 0) return undefined;
    const upserts: ConversationRow[] = [];
    const removed: string[] = [];
    for (const id of this.#dirty) {
      const row = this.#rows.row(id);
      if (row === undefined) removed.push(id);
      else upserts.push(row);
    }
    const oldestEventAt = this.#oldestEventAt;
    this.#dirty.clear();
    this.#oldestEventAt = undefined;
    const patch = { kind: 'patch', upserts, removed } as const;
    return oldestEventAt === undefined ? patch : { ...patch, oldestEventAt };
  }

  close(): void {
    this.#onClose();
  }
}
