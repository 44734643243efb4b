import { type ReactNode, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './plot.css';
import { type CrossHair, useCrossHair } from './cross-hair.ts';
import type { Span } from './line.ts';
import { type PlotLine, plotData, valueRange } from './plot-data.ts';
import { drawBehind, drawLimits, type Limit, type Mark } from './plot-marks.ts';
import { colourOf, faint, onThemeChange } from './plot-theme.ts';

export interface PlotProps {
  readonly lines: readonly PlotLine[];
  readonly span: Span;
  readonly height: number;
  readonly limits?: readonly Limit[];
  readonly marks?: readonly Mark[];
  /** The most a value can be, e.g. 100 of a share that is mostly high. */
  readonly most?: number;
  /** Words for a value at the side; without it there are no axes. */
  readonly valueWords?: (value: number) => string;
  readonly language?: string;
  readonly timeZone?: string;
}

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

/** What the chart is drawn by at any moment; changes without making it anew. */
interface Current {
  props: PlotProps;
  range: Span;
  /** Where the cross-hair's line stands, CSS pixels. */
  left: number;
}

function optionsFor(
  current: { readonly current: Current },
  hair: CrossHair,
  words: Pick<PlotProps, 'valueWords' | 'language' | 'timeZone'>,
): uPlot.Options {
  const { lines, height } = current.current.props;
  const { valueWords, language = 'en', timeZone } = words;
  const marksNow = () => {
    const { limits = [], marks = [] } = current.current.props;
    return { limits, marks, selection: hair.selection() };
  };
  return {
    width: 10,
    height,
    ms: 1,
    padding: valueWords === undefined ? [2, 0, 0, 0] : [8, 8, 0, 0],
    legend: { show: false },
    scales: {
      x: { time: true, range: () => [current.current.range.from, current.current.range.to] },
      y: {
        range: (_plot, min, max) => {
          const { limits = [], most } = current.current.props;
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
          if (left === current.current.left) return;
          current.current.left = left;
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

/** Moves the cross-hair's line of a chart to a time, without telling anyone of it. */
function pointAt(plot: uPlot, current: Current, time: number | undefined): void {
  const left = time === undefined ? OFF : Math.round(plot.valToPos(time, 'x'));
  if (left === current.left) return;
  current.left = left;
  plot.setCursor({ left, top: left < 0 ? OFF : 0 }, false);
}

/** uPlot's own place for a cursor that is not shown. */
const OFF = -10;

/** Whether this page can draw on a canvas at all; where it cannot the text and the table have to do. */
function canDraw(): boolean {
  return document.createElement('canvas').getContext('2d') !== null;
}

/** Lines over time on a canvas: cheap enough to be drawn anew with every value. Says nothing to assistive technology. */
export function Plot(props: PlotProps): ReactNode {
  // A chart of other lines is another chart; new values of the same lines are not.
  const shape = props.lines.map(({ colour, faded, area }) => `${colour}${faded === true}${area === true}`).join();
  return <Drawn key={shape} {...props} />;
}

function Drawn(props: PlotProps): ReactNode {
  const { language, valueWords, timeZone, height } = props;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const hair = useCrossHair();
  const current = useRef<Current>({ props, range: props.span, left: OFF });
  const drawn = useRef<readonly PlotLine[]>(undefined);

  useEffect(() => {
    const element = host.current;
    if (element === null || !canDraw()) return undefined;
    const options = optionsFor(current, hair, {
      ...(language !== undefined && { language }),
      ...(valueWords !== undefined && { valueWords }),
      ...(timeZone !== undefined && { timeZone }),
    });
    const made = new uPlot(options, plotData(current.current.props.lines), element);
    plot.current = made;
    drawn.current = current.current.props.lines;
    const resize = () =>
      made.setSize({ width: Math.max(10, element.clientWidth), height: current.current.props.height });
    resize();
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    const endTheme = onThemeChange(() => made.redraw());
    let selection = hair.selection();
    const endHair = hair.subscribe(() => {
      pointAt(made, current.current, hair.time());
      if (hair.selection() === selection) return;
      selection = hair.selection();
      made.redraw(false);
    });
    return () => {
      observer.disconnect();
      endTheme();
      endHair();
      plot.current = undefined;
      made.destroy();
    };
  }, [hair, language, valueWords, timeZone]);

  useEffect(() => {
    current.current.props = props;
    current.current.range = props.span;
    const made = plot.current;
    if (made === undefined) return;
    if (made.height !== height) made.setSize({ width: made.width, height });
    if (drawn.current !== props.lines) {
      drawn.current = props.lines;
      made.setData(plotData(props.lines));
    } else made.redraw(false);
    pointAt(made, current.current, hair.time());
  });

  return <div ref={host} aria-hidden className="plot min-w-0" style={{ height }} />;
}
