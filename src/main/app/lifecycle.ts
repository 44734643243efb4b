import { app } from 'electron';
import type { Log } from '../storage/log.ts';
import type { DeepLinks } from './deep-links.ts';
import type { Windows } from './windows.ts';

/** How long the last writing may hold up the end of the app. */
const CLOSING_MS = 3_000;

export interface LifecycleParts {
  readonly windows: Windows;
  readonly links: DeepLinks;
  /** Writes what is not yet on the disk and ends what runs; the app ends after it, or after 3 s. */
  readonly close: () => Promise<void>;
  readonly log: Log;
}

/** Second start (with a link, perhaps), dock click, last window closed, quit. */
export function manageLifecycle({ windows, links, close, log }: LifecycleParts): void {
  app.on('second-instance', (_event, args) => {
    if (!links.fromArguments(args)) windows.focus();
  });
  app.on('activate', () => windows.focus());
  app.on('before-quit', () => windows.ending());
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
