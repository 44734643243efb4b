// Three pages in one: the console's own chart, recharts as it is commonly written, and a frame without either.
import { createElement, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { LineChart, Line as RechartsLine, XAxis, YAxis } from 'recharts';
import { Plot } from '../../../src/renderer/src/charts/plot.tsx';
import type { PlotLine } from '../../../src/renderer/src/charts/plot-data.ts';
import { SERIES } from '../../../src/renderer/src/charts/plot-theme.ts';

type Kind = 'console' | 'recharts' | 'empty';

const WIDTH = 1_200;
const HEIGHT = 400;
const words = (value: number) => value.toFixed(0);

/** Series that wander, the same each time; one more point with each step, the oldest gone. */
function makeSeries(count: number, points: number) {
  const at = Array.from({ length: points }, (_, index) => index * 1_000);
  const values = Array.from({ length: count }, (_, series) =>
    at.map((time) => 50 + series * 5 + 20 * Math.sin(time / 40_000 + series)),
  );
  return {
    /** The last `points` points, as new arrays: what a live chart gets with every value. */
    step() {
      const time = (at.at(-1) ?? 0) + 1_000;
      at.push(time);
      at.shift();
      for (const [series, line] of values.entries()) {
        line.push(50 + series * 5 + 20 * Math.sin(time / 40_000 + series));
        line.shift();
      }
    },
    at,
    values,
  };
}

function consoleChart({ at, values }: ReturnType<typeof makeSeries>): ReactNode {
  const times = [...at];
  const lines = values.map((line, index): PlotLine => {
    return { line: { at: times, values: [...line] }, colour: SERIES[index % SERIES.length] ?? 'fg-3' };
  });
  const span = { from: times[0] ?? 0, to: times.at(-1) ?? 1 };
  return createElement(Plot, { lines, span, height: HEIGHT, valueWords: words, language: 'en', timeZone: 'UTC' });
}

function rechartsChart({ at, values }: ReturnType<typeof makeSeries>): ReactNode {
  const data = at.map((time, index) => ({
    time,
    ...Object.fromEntries(values.map((line, n) => [`v${n}`, line[index]])),
  }));
  const axes = [createElement(XAxis, { key: 'x', dataKey: 'time' }), createElement(YAxis, { key: 'y' })];
  const lines = values.map((_, n) =>
    createElement(RechartsLine, { key: n, dataKey: `v${n}`, dot: false, isAnimationActive: false, stroke: '#4cc2ff' }),
  );
  return createElement(LineChart, { width: WIDTH, height: HEIGHT, data }, ...axes, ...lines);
}

const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
const task = () => new Promise((done) => setTimeout(done));

/** Draws once, then takes `updates` values, each drawn in a frame of its own. */
async function draw(kind: Kind, count: number, points: number): Promise<(updates: number) => Promise<void>> {
  const host = document.createElement('div');
  host.style.width = `${WIDTH}px`;
  document.body.replaceChildren(host);
  const root = createRoot(host);
  const series = makeSeries(count, points);
  const render = () => {
    if (kind === 'empty') return;
    root.render(kind === 'console' ? consoleChart(series) : rechartsChart(series));
  };
  render();
  for (let frame = 0; frame < 5; frame += 1) await nextFrame();
  return async (updates) => {
    for (let done = 0; done < updates; done += 1) {
      if (kind !== 'empty') series.step();
      render();
      await nextFrame();
      await task();
    }
  };
}

let run: ((updates: number) => Promise<void>) | undefined;
Object.assign(globalThis, {
  benchCharts: {
    draw: async (kind: Kind, count: number, points: number) => {
      run = await draw(kind, count, points);
    },
    run: (updates: number) => run?.(updates),
  },
});
