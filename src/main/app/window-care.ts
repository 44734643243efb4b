import type { BrowserWindow } from 'electron';
import type { Preferences } from '../../shared/models/preferences.ts';
import type { WatchedPage } from '../windows/keep-alive.ts';
import type { PlaceBook } from '../windows/kept-places.ts';
import { type KeptBounds, placeFor, remember } from '../windows/placement.ts';
import { type LastView, startRoute, viewOf } from '../windows/start-view.ts';
import { displays } from './displays.ts';

/** How long a window has to rest before its place is written down. */
const REST_MS = 500;

/** Remembers where windows stand, for each display, and with what the main one begins. */
export interface WindowPlaces {
  placeFor(kind: string, display?: string): KeptBounds | undefined;
  /** The route that the main window begins with; '' for none of its own. */
  firstRoute(): string;
  /** Writes down where the window stands whenever it was moved or sized, and which view the main one shows. */
  follow(window: BrowserWindow, kind: string): void;
}

/** @param book where the places are kept; @param last the view that is kept; @param startWith what the operator prefers. */
export function windowPlaces(book: PlaceBook, last: LastView, startWith: () => Preferences['startWith']): WindowPlaces {
  return {
    placeFor: (kind, display) => placeFor(book.get(), kind, displays(), display),
    firstRoute: () => startRoute(startWith(), last.get()),
    follow(window, kind) {
      if (kind === 'main') keepView(window, last);
      let timer: NodeJS.Timeout | undefined;
      const write = (): void => {
        clearTimeout(timer);
        timer = undefined;
        // A wall that fills its screen keeps the place it had before.
        if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
        const { x, y, width, height } = window.getNormalBounds();
        const kept = { x, y, width, height, maximized: window.isMaximized() };
        book.set(remember(book.get(), kind, kept, displays()));
      };
      const soon = (): void => {
        clearTimeout(timer);
        timer = setTimeout(write, REST_MS);
      };
      window.on('move', soon);
      window.on('resize', soon);
      window.on('close', write);
    },
  };
}

function keepView({ webContents }: BrowserWindow, last: LastView): void {
  webContents.on('did-navigate-in-page', (_event, url, isMainFrame) => {
    const view = isMainFrame ? viewOf(url) : undefined;
    if (view !== undefined && view !== last.get()) last.set(view);
  });
}

/** A window's page as `keepAlive` watches it. */
export function watchedPage(window: BrowserWindow): WatchedPage {
  const { webContents } = window;
  const unlessClosed = (act: () => void) => () => {
    if (!window.isDestroyed()) act();
  };
  return {
    onGone: (listener) => void webContents.on('render-process-gone', (_event, { reason }) => listener(reason)),
    onHang: (listener) => void window.on('unresponsive', listener),
    onAnswer: (listener) => void window.on('responsive', listener),
    onClosed: (listener) => void window.once('closed', listener),
    crash: unlessClosed(() => webContents.forcefullyCrashRenderer()),
    reload: unlessClosed(() => webContents.reload()),
  };
}
