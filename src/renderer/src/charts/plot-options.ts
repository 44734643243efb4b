import type uPlot from 'uplot';
import type { CrossHair } from './cross-hair.ts';
import { valueRange } from './plot-data.ts';
import { drawBehind, drawLimits } from './plot-marks.ts';
import type { PlotPicture } from './plot-picture.ts';
import { colourOf, faint } from './plot-theme.ts';

/** In which words a chart speaks; without those for a value it has no axes. */
export interface PlotWords {
  readonly valueWords?: ((value: number) => string) | undefined;
  readonly language?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** What a chart is drawn by at any moment; changes without making the chart anew. */
export interface Current {
  picture: PlotPicture;
  /** Where the cross-hair's line stands, CSS pixels. */
  left: number;
}

/** uPlot's own place for a cursor that is not shown. */
export const OFF = -10;

/** Time axis, in the words of the language: no zone, since all charts of a view share one. */
function axes(words: (value: number) => string, language: string, timeZone: string | undefined): uPlot.Axis[] {
  const zone = timeZone === undefined ? {} : { timeZone };
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone });
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', hour: '2-digit', hourCycle: 'h23', ...zone });
  const common = {
    stroke: () => colourOf('fg-3'),
    font: `11px ${getComputedStyle(document.body).fontFamily}`,
    grid: { stroke: () => faint(colourOf('line-strong'), 0.5), width: 1 },
    ticks: { show: false },
  };
  return [
    {
      ...common,
      size: 24,
      space: 70,
      values: (_plot, splits, _axis, _space, step) =>
        splits.map((at) => (step >= 6 * 3_600_000 ? day : time).format(at)),
    },
    { ...common, size: 62, space: 34, values: (_plot, splits) => splits.map(words) },
  ];
}

/** How the library is to draw a chart whose content is always read from `current`. */
export function plotOptions(current: Current, hair: CrossHair, words: PlotWords): uPlot.Options {
  const { lines, height } = current.picture;
  const { valueWords, language = 'en', timeZone } = words;
  const marksNow = () => {
    const { limits = [], marks = [] } = current.picture;
    return { limits, marks, selection: hair.selection() };
  };
  return {
    width: 10,
    height,
    ms: 1,
    padding: valueWords === undefined ? [2, 0, 0, 0] : [8, 8, 0, 0],
    legend: { show: false },
    scales: {
      x: { time: true, range: () => [current.picture.span.from, current.picture.span.to] },
      y: {
        range: (_plot, min, max) => {
          const { limits = [], most } = current.picture;
          return valueRange(
            min,
            max,
            limits.map(({ value }) => value),
            most,
          );
        },
      },
    },
    axes: valueWords === undefined ? [{ show: false }, { show: false }] : axes(valueWords, language, timeZone),
    series: [
      {},
      ...lines.map(({ colour, faded, area }): uPlot.Series => {
        return {
          stroke: () => (faded === true ? faint(colourOf(colour), 0.55) : colourOf(colour)),
          ...(area === true && { fill: () => faint(colourOf(colour), 0.18) }),
          ...(faded === true && { dash: [4, 4] }),
          width: 1.5,
          points: { show: false },
          spanGaps: false,
        };
      }),
    ],
    cursor: {
      drag: { x: true, y: false, setScale: false, dist: 4 },
      y: false,
      points: { show: valueWords !== undefined },
    },
    hooks: {
      drawClear: [(plot) => drawBehind(plot, marksNow())],
      draw: [(plot) => drawLimits(plot, marksNow())],
      setCursor: [
        (plot) => {
          const left = Math.round(plot.cursor.left ?? OFF);
          // A chart that is drawn anew says again where its line stands; only a pointer moves it.
          if (left === current.left) return;
          current.left = left;
          hair.point(left < 0 ? undefined : Math.round(plot.posToVal(left, 'x')));
        },
      ],
      setSelect: [
        (plot) => {
          if (plot.select.width < 4) return;
          const from = plot.posToVal(plot.select.left, 'x');
          const to = plot.posToVal(plot.select.left + plot.select.width, 'x');
          // The selection is drawn in every chart of the view, so the library's own rectangle goes.
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
          hair.select({ from: Math.round(from), to: Math.round(to) });
        },
      ],
    },
  };
}
