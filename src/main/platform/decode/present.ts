/** The same fields, but one that may be undefined is optional instead. */
export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out what is undefined, so that what an instance does not tell is an absent field. */
export function present<T extends object>(value: T): Present<T> {
  const kept = Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
  // Only undefined values are gone, which is what the type says.
  return kept as Present<T>;
}
