import type uPlot from 'uplot';
import type { Span } from './line.ts';
import { type ChartColour, colourOf, faint } from './plot-theme.ts';

/** A limit, drawn as a dashed line. */
export interface Limit {
  readonly value: number;
  readonly colour: ChartColour;
}
/** Something that happened at a moment, or went on for a while. */
export interface Mark {
  readonly at: number;
  readonly until: number;
  readonly colour: ChartColour;
}

export interface Marks {
  readonly limits: readonly Limit[];
  readonly marks: readonly Mark[];
  readonly selection: Span | undefined;
}

/** Draws what lies behind the lines: spans and moments first, then the selection. */
export function drawBehind(plot: uPlot, { marks, selection }: Marks): void {
  const { ctx, bbox } = plot;
  const x = (time: number) => Math.max(bbox.left, Math.min(bbox.left + bbox.width, plot.valToPos(time, 'x', true)));
  ctx.save();
  for (const { at, until, colour } of marks) {
    const [left, right] = [x(at), x(until)];
    const token = colourOf(colour);
    if (right > left) {
      ctx.fillStyle = faint(token, 0.14);
      ctx.fillRect(left, bbox.top, right - left, bbox.height);
    }
    ctx.fillStyle = faint(token, 0.8);
    ctx.fillRect(Math.round(left), bbox.top, devicePixelRatio, bbox.height);
  }
  if (selection !== undefined) {
    ctx.fillStyle = faint(colourOf('accent'), 0.22);
    ctx.fillRect(x(selection.from), bbox.top, x(selection.to) - x(selection.from), bbox.height);
  }
  ctx.restore();
}

/** Draws the limits over everything. */
export function drawLimits(plot: uPlot, { limits }: Marks): void {
  const { ctx, bbox } = plot;
  const { min, max } = plot.scales['y'] ?? {};
  ctx.save();
  ctx.setLineDash([6 * devicePixelRatio, 5 * devicePixelRatio]);
  ctx.lineWidth = devicePixelRatio;
  for (const { value, colour } of limits) {
    if (min === undefined || max === undefined || value < min || value > max) continue;
    const y = Math.round(plot.valToPos(value, 'y', true)) + 0.5;
    ctx.strokeStyle = faint(colourOf(colour), 0.75);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  ctx.restore();
}
