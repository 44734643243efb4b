import { app } from 'electron';
import type { Log } from '../storage/log.ts';
import type { Windows } from './windows.ts';

/** How long the last writing may hold up the end of the app. */
const CLOSING_MS = 3_000;

/**
 * Second start, dock click, last window closed, quit.
 * @param close writes what is not yet on the disk and ends what runs; the app ends after it, or after 3 s.
 */
export function manageLifecycle(windows: Windows, close: () => Promise<void>, log: Log): void {
  app.on('second-instance', () => windows.focus());
  app.on('activate', () => windows.focus());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let closing = false;
  app.on('will-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    const deadline = setTimeout(() => app.exit(0), CLOSING_MS);
    close()
      .catch((thrown: unknown) =>
        log.error('closing failed', { kind: thrown instanceof Error ? thrown.name : 'unknown' }),
      )
      .finally(() => {
        clearTimeout(deadline);
        app.exit(0);
      });
  });
}
