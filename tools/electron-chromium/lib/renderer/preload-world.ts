/**
 * Runs in the preload's isolated world before the page's scripts: `ipcRenderer`, `contextBridge` and a sandboxed
 * preload's `require`. Turned to text: it uses nothing from outside its body.
 */
import type { makeCodec } from '../codec.ts';
import type { makeBridge } from './bridge.ts';
import type { LinkNames, PageWindow } from './page-types.ts';

export interface PreloadScript {
  readonly file: string;
  run(require: (name: string) => unknown, process: object, global: object, module: { exports: object }): void;
}

/** What a page tells the main process. */
export type FromPage =
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'open'; url: string; target: string; features: string }
  | { kind: 'close' }
  | { kind: 'title'; title: string }
  | { kind: 'context-menu'; x: number; y: number; isEditable: boolean; selectionText: string }
  | { kind: 'preload-error'; file: string; message: string };

/** What the main process tells a page. */
export type ToPage =
  | { kind: 'event'; channel: string; args: unknown[] }
  | { kind: 'reply'; id: number; ok: true; value: unknown }
  | { kind: 'reply'; id: number; ok: false; error: string };

/**
 * Prepares the preload's world and runs the preload.
 * @param page its window
 * @param names the link's names
 * @param processFields what `process` shows there
 * @param connect the bridge's code
 * @param createCodec the codec's code
 * @param preloads the preload scripts
 */
