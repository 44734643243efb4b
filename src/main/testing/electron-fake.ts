import { EventEmitter } from 'node:events';

/**
 * Stands in for `electron` in unit tests (vitest alias): importing the real package from Node would download its
 * binary. It holds only what the tested modules touch at import time or are handed in tests.
 */
type Listener = (...args: unknown[]) => unknown;

class FakeIpcMain extends EventEmitter {
  readonly handlers = new Map<string, Listener>();
  handle(channel: string, listener: Listener): void {
    this.handlers.set(channel, listener);
  }
}

export const ipcMain = new FakeIpcMain();
export const app = Object.assign(new EventEmitter(), { getPath: () => '', quit: () => undefined });
export const protocol = { handle: () => undefined, registerSchemesAsPrivileged: () => undefined };
export const opened: string[] = [];
export const shell = {
  openExternal: async (url: string): Promise<void> => {
    opened.push(url);
  },
};

export const safeStorage = {};
export const dialog = {};
export const clipboard = {};
export const BrowserWindow = {};
export const utilityProcess = {};
export const nativeTheme = new EventEmitter();
export const powerMonitor = new EventEmitter();

/** Records what is shown without holding it: what the console must hold itself shows by what is collected. */
export class Notification extends EventEmitter {
  static readonly shown: { readonly title: string; readonly notification: WeakRef<Notification> }[] = [];
  readonly #title: string;

  constructor({ title = '' }: { readonly title?: string }) {
    super();
    this.#title = title;
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    Notification.shown.push({ title: this.#title, notification: new WeakRef(this) });
  }

  close(): void {
    this.emit('close');
  }
}
