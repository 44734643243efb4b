/** The same keys, but a key that may be left out is left out rather than undefined. */
export type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** zod says `x?: T | undefined`, the world's port says `x?: T`: drops what is undefined so that both hold. */
export function withoutUndefined<T extends object>(value: T): Defined<T> {
  const kept: Partial<T> = { ...value };
  for (const key of Object.keys(kept)) if (Reflect.get(kept, key) === undefined) Reflect.deleteProperty(kept, key);
  // Checked just above: what is left has no undefined in it.
  return kept as Defined<T>;
}
