import { type Browser, chromium } from '@playwright/test';
import { chooseRuntime } from '../../scripts/lib/runtime.mjs';

/** Opens the Chromium that the console runs on, or Playwright's own, for a page that the console is compared with. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = chooseRuntime().env['ELECTRON_CHROMIUM_PATH'] ?? process.env['ELECTRON_CHROMIUM_PATH'];
  return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] });
}
