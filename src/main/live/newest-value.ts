import type { StreamSource } from '../../shared/ipc/contract.ts';

/** Tells windows of one value that changes: each takes it as it is at that moment, however often it changed since. */
export class NewestValue<T> {
  readonly #read: () => T;
  readonly #cursors = new Set<{ wake(): void }>();

  constructor(read: () => T) {
    this.#read = read;
  }

  /** The value changed. */
  wake(): void {
    for (const cursor of this.#cursors) cursor.wake();
  }

  /** A window's view; `changed` is called when there is something new to take. */
  open(changed: () => void): StreamSource<T> {
    let news = true;
    const cursor = {
      wake: () => {
        if (news) return;
        news = true;
        changed();
      },
    };
    this.#cursors.add(cursor);
    return {
      take: () => {
        if (!news) return undefined;
        news = false;
        return this.#read();
      },
      close: () => {
        this.#cursors.delete(cursor);
      },
    };
  }
}
