import { readFile } from 'node:fs/promises';
import { type Browser, chromium } from '@playwright/test';
import { BrowserPage } from './browser-page.ts';
import type { Source } from './source/source.ts';

/**
 * Opens the peer's page in a Chromium of its own, of the size of the console's window.
 * @param probe file of the built probe
 * @param sorted whether it keeps the worst first too
 */
export async function openPeer(
  source: Source,
  probe: string,
  sorted: boolean,
): Promise<{ readonly page: BrowserPage; readonly browser: Browser }> {
  const executablePath = process.env['ELECTRON_CHROMIUM_PATH'];
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${source.url}/peer/${sorted ? '?sorted' : ''}`);
  await page.locator('[data-row]').first().waitFor();
  return { page: await BrowserPage.attach(page, await readFile(probe, 'utf8')), browser };
}
