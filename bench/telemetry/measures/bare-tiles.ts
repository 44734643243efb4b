import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { PageMeter } from '../../lib/page-meter.ts';

/** Changes everything on a page that `openBareTiles` opens. */
export const BARE_ANSWER = 'answer';

/** Points of a chart, as the board has them: an hour by the half minute. */
const POINTS = 120;
const uPlot = fileURLToPath(import.meta.resolve('uplot/dist/uPlot.iife.min.js'));

/** Draws a chart of the library's into each box; told with each answer to move on by a point. */
const CHARTS = `
  const line = (turn, place) => {
    const at = Array.from({ length: ${POINTS} }, (_, point) => turn + point);
    return [at, at.map((time) => 20 + 10 * Math.sin(time / 7 + place))];
  };
  const charts = [...document.querySelectorAll('div.tile')].map((tile, place) => new uPlot({
    width: 340, height: 52, legend: { show: false }, cursor: { show: false }, scales: { x: { time: false } },
    axes: [{ show: false }, { show: false }], series: [{}, { stroke: '#39f', width: 1.5, points: { show: false } }],
  }, line(0, place), tile));
  draw = (turn) => {
    for (const [place, chart] of charts.entries()) chart.setData(line(turn, place));
  };`;

/**
 * The limit of a board whose values change: a page of as many boxes as tiles, each with a name and a number, with a line by
 * the charts' own library or without, and without style sheet, React or anything else.
 */
export async function openBareTiles(browser: Browser, count: number, charts: boolean): Promise<PageMeter> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const tile = (place: number) =>
    `<div class="tile" style="display: inline-block; width: 360px; height: 140px"><h2>Tile ${place}</h2><p>0</p></div>`;
  await page.setContent(Array.from({ length: count }, (_, place) => tile(place)).join(''));
  if (charts) await page.addScriptTag({ path: uPlot });
  await page.evaluate(`{
    const texts = [...document.querySelectorAll('p')].map((line) => line.firstChild);
    let turn = 0;
    let draw = () => undefined;
    ${charts ? CHARTS : ''}
    globalThis.answer = () => {
      turn += 1;
      for (const text of texts) text.data = (turn * 7.3).toFixed(1);
      draw(turn);
    };
  }`);
  return PageMeter.attach(page);
}
