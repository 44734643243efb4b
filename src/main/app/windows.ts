import { join } from 'node:path';
import { BrowserWindow, type WebContents } from 'electron';
import type { ConsoleLink, ConversationLink } from '../../shared/models/deep-link.ts';
import { FailureError } from '../../shared/models/failure.ts';
import { windowPreferences } from '../security/window-preferences.ts';
import { systemClock } from '../storage/clock.ts';
import { keepAlive } from '../windows/keep-alive.ts';
import type { OpenWalls } from '../windows/open-walls.ts';
import { conversationRoute, searchRoute, tornRoute, wallRoute } from '../windows/routes.ts';
import { displays } from './displays.ts';
import { type WindowPlaces, watchedPage } from './window-care.ts';

export interface WindowOptions {
  /** Address of the page: `app://console/index.html`, or the dev server in development. */
  readonly page: string;
  readonly preload: string;
  readonly show: boolean;
}

/** Windows open at once; more than anybody can look at, and each costs a process. */
const MAX_WINDOWS = 24;
const MAIN = 'main';

interface Shape {
  readonly kind: 'main' | 'torn' | 'wall';
  readonly route: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly least: { readonly width: number; readonly height: number };
  /** The display it has to stand on. */
  readonly display?: string;
}

/**
 * The console's windows: one main window, conversations torn off, walls. They hold no state: main does, so a window may
 * be closed or crash and be opened again. Each is known by a name, so that asking twice brings the same one to the front.
 */
export class Windows {
  readonly #options: WindowOptions;
  readonly #byName = new Map<string, BrowserWindow>();
  readonly #kioskListeners = new Set<() => void>();
  #places: WindowPlaces | undefined;
  #walls: OpenWalls | undefined;
  #ending = false;

  constructor(options: WindowOptions) {
    this.#options = options;
  }

  /**
   * From now on windows stand where they last stood, and the main one begins with its view. Set once the settings are read,
   * before the first window.
   */
  rememberPlaces(places: WindowPlaces): void {
    this.#places = places;
  }

  /** From now on it is kept which walls stand where; those of before stand there again, where their display is connected. */
  rememberWalls(walls: OpenWalls): void {
    for (const { tenant, display, kiosk } of walls.all()) {
      if (!displays().some(({ id }) => id === display)) continue;
      this.openWall(tenant, display);
      if (kiosk) this.setKiosk(tenant, display, true);
    }
    this.#walls = walls;
  }

  /** The console ends: what closes now is not closed by the operator. */
  ending(): void {
    this.#ending = true;
  }

