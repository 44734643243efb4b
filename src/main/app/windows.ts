import { join } from 'node:path';
import { BrowserWindow, type WebContents } from 'electron';
import { windowPreferences } from '../security/window-preferences.ts';

export interface WindowOptions {
  /** Address of the page: `app://console/index.html`, or the dev server in development. */
  readonly page: string;
  readonly preload: string;
  readonly show: boolean;
}

/** The console's windows. They hold no state: main does, so a window may be closed or crash and be opened again. */
export class Windows {
  readonly #options: WindowOptions;

  constructor(options: WindowOptions) {
    this.#options = options;
  }

  /**
   * Opens a window on a route of the page.
   * @param route the part behind `#`, e.g. `/live`; empty for the page's own choice.
   */
  open(route = ''): BrowserWindow {
    const window = new BrowserWindow({
      width: 1440,
      height: 900,
      minWidth: 1024,
      minHeight: 700,
      show: false,
      title: 'Dialai Console',
      // The dark theme's background, so that a window opens without a white flash.
      backgroundColor: '#0e1116',
      autoHideMenuBar: true,
      webPreferences: windowPreferences(this.#options.preload),
    });
    window.once('ready-to-show', () => {
      if (this.#options.show) window.show();
    });
    window.webContents.on('render-process-gone', (_event, details) => {
      // Nothing is lost with the page: reload it, unless it keeps dying at once.
      if (details.reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
    });
    void window.loadURL(route === '' ? this.#options.page : `${this.#options.page}#${route}`);
    return window;
  }

  /** Brings a window to the front, opening one when there is none. */
  focus(): BrowserWindow {
    const window = BrowserWindow.getAllWindows()[0] ?? this.open();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    return window;
  }

  isVisible(contents: WebContents): boolean {
    const window = BrowserWindow.fromWebContents(contents);
    return window !== null && !window.isDestroyed() && window.isVisible() && !window.isMinimized();
  }
}

/** Where the bundles lie beside main's own. */
export function bundlePaths(mainFolder: string): { preload: string; pages: string; simulator: string } {
  return {
    preload: join(mainFolder, '../preload/index.cjs'),
    pages: join(mainFolder, '../renderer'),
    simulator: join(mainFolder, 'simulator.js'),
  };
}
