/** The application's end: who may veto it, in which order its events come, and what is closed. */
import { EventEmitter } from 'node:events';
import { createEvent } from './events.ts';

/** What becomes `app`: Playwright's loader replaces its `emit`, so every event goes through it. */
export const appEvents = new EventEmitter().setMaxListeners(0);

interface Closable {
  close(): void;
}

/** The windows that are open, in order of opening. */
export const openWindows = new Map<number, Closable>();

const beforeExit: (() => Promise<void> | void)[] = [];
let quitting = false;
let exiting = false;

/** Runs something after the last event and before the process ends. */
export function onExit(run: () => Promise<void> | void): void {
  beforeExit.push(run);
}

export const isExiting = (): boolean => exiting;

/** `app.exit`: ends without asking. */
export async function exit(code = 0): Promise<void> {
  if (exiting) return;
  exiting = true;
  try {
    appEvents.emit('quit', createEvent(), code);
    await Promise.allSettled(beforeExit.map(async (run) => run()));
  } finally {
    process.exit(code);
  }
}

function finish(): void {
  const event = createEvent();
  appEvents.emit('will-quit', event);
  if (event.defaultPrevented) quitting = false;
  else void exit(0);
}

/** `app.quit`: asks everyone, closes the windows, ends. */
export function quit(): void {
  if (quitting || exiting) return;
  quitting = true;
  const event = createEvent();
  appEvents.emit('before-quit', event);
  if (event.defaultPrevented) {
    quitting = false;
    return;
  }
  if (openWindows.size === 0) finish();
  for (const window of [...openWindows.values()]) if (quitting) window.close();
}

/** A window has refused to close: the application goes on. */
export function quitVetoed(): void {
  quitting = false;
}

/** A window is gone; the last one ends the application unless it listens for that. */
export function windowGone(id: number): void {
  if (!openWindows.delete(id) || openWindows.size > 0 || exiting) return;
  if (quitting) finish();
  else if (appEvents.listenerCount('window-all-closed') > 0) appEvents.emit('window-all-closed');
  else quit();
}

/** A signal asks to quit, as in Electron, unless the application listens to it itself. */
export function quitOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) quit();
    });
}
