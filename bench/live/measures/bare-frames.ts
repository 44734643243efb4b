import { setTimeout as pause } from 'node:timers/promises';
import { openBrowser } from '../../lib/browser.ts';
import { quick, RUNS } from '../../lib/options.ts';
import { PageMeter } from '../../lib/page-meter.ts';
import { repeat } from '../../lib/repeat.ts';
import { median } from '../../lib/report.ts';

const MS = 3_000;
const ROWS = 27;
const COLUMNS = 12;

/**
 * The limit of a window that draws so many frames a second: a page with as many cells as the console shows, without style
 * sheet, library or stream, of which one text changes at a time.
 * @returns the share of the time that the page's main thread works, the median of several runs
 */
export async function bareFrames(perSecond: number): Promise<number> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const cell = (row: number, column: number) => `<td>Cell ${row} ${column}</td>`;
    const row = (at: number) => `<tr>${Array.from({ length: COLUMNS }, (_, column) => cell(at, column)).join('')}</tr>`;
    await page.setContent(`<table>${Array.from({ length: ROWS }, (_, at) => row(at)).join('')}</table>`);
    await page.evaluate(`{
      const texts = [...document.querySelectorAll('td')].map((cell) => cell.firstChild);
      let turn = 0;
      setInterval(() => { texts[turn++ * 7 % texts.length].data = 'Now ' + turn; }, ${1000 / perSecond});
    }`);
    const meter = await PageMeter.attach(page);
    const runs = await repeat(async () => {
      const [busy, since] = [await meter.busySeconds(), performance.now()];
      await pause(quick ? MS / 2 : MS);
      return ((await meter.busySeconds()) - busy) / ((performance.now() - since) / 1000);
    }, RUNS);
    return median(runs);
  } finally {
    await browser.close();
  }
}
