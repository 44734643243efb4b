import type { Browser } from '@playwright/test';
import { openBrowser } from '../lib/browser.ts';
import { ProbePage } from './probe-page.ts';
import type { Source } from './source/source.ts';

/**
 * Opens the peer's page in a Chromium of its own, of the size of the console's window.
 * @param probe the probe's code
 * @param sorted whether it keeps the worst first too
 */
export async function openPeer(
  source: Source,
  probe: string,
  sorted: boolean,
): Promise<{ readonly page: ProbePage; readonly browser: Browser }> {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${source.url}/peer/${sorted ? '?sorted' : ''}`);
  return { page: await ProbePage.attach(page, probe), browser };
}
