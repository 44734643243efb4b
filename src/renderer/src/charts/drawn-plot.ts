import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './plot.css';
import type { CrossHair } from './cross-hair.ts';
import { plotData } from './plot-data.ts';
import { type Current, OFF, type PlotWords, plotOptions } from './plot-options.ts';
import { isSeen, type PlotPicture, shapeOf } from './plot-picture.ts';
import { onThemeChange } from './plot-theme.ts';

/** A chart in an element of the page. */
export interface DrawnPlot {
  /** Draws what would differ by a pixel; the rest, and what nobody sees, is drawn when it matters. */
  readonly show: (picture: PlotPicture) => void;
  readonly destroy: () => void;
}

/** Charts this far out of sight are drawn all the same, so that scrolling finds them whole. */
const NEAR = '300px 0px';

/** Whether this page can draw on a canvas at all; where it cannot the text and the table have to do. */
function canDraw(): boolean {
  return document.createElement('canvas').getContext('2d') !== null;
}

const NOTHING: DrawnPlot = { show: () => undefined, destroy: () => undefined };

/** Draws lines over time into an element, and shares its cross-hair and selection. */
export function createDrawnPlot(host: HTMLElement, hair: CrossHair, words: PlotWords, first: PlotPicture): DrawnPlot {
  if (!canDraw()) return NOTHING;
  const current: Current = { picture: first, left: OFF };
  let drawn = first;
  let made = make();
  let near = true;
  /** Something newer than what is drawn waits until somebody looks. */
  let waits = false;
  let selection = hair.selection();

  function make(): uPlot {
    const plot = new uPlot(plotOptions(current, hair, words), plotData(current.picture.lines), host);
    plot.setSize({ width: Math.max(10, host.clientWidth), height: current.picture.height });
    return plot;
  }

  function draw(): void {
    waits = false;
    const { picture } = current;
    const before = drawn;
    drawn = picture;
    if (shapeOf(before) !== shapeOf(picture)) {
      // A chart of other lines is another chart.
      made.destroy();
      made = make();
    } else {
      if (made.height !== picture.height) made.setSize({ width: made.width, height: picture.height });
      if (before.lines === picture.lines) made.redraw(false);
      else made.setData(plotData(picture.lines));
    }
    point();
  }

  /** Moves the cross-hair's line to the time under the pointer, without telling anyone of it. */
  function point(): void {
    const time = hair.time();
    const left = time === undefined ? OFF : Math.round(made.valToPos(time, 'x'));
    if (left === current.left) return;
    current.left = left;
    made.setCursor({ left, top: left < 0 ? OFF : 0 }, false);
  }

  const catchUp = () => {
    if (waits && near && !document.hidden) draw();
  };
  const beforePrint = () => {
    if (waits) draw();
  };
  const resized = new ResizeObserver(() =>
    made.setSize({ width: Math.max(10, host.clientWidth), height: current.picture.height }),
  );
  resized.observe(host);
  const sight =
    typeof IntersectionObserver === 'undefined'
      ? undefined
      : new IntersectionObserver(
          ([entry]) => {
            near = entry?.isIntersecting ?? true;
            catchUp();
          },
          { rootMargin: NEAR },
        );
  sight?.observe(host);
  document.addEventListener('visibilitychange', catchUp);
  window.addEventListener('beforeprint', beforePrint);
  const endTheme = onThemeChange(() => made.redraw());
  const endHair = hair.subscribe(() => {
    point();
    if (hair.selection() === selection) return;
    selection = hair.selection();
    made.redraw(false);
  });

  return {
    show(picture) {
      const topOf = (value: number) => made.valToPos(value, 'y', true);
      if (!waits && !isSeen(picture, { picture: drawn, width: made.bbox.width, topOf })) return;
      current.picture = picture;
      waits = true;
      catchUp();
    },
    destroy() {
      resized.disconnect();
      sight?.disconnect();
      document.removeEventListener('visibilitychange', catchUp);
      window.removeEventListener('beforeprint', beforePrint);
      endTheme();
      endHair();
      made.destroy();
    },
  };
}
