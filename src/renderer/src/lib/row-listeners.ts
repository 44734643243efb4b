/** Who looks at which row of a list. */
export interface RowListeners {
  /** Calls back when the row is told of. @returns the way to stop it; calling that again does nothing */
  readonly subscribe: (id: string, changed: () => void) => () => void;
  readonly tell: (ids: Iterable<string>) => void;
  /** The rows that somebody looks at. */
  readonly ids: () => Iterable<string>;
}

/** @param moved called when a row gets its first listener or loses its last */
export function createRowListeners(moved: () => void = () => undefined): RowListeners {
  const listeners = new Map<string, Set<() => void>>();
  return {
    subscribe(id, changed) {
      const known = listeners.get(id);
      const own = known ?? new Set();
      listeners.set(id, own.add(changed));
      if (known === undefined) moved();
      return () => {
        own.delete(changed);
        // A row that is looked at anew has another set: one who left long ago must not take it away.
        if (own.size > 0 || listeners.get(id) !== own) return;
        listeners.delete(id);
        moved();
      };
    },
    tell(ids) {
      for (const id of ids) for (const listener of listeners.get(id) ?? []) listener();
    },
    ids: () => listeners.keys(),
  };
}
