/** What a `BrowserWindow` has besides its page: size, title and state. */
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import type { Page } from './browser.ts';
import { record } from './records.ts';
import { strict } from './strict.ts';
import { applyPosition, applySize, applyState, type Bounds } from './window-state.ts';

const defaultSize = { width: 800, height: 600 };

export abstract class WindowFrame extends EventEmitter {
  protected readonly options: BrowserWindowConstructorOptions;
  protected readonly bounds: Bounds;
  protected readonly state = { isVisible: true, isMinimized: false, isMaximized: false, isFullScreen: false };
  protected titleText: string;
  protected isGone = false;
  private minimumSize: [number, number];
  private isKioskMode: boolean;
  private isOnTop: boolean;

  constructor(options: BrowserWindowConstructorOptions, name: string) {
    super();
    this.options = options;
    this.bounds = { ...defaultSize, x: 0, y: 0, ...pickBounds(options) };
    this.titleText = options.title ?? name;
    this.minimumSize = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.isKioskMode = options.kiosk ?? false;
    this.isOnTop = options.alwaysOnTop ?? false;
    this.state.isVisible = options.show ?? true;
    this.state.isFullScreen = (options.fullscreen ?? false) || this.isKioskMode;
  }

  /** Does something with the page, once it is there. */
  protected abstract onPage(run: (page: Page) => Promise<unknown>): void;
  protected abstract takeFocus(): void;
  abstract blur(): void;

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
}

// What other platforms alone have.
strict('BrowserWindow', WindowFrame.prototype, [
  'setWindowButtonVisibility',
  'setVibrancy',
  'setThumbarButtons',
  'setAppDetails',
]);

function pickBounds({ x, y, width, height }: Partial<Rectangle>): Partial<Bounds> {
  return Object.fromEntries(Object.entries({ x, y, width, height }).filter(([, value]) => value !== undefined));
}
