/** One line of a chart: times ascending, epoch ms; null marks a gap that nothing is drawn across. */
export interface Line {
  readonly at: readonly number[];
  readonly values: readonly (number | null)[];
}

export const NO_LINE: Line = { at: [], values: [] };

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The part of a line within a span. */
export function within(line: Line, { from, to }: Span): Line {
  const first = lowerBound(line.at, from);
  const last = lowerBound(line.at, to);
  if (first === 0 && last === line.at.length) return line;
  return { at: line.at.slice(first, last), values: line.values.slice(first, last) };
}

/** A line moved in time, so that another day lies under this one. */
export function shifted({ at, values }: Line, ms: number): Line {
  return { at: at.map((time) => time + ms), values };
}

/**
 * The value of a line at a time: the last known one before it, if it is not further away than `mostMs` and no gap lies
 * between.
 */
export function valueAt({ at, values }: Line, time: number, mostMs: number): number | undefined {
  const place = lowerBound(at, time + 1) - 1;
  const value = values[place];
  if (value === null || value === undefined) return undefined;
  return time - (at[place] ?? Number.NEGATIVE_INFINITY) <= mostMs ? value : undefined;
}

/** First index whose time is not before `time`. */
export function lowerBound(at: readonly number[], time: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mean of a line's values within a span; undefined without any. */
export function meanOf(line: Line, span: Span): number | undefined {
  const known = within(line, span).values.filter((value) => value !== null);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
}

const steps = new WeakMap<Line, number>();

/** Distance of most of a line's points, ms; for how far a single value may be taken to hold. */
export function stepOf(line: Line): number {
  const known = steps.get(line);
  if (known !== undefined) return known;
  const step = middleStep(line);
  steps.set(line, step);
  return step;
}

function middleStep({ at }: Line): number {
  const gaps = at.slice(1).map((time, place) => time - (at[place] ?? time));
  const sorted = gaps.filter((gap) => gap > 1).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 60_000;
}
