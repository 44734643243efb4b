import type { Clock } from '../storage/clock.ts';
import { CrashPause } from './crash-pause.ts';

/** A page that hangs longer than this is ended and loaded again; nothing is lost with a page. */
export const HANG_MS = 15_000;

/** What is watched of a window; `app/window-care.ts` makes it of a BrowserWindow. */
export interface WatchedPage {
  /** Called with Electron's reason when the page's process is gone. */
  onGone(listener: (reason: string) => void): void;
  onHang(listener: () => void): void;
  onAnswer(listener: () => void): void;
  onClosed(listener: () => void): void;
  /** Ends the page's process; `onGone` follows. */
  crash(): void;
  reload(): void;
}

/**
 * Loads a crashed page again: at once, and ever more seldom while it keeps crashing, but never given up. A page that hangs
 * is ended first: a wall in kiosk mode has nobody to close it.
 */
export function keepAlive(page: WatchedPage, clock: Clock): void {
  const pause = new CrashPause();
  let cancelReload = (): void => undefined;
  let cancelHang = (): void => undefined;
  page.onGone((reason) => {
    cancelHang();
    if (reason === 'clean-exit') return;
    cancelReload();
    cancelReload = clock.after(pause.next(clock.now()), () => page.reload());
  });
  page.onHang(() => {
    cancelHang();
    cancelHang = clock.after(HANG_MS, () => page.crash());
  });
  page.onAnswer(() => cancelHang());
  page.onClosed(() => {
    cancelReload();
    cancelHang();
  });
}