export function preloadWorld(
  page: PageWindow,
  names: LinkNames,
  processFields: object,
  connect: typeof makeBridge,
  createCodec: typeof makeCodec,
  preloads: readonly PreloadScript[],
): void {
  type Listener = (...args: unknown[]) => void;

  const codec = createCodec();
  const binding: unknown = Reflect.get(globalThis, names.binding);
  Reflect.deleteProperty(globalThis, names.binding);
  // Electron runs preloads in the top frame only.
  if (page !== page.top || typeof binding !== 'function') return;
  // What is told while messages are taken goes with the answer to them: a call of the binding is a message of its own.
  // What is told right after may overtake it, hence the numbers.
  let answers: string[] | undefined;
  let lastTold = 0;
  const tell = (message: FromPage): void => {
    const encoded = codec.encode(message);
    const text = `${++lastTold} ${encoded}`;
    if (answers === undefined) binding(text);
    else answers.push(text);
  };

  // The APIs exposed before the page's world has answered.
  const early: (() => void)[] = [];
  let expose: ((key: string, api: unknown) => void) | undefined;
  page.addEventListener(`${names.key}-element`, (event) => {
    event.stopImmediatePropagation();
    if (expose || !event.relatedTarget) return;
    const bridge = connect(page, event.relatedTarget, 'preload', 'page');
    expose = bridge.expose;
    expose(names.key, {
      open: (url: string, target: string, features: string) => tell({ kind: 'open', url, target, features }),
      close: () => tell({ kind: 'close' }),
    });
    for (const run of early.splice(0)) run();
  });
  page.dispatchEvent(new page.Event(`${names.key}-ask`));

  class Emitter {
    private readonly all = new Map<string, { listener: Listener; original: Listener }[]>();

    on(channel: string, listener: Listener, original = listener): this {
      this.all.set(channel, [...(this.all.get(channel) ?? []), { listener, original }]);
      return this;
    }

    once(channel: string, listener: Listener): this {
      const once: Listener = (...args) => {
        this.off(channel, listener);
        listener(...args);
      };
      return this.on(channel, once, listener);
    }

    off(channel: string, listener: Listener): this {
      const list = this.all.get(channel) ?? [];
      const index = list.findIndex(({ original }) => original === listener);
      if (index >= 0) this.all.set(channel, list.toSpliced(index, 1));
      return this;
    }

    addListener(channel: string, listener: Listener): this {
      return this.on(channel, listener);
    }

    removeListener(channel: string, listener: Listener): this {
      return this.off(channel, listener);
    }

    removeAllListeners(channel?: string): this {
      if (channel === undefined) this.all.clear();
      else this.all.delete(channel);
      return this;
    }

    listenerCount(channel: string): number {
      return this.all.get(channel)?.length ?? 0;
    }

    emit(channel: string, ...args: unknown[]): boolean {
      const list = this.all.get(channel) ?? [];
      for (const { listener } of list) {
        // A failing listener is reported as an uncaught error and does not hold back the others.
        try {
          listener(...args);
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
      }
      return list.length > 0;
    }
  }

  const missing = (name: string) => (): never => {
    throw new Error(`electron-chromium: ${name} is not implemented`);
  };
  const invoked = new Map<number, { channel: string; resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  const ipcRenderer = Object.assign(new Emitter(), {
    send: (channel: string, ...args: unknown[]) => tell({ kind: 'send', channel, args }),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        tell({ kind: 'invoke', id, channel, args });
        invoked.set(id, { channel, resolve, reject });
      }),
    sendSync: missing('ipcRenderer.sendSync'),
    postMessage: missing('ipcRenderer.postMessage'),
    sendToHost: missing('ipcRenderer.sendToHost'),
  });

  function receive(message: ToPage): void {
    if (message.kind === 'event') {
      ipcRenderer.emit(message.channel, { sender: ipcRenderer, ports: [] }, ...message.args);
      return;
    }
    const call = invoked.get(message.id);
    invoked.delete(message.id);
    if (message.ok) call?.resolve(message.value);
    else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${message.error}`));
  }
  Object.defineProperty(globalThis, names.receive, {
    // The texts come from the main process alone.
    value: (queue: string[], aside: string[]): string[] | undefined => {
      const told: string[] = [];
      answers = told;
      try {
        for (const text of queue) receive(codec.decode(text, aside) as ToPage);
      } finally {
        answers = undefined;
      }
      return told.length === 0 ? undefined : told;
    },
  });

  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      if (expose) expose(key, api);
      else early.push(() => expose?.(key, api));
    },
    exposeInIsolatedWorld: missing('contextBridge.exposeInIsolatedWorld'),
    executeInMainWorld: missing('contextBridge.executeInMainWorld'),
  };
  // Chromium tells a page's file's path to nobody; Electron's answer for a file that was made by a script is the same.
  const webUtils = { getPathForFile: (_file: unknown): string => '' };
  const electron = { contextBridge, ipcRenderer, webUtils };
  const modules: Record<string, unknown> = {
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    events: { EventEmitter: Emitter },
    timers: { setTimeout, clearTimeout, setInterval, clearInterval },
    url: { URL, URLSearchParams },
  };
  const require = (name: string): unknown => {
    const found = Object.entries(modules).find(([known]) => known === name.replace(/^node:/, ''));
    if (!found) throw new Error(`module not found: ${name}`);
    return found[1];
  };

  let lastTitle = '';
  const tellTitle = () => {
    const { title } = page.document;
    if (title === lastTitle || title === '') return;
    lastTitle = title;
    tell({ kind: 'title', title });
  };
  // Of the whole document, each change of a text would be noted.
  page.document.addEventListener('DOMContentLoaded', () => {
    tellTitle();
    const observed = { subtree: true, childList: true, characterData: true };
    new page.MutationObserver(tellTitle).observe(page.document.head, observed);
  });

  page.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) return;
    // Electron shows no menu of its own.
    event.preventDefault();
    const [target] = event.composedPath();
    const field =
      target instanceof page.HTMLInputElement || target instanceof page.HTMLTextAreaElement ? target : undefined;
    const isEditable = field !== undefined && !field.readOnly && !field.disabled;
    const selectionText =
      field === undefined
        ? String(page.getSelection() ?? '')
        : field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
    tell({ kind: 'context-menu', x: event.clientX ?? 0, y: event.clientY ?? 0, isEditable, selectionText });
  });

  for (const { file, run } of preloads) {
    try {
      run(require, { ...processFields, type: 'renderer', sandboxed: true, contextIsolated: true }, globalThis, {
        exports: {},
      });
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tell({ kind: 'preload-error', file, message });
    }
  }
}
