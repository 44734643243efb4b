/** `BrowserWindow`. */
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { app, isReady } from './app.ts';
import { browserSession, type Page } from './browser.ts';
import { createEvent } from './events.ts';
import { openWindows, quitVetoed, windowGone } from './lifecycle.ts';
import type { StoredImage } from './native-image.ts';
import { record } from './records.ts';
import { strict } from './strict.ts';
import { WebContents } from './web-contents.ts';
import { applyPosition, applySize, applyState, type Bounds } from './window-state.ts';

const defaultSize = { width: 800, height: 600 };
const all = new Map<number, BrowserWindow>();
let focused: BrowserWindow | null = null;

function refuseUnsafe({ webPreferences = {} }: BrowserWindowConstructorOptions): void {
  const { nodeIntegration, contextIsolation, sandbox, webviewTag } = webPreferences;
  if (nodeIntegration || webviewTag || contextIsolation === false || sandbox === false)
    throw new Error('electron-chromium: only isolated, sandboxed windows without Node and webviews are implemented');
}

export class BrowserWindow extends EventEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  private readonly options: BrowserWindowConstructorOptions;
  private readonly bounds: Bounds;
  private readonly state = { isVisible: true, isMinimized: false, isMaximized: false, isFullScreen: false };
  private titleText: string;
  private minimumSize: [number, number];
  private isKioskMode: boolean;
  private isOnTop: boolean;
  private isClosing = false;
  private isGone = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseUnsafe(options);
    this.options = options;
    this.bounds = { ...defaultSize, x: 0, y: 0, ...pickBounds(options) };
    this.titleText = options.title ?? app.getName();
    this.minimumSize = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.isKioskMode = options.kiosk ?? false;
    this.isOnTop = options.alwaysOnTop ?? false;
    this.state.isVisible = options.show ?? true;
    this.state.isFullScreen = (options.fullscreen ?? false) || this.isKioskMode;
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

  show(): void {
    this.showInactive();
    this.takeFocus();
  }

  showInactive(): void {
    if (this.state.isVisible) return;
    this.change({ isVisible: true }, 'show');
  }

  hide(): void {
    if (!this.state.isVisible) return;
    this.change({ isVisible: false }, 'hide');
    this.blur();
  }

  focus(): void {
    this.takeFocus();
  }

  blur(): void {
    if (focused !== this) return;
    focused = null;
    this.emit('blur');
    app.emit('browser-window-blur', createEvent(), this);
  }

  minimize(): void {
    if (this.state.isMinimized) return;
    this.change({ isMinimized: true }, 'minimize');
    this.blur();
  }

  restore(): void {
    if (!this.state.isMinimized) return;
    this.change({ isMinimized: false }, 'restore');
    this.takeFocus();
  }

  maximize(): void {
    if (!this.state.isMaximized) this.change({ isMaximized: true }, 'maximize');
  }

  unmaximize(): void {
    if (this.state.isMaximized) this.change({ isMaximized: false }, 'unmaximize');
  }

  setFullScreen(isFullScreen: boolean): void {
    if (this.state.isFullScreen === isFullScreen) return;
    this.change({ isFullScreen }, isFullScreen ? 'enter-full-screen' : 'leave-full-screen');
  }

  setKiosk(isKiosk: boolean): void {
    this.isKioskMode = isKiosk;
    this.setFullScreen(isKiosk);
  }

  isVisible = (): boolean => this.state.isVisible && !this.isGone;
  isMinimized = (): boolean => this.state.isMinimized;
  isMaximized = (): boolean => this.state.isMaximized;
  isFullScreen = (): boolean => this.state.isFullScreen;
  isKiosk = (): boolean => this.isKioskMode;
  isFocused = (): boolean => focused === this;
  isDestroyed = (): boolean => this.isGone;
  isAlwaysOnTop = (): boolean => this.isOnTop;
  isModal = (): boolean => this.options.modal ?? false;
  isResizable = (): boolean => this.options.resizable ?? true;

  getBounds(): Bounds {
    return { ...this.bounds };
  }

  getContentBounds(): Bounds {
    return this.getBounds();
  }

  getNormalBounds(): Bounds {
    return this.getBounds();
  }

  getSize(): [number, number] {
    return [this.bounds.width, this.bounds.height];
  }

  getContentSize(): [number, number] {
    return this.getSize();
  }

  getPosition(): [number, number] {
    return [this.bounds.x, this.bounds.y];
  }

  setBounds(given: Partial<Rectangle>): void {
    const bounds = pickBounds(given);
    Object.assign(this.bounds, bounds);
    const isResized = bounds.width !== undefined || bounds.height !== undefined;
    const isMoved = bounds.x !== undefined || bounds.y !== undefined;
    this.onPage(async (page) => {
      if (isResized) await applySize(page, this.bounds);
      if (isMoved) await applyPosition(page, this.bounds);
      if (this.isGone) return;
      if (isResized) for (const name of ['resize', 'resized']) this.emit(name);
      if (isMoved) for (const name of ['move', 'moved']) this.emit(name);
    });
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  setMinimumSize(width: number, height: number): void {
    this.minimumSize = [width, height];
  }

  getMinimumSize(): [number, number] {
    return this.minimumSize;
  }

  getTitle(): string {
    return this.titleText;
  }

  setTitle(title: string): void {
    this.titleText = title;
  }

  getParentWindow(): unknown {
    return this.options.parent ?? null;
  }

  setAlwaysOnTop(isOnTop: boolean): void {
    this.isOnTop = isOnTop;
    record('BrowserWindow.setAlwaysOnTop', isOnTop);
  }

  setContentProtection = (isOn: boolean): void => record('BrowserWindow.setContentProtection', isOn);
  setOverlayIcon = (icon: unknown, description: string): void =>
    record('BrowserWindow.setOverlayIcon', icon, description);
  setProgressBar = (progress: number): void => record('BrowserWindow.setProgressBar', progress);
  flashFrame = (isOn: boolean): void => record('BrowserWindow.flashFrame', isOn);
  setMenu = (menu: unknown): void => record('BrowserWindow.setMenu', menu);
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setBackgroundColor(): void {}
  setIcon(): void {}
  setSkipTaskbar(): void {}
  setTitleBarOverlay(): void {}
  setVisibleOnAllWorkspaces(): void {}
  center(): void {}
  moveTop(): void {}

  private change(change: Partial<typeof this.state>, event: string): void {
    Object.assign(this.state, change);
    this.emit(event);
    this.onPage((page) => applyState(page, this.state));
  }

  private takeFocus(): void {
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
  private onPage(run: (page: Page) => Promise<unknown>): void {
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

// What other platforms alone have.
strict('BrowserWindow', BrowserWindow.prototype, [
  'setWindowButtonVisibility',
  'setVibrancy',
  'setThumbarButtons',
  'setAppDetails',
]);

function pickBounds({ x, y, width, height }: Partial<Rectangle>): Partial<Bounds> {
  return Object.fromEntries(Object.entries({ x, y, width, height }).filter(([, value]) => value !== undefined));
}