  /** Opens the main window, or brings it to the front. */
  focus(): BrowserWindow {
    const known = this.#byName.get(MAIN);
    if (known !== undefined) return toFront(known);
    return this.#make(MAIN, {
      kind: 'main',
      route: this.#places?.firstRoute() ?? '',
      size: { width: 1440, height: 900 },
      least: { width: 1024, height: 700 },
    });
  }

  /** Shows a conversation: in its own window where it has one, else in the main window's Live View; a search there as well. */
  goTo(link: ConsoleLink): void {
    if ('search' in link) {
      this.goToRoute(searchRoute(link));
      return;
    }
    const torn = this.#byName.get(tornName(link));
    if (torn === undefined) this.#show(this.focus(), conversationRoute(link));
    else this.#show(toFront(torn), tornRoute(link));
  }

  /** Shows a place of the main window. @param route the part behind `#`, e.g. `/alerts` */
  goToRoute(route: string): void {
    this.#show(this.focus(), route);
  }

  /** Opens a conversation in a window of its own. @throws FailureError `saturated` when too many are open. */
  tearOff(link: ConversationLink): void {
    const known = this.#byName.get(tornName(link));
    if (known !== undefined) {
      toFront(known);
      return;
    }
    this.#make(tornName(link), {
      kind: 'torn',
      route: tornRoute(link),
      size: { width: 920, height: 760 },
      least: { width: 360, height: 420 },
    });
  }

  /** Opens the wall of a display. @throws FailureError `not-found` for a display that is not there; `saturated`. */
  openWall(tenant: string, display: string): void {
    const target = displays().find(({ id }) => id === display);
    if (target === undefined) throw new FailureError('not-found', 'No such display', { reason: 'no-display' });
    const known = this.#byName.get(wallName(tenant, display));
    if (known !== undefined) {
      toFront(known);
      return;
    }
    const window = this.#make(wallName(tenant, display), {
      kind: 'wall',
      route: wallRoute(tenant, display),
      size: { width: target.workArea.width, height: target.workArea.height },
      least: { width: 640, height: 400 },
      display,
    });
    window.on('enter-full-screen', () => this.#tellKiosk());
    window.on('leave-full-screen', () => this.#tellKiosk());
    window.once('closed', () => {
      if (!this.#ending) this.#walls?.drop({ tenant, display });
    });
    this.#walls?.put({ tenant, display, kiosk: false });
  }

  /** Lets a wall fill the whole screen, or gives the system its place back. Nothing happens without that wall. */
  setKiosk(tenant: string, display: string, on: boolean): void {
    const wall = this.#byName.get(wallName(tenant, display));
    wall?.setKiosk(on);
    if (wall !== undefined) this.#walls?.put({ tenant, display, kiosk: on });
    this.#tellKiosk();
  }

  isKiosk(tenant: string, display: string): boolean {
    return this.#byName.get(wallName(tenant, display))?.isKiosk() ?? false;
  }

  onKiosk(listener: () => void): () => void {
    this.#kioskListeners.add(listener);
    return () => this.#kioskListeners.delete(listener);
  }

  /** The main window where there is one, for the badge on its taskbar button. */
  main(): BrowserWindow | undefined {
    return this.#byName.get(MAIN);
  }

  isVisible(contents: WebContents): boolean {
    const window = BrowserWindow.fromWebContents(contents);
    return window !== null && !window.isDestroyed() && window.isVisible() && !window.isMinimized();
  }

  #make(name: string, shape: Shape): BrowserWindow {
    if (this.#byName.size >= MAX_WINDOWS) {
      throw new FailureError('saturated', 'Too many windows are open', { reason: 'too-many-windows' });
    }
    const area = shape.display === undefined ? undefined : displays().find(({ id }) => id === shape.display)?.workArea;
    const kept = this.#places?.placeFor(shape.kind, shape.display);
    const window = new BrowserWindow({
      ...shape.size,
      ...area,
      ...(kept === undefined ? {} : { x: kept.x, y: kept.y, width: kept.width, height: kept.height }),
      minWidth: shape.least.width,
      minHeight: shape.least.height,
      show: false,
      title: 'Dialai Console',
      // The dark theme's background, so that a window opens without a white flash.
      backgroundColor: '#0e1116',
      autoHideMenuBar: true,
      webPreferences: windowPreferences(this.#options.preload),
    });
    this.#byName.set(name, window);
    window.once('closed', () => this.#byName.delete(name));
    if (kept?.maximized === true) window.maximize();
    window.once('ready-to-show', () => {
      if (this.#options.show) window.show();
    });
    this.#places?.follow(window, shape.kind);
    keepAlive(watchedPage(window), systemClock);
    this.#show(window, shape.route);
    return window;
  }

  /** The route is behind `#`: it never leaves the window, and going to another one keeps the page. */
  #show(window: BrowserWindow, route: string): void {
    const { page } = this.#options;
    // A page that does not load is the crash guard's to mend.
    window.loadURL(route === '' ? page : `${page}#${route}`).catch(() => undefined);
  }

  #tellKiosk(): void {
    for (const listener of this.#kioskListeners) listener();
  }
}

const tornName = ({ tenant, id }: ConversationLink): string => `torn:${JSON.stringify([tenant, id])}`;
const wallName = (tenant: string, display: string): string => `wall:${JSON.stringify([tenant, display])}`;

function toFront(window: BrowserWindow): BrowserWindow {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  return window;
}

/** Where the bundles lie beside main's own. */
export function bundlePaths(mainFolder: string): {
  preload: string;
  pages: string;
  simulator: string;
  manifestEngine: string;
} {
  return {
    preload: join(mainFolder, '../preload/index.cjs'),
    pages: join(mainFolder, '../renderer'),
    simulator: join(mainFolder, 'simulator.js'),
    manifestEngine: join(mainFolder, 'manifest.js'),
  };
}
