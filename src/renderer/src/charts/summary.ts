import type { Line, Span } from './line.ts';

/** A line in a few facts, for those who do not see it. */
export interface LineSummary {
  readonly first: number;
  readonly last: number;
  readonly lowest: { readonly value: number; readonly at: number };
  readonly highest: { readonly value: number; readonly at: number };
  /** Spans without any value. */
  readonly gaps: readonly Span[];
  /** How often the line went beyond the limit. */
  readonly crossings: number;
}

/** Where a line has nothing: at its nulls. */
export function gapsOf({ at, values }: Line): readonly Span[] {
  const gaps: Span[] = [];
  for (const [place, value] of values.entries()) {
    if (value !== null) continue;
    const from = at[place - 1] ?? at[place];
    const to = at[place + 1] ?? at[place];
    if (from !== undefined && to !== undefined && to > from) gaps.push({ from, to });
  }
  return gaps;
}

/**
 * Sums a line up. Undefined when it has no value at all.
 *
 * @param limit from where on a value is beyond it; `down`: below is beyond
 */
export function summarise(
  line: Line,
  limit?: { readonly value: number; readonly down: boolean },
): LineSummary | undefined {
  const known = line.at.flatMap((at, place) => {
    const value = line.values[place];
    return value === null || value === undefined ? [] : [{ at, value }];
  });
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const beyond = ({ value }: { readonly value: number }) =>
    limit !== undefined && (limit.down ? value <= limit.value : value >= limit.value);
  const crossings = known.filter(
    (point, place) => beyond(point) && (place === 0 || !beyond(known[place - 1] ?? point)),
  );
  return {
    first: first.value,
    last: last.value,
    lowest: known.reduce((least, point) => (point.value < least.value ? point : least), first),
    highest: known.reduce((most, point) => (point.value > most.value ? point : most), first),
    gaps: gapsOf(line),
    crossings: crossings.length,
  };
}

/** Fewer rows for a table: one for each of so many equal parts of a line, with its mean; gaps stay rows of their own. */
export function tableRows(line: Line, most: number): readonly { readonly at: number; readonly value: number | null }[] {
  const every = Math.max(1, Math.ceil(line.at.length / most));
  const rows: { at: number; value: number | null }[] = [];
  for (let place = 0; place < line.at.length; place += every) {
    const values = line.values.slice(place, place + every);
    const known = values.filter((value) => value !== null);
    const at = line.at[place] ?? 0;
    if (known.length > 0) rows.push({ at, value: known.reduce((sum, value) => sum + value, 0) / known.length });
    if (known.length < values.length) rows.push({ at, value: null });
  }
  return rows;
}
