import uPlot from 'uplot';
import type { Line } from './line.ts';
import type { ChartColour } from './plot-theme.ts';

/** One line as it is drawn. */
export interface PlotLine {
  readonly line: Line;
  readonly colour: ChartColour;
  /** Another time's line, dashed and without an area. */
  readonly faded?: boolean;
  readonly area?: boolean;
}

/** What uPlot draws: one time axis for all lines. Gaps stay gaps, also where another line has points in between. */
export function plotData(lines: readonly PlotLine[]): uPlot.AlignedData {
  const [first] = lines;
  if (first === undefined) return [[]];
  // uPlot keeps the arrays and does not write to them.
  const table = ({ line }: PlotLine): uPlot.AlignedData => [line.at as number[], line.values as (number | null)[]];
  if (lines.length === 1) return table(first);
  const retain: uPlot.JoinNullMode = 1;
  return uPlot.join(
    lines.map(table),
    lines.map(() => [retain, retain]),
  );
}

/**
 * The range of values that is drawn: from zero (or the least, where that is less) to a little above the highest, with
 * the first limit in sight where it is near.
 */
export function valueRange(
  min: number | null,
  max: number | null,
  limits: readonly number[],
  most?: number,
): [number, number] {
  const low = Math.min(0, min ?? 0);
  const high = Math.max(max ?? 0, 0);
  const near = limits.filter((limit) => limit <= high * 2.5 || high === 0);
  const top = Math.max(high, ...near) * 1.12;
  return [low < 0 ? low * 1.12 : 0, most === undefined ? top || 1 : Math.min(most, top || most)];
}
