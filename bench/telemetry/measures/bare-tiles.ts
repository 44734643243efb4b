import type { Browser } from '@playwright/test';
import { PageMeter } from '../../lib/page-meter.ts';

/** Changes every text of the page that `openBareTiles` opens. */
export const BARE_ANSWER = 'answer';

/**
 * The limit of a board whose numbers change: a page of as many boxes as tiles, each with a name and a number, without style
 * sheet, library or chart.
 */
export async function openBareTiles(browser: Browser, count: number): Promise<PageMeter> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  const tile = (place: number) =>
    `<div style="display: inline-block; width: 360px; height: 140px"><h2>Tile ${place}</h2><p>0</p></div>`;
  await page.setContent(Array.from({ length: count }, (_, place) => tile(place)).join(''));
  await page.evaluate(`{
    const texts = [...document.querySelectorAll('p')].map((line) => line.firstChild);
    let turn = 0;
    globalThis.answer = () => {
      turn += 1;
      for (const text of texts) text.data = (turn * 7.3).toFixed(1);
    };
  }`);
  return PageMeter.attach(page);
}
