import { type Line, meanOf, type Span, within } from './line.ts';

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

/** A cell of a chart's table. */
export interface TableCell {
  /** The mean within the row's time; undefined without any value. */
  readonly value: number | undefined;
  /** Whether the line breaks within the row's time. */
  readonly gap: boolean;
}

/** Lines as a table of at most so many rows of equal time, each with the mean of what lies in it. */
export function tableOf(
  lines: readonly Line[],
  most: number,
): readonly { readonly at: number; readonly cells: readonly TableCell[] }[] {
  const times = [...new Set(lines.flatMap(({ at }) => at))].sort((a, b) => a - b);
  const [from = 0] = times;
  const whole = (times.at(-1) ?? 0) - from + 1;
  const ms = times.length <= most ? 0 : whole / most;
  const starts = ms === 0 ? times : Array.from({ length: most }, (_, row) => from + row * ms);
  return starts
    .map((at, row) => {
      const to = starts[row + 1] ?? Number.POSITIVE_INFINITY;
      const cells = lines.map((line): TableCell => {
        const { values } = within(line, { from: at, to });
        return { value: meanOf(line, { from: at, to }), gap: values.includes(null) };
      });
      return { at: Math.round(at), cells };
    })
    .filter(({ cells }) => cells.some(({ value, gap }) => value !== undefined || gap));
}
