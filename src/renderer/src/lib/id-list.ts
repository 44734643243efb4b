/** Identifiers of rows in order; an array, or something that makes them up as they are asked for. */
export interface IdList {
  readonly length: number;
  readonly at: (index: number) => string | undefined;
  readonly indexOf: (id: string) => number;
}

/** The ids of a stretch of a list. @param end exclusive */
export function idsWithin(ids: IdList, start = 0, end = ids.length): readonly string[] {
  const from = Math.max(0, start);
  const count = Math.max(0, Math.min(end, ids.length) - from);
  return Array.from({ length: count }, (_, nth) => ids.at(from + nth)).filter((id) => id !== undefined);
}
