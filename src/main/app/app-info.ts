import { app } from 'electron';
import type { AppInfo } from '../../shared/models/preferences.ts';

/** What this console is and runs on. */
export function appInfo(): AppInfo {
  return {
    version: app.getVersion(),
    platform: process.platform,
    // What plays Electron's part where its binary cannot be had says so by this symbol (docs/electron-chromium.md).
    runtime: Symbol.for('electron-chromium') in globalThis ? 'electron-chromium' : 'electron',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    embeddedAvailable: true,
  };
}
