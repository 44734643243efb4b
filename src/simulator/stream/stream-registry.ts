/** The streams that are open, so that a restart can cut them and the admin can count them. */
export interface StreamRegistry {
  /** @returns a function that takes it out again */
  add(close: () => void): () => void;
  closeAll(): void;
  readonly size: number;
}

/** An empty registry. */
export function createStreamRegistry(): StreamRegistry {
  const open = new Set<() => void>();
  return {
    add(close) {
      open.add(close);
      return () => open.delete(close);
    },
    closeAll() {
      for (const close of [...open]) close();
    },
    get size() {
      return open.size;
    },
  };
}
