// Mission Control's speed: charts, a board of fifty tiles, a shift of eight hours, and the start. The method is in README.md.
import { chooseRuntime } from '../../scripts/lib/runtime.mjs';
import { openBrowser } from '../lib/browser.ts';
import { option } from '../lib/options.ts';
import { reportBoard } from './measures/board.ts';
import { reportCharts } from './measures/charts.ts';
import { reportStart } from './measures/start.ts';

// Playwright reads from its own environment which Electron to launch.
Object.assign(process.env, chooseRuntime().env);
const wanted = (part: string) => option('only')?.split(',').includes(part) ?? true;
const browser = await openBrowser();
try {
  if (wanted('charts')) await reportCharts(browser);
  if (wanted('board')) await reportBoard(browser);
  if (wanted('start')) await reportStart(browser);
} finally {
  await browser.close();
}
