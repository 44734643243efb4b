/** `BrowserWindow`. */
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { app, isReady } from './app.ts';
import { browserSession, type Page } from './browser.ts';
import { createEvent } from './events.ts';
import { openWindows, quitVetoed, windowGone } from './lifecycle.ts';
import type { StoredImage } from './native-image.ts';
import { WebContents } from './web-contents.ts';
import { WindowFrame } from './window-frame.ts';
import { applySize, applyState } from './window-state.ts';

const all = new Map<number, BrowserWindow>();
let focused: BrowserWindow | null = null;

function refuseUnsafe({ webPreferences = {} }: BrowserWindowConstructorOptions): void {
  const { nodeIntegration, contextIsolation, sandbox, webviewTag } = webPreferences;
  if (nodeIntegration || webviewTag || contextIsolation === false || sandbox === false)
    throw new Error('electron-chromium: only isolated, sandboxed windows without Node and webviews are implemented');
}

export class BrowserWindow extends WindowFrame {
  readonly id: number;
  readonly webContents: WebContents;
  private isClosing = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    if (!isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseUnsafe(options);
    super(options, app.getName());
    this.webContents = new WebContents(this.contentsOwner(), options.webPreferences?.preload, () => this.endOfPage());
    this.id = this.webContents.id;
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    all.set(this.id, this);
    openWindows.set(this.id, this);
    this.onPage(async (page) => {
      await applySize(page, this.bounds);
      await applyState(page, this.state);
    });
    app.emit('web-contents-created', createEvent(), this.webContents);
    app.emit('browser-window-created', createEvent(), this);
    if (this.state.isVisible) this.takeFocus();
  }

  private contentsOwner() {
    return {
      close: () => this.close(),
      isFocused: () => this.isFocused(),
      setPageTitle: (title: string) => {
        const event = createEvent();
        this.emit('page-title-updated', event, title, true);
        if (!event.defaultPrevented) this.titleText = title;
      },
      openChild: (options: BrowserWindowConstructorOptions, url: string) => {
        const child = new BrowserWindow(options);
        child.loadURL(url).catch(() => {});
        return child;
      },
    };
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  loadFile(...args: Parameters<WebContents['loadFile']>): Promise<void> {
    return this.webContents.loadFile(...args);
  }

  reload(): void {
    this.webContents.reload();
  }

  capturePage(area?: Rectangle): Promise<StoredImage> {
    return this.webContents.capturePage(area);
  }

  close(): void {
    if (this.isGone || this.isClosing) return;
    const event = createEvent();
    this.emit('close', event);
    if (event.defaultPrevented) {
      quitVetoed();
    } else if (!this.isGone) {
      this.isClosing = true;
      setImmediate(() => this.destroy());
    }
  }

  destroy(): void {
    if (this.isGone) return;
    this.isGone = true;
    all.delete(this.id);
    if (focused === this) focused = null;
    this.webContents._opened
      .then(async ({ targetId }) => (await browserSession()).send('Target.closeTarget', { targetId }))
      .catch(() => {});
    this.webContents._destroy();
    this.emit('closed');
    windowGone(this.id);
  }

  /** The page has gone by itself: a real window's close button. Too late for a veto. */
  private endOfPage(): void {
    if (this.isGone) return;
    if (!this.isClosing) this.emit('close', createEvent());
    this.destroy();
  }

  isFocused = (): boolean => focused === this;

  focus(): void {
    this.takeFocus();
  }

  blur(): void {
    if (focused !== this) return;
    focused = null;
    this.emit('blur');
    app.emit('browser-window-blur', createEvent(), this);
  }

  protected takeFocus(): void {
    if (focused === this || this.isGone) return;
    focused?.blur();
    focused = this;
    this.onPage(({ session }) => session.send('Page.bringToFront'));
    setImmediate(() => {
      if (focused !== this) return;
      this.emit('focus');
      app.emit('browser-window-focus', createEvent(), this);
    });
  }

  /** Does something with the page in the order asked; a page that has gone needs nothing. */
  protected onPage(run: (page: Page) => Promise<unknown>): void {
    this.webContents._opened.then(run).catch(() => {});
  }

  static getAllWindows(): BrowserWindow[] {
    return [...all.values()];
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focused;
  }

  static fromId(id: number): BrowserWindow | null {
    return all.get(id) ?? null;
  }

  static fromWebContents(contents: unknown): BrowserWindow | null {
    return [...all.values()].find(({ webContents }) => webContents === contents) ?? null;
  }
}
