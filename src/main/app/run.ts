import { app, BrowserWindow, session } from 'electron';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { bindIpc } from '../ipc/bind.ts';
import { Coming } from '../ipc/coming.ts';
import { APP_ORIGIN } from '../security/app-path.ts';
import { serveApp } from '../security/app-scheme.ts';
import { blockNetwork, guardNavigation, guardPermissions } from '../security/guards.ts';
import { setApplicationMenu } from './application-menu.ts';
import { openBase } from './base.ts';
import { listenForLinks } from './deep-links.ts';
import { manageLifecycle } from './lifecycle.ts';
import type { LaunchOptions } from './options.ts';
import { shootAndQuit } from './screenshot.ts';
import { createServices } from './services.ts';
import { bundlePaths, Windows } from './windows.ts';

/**
 * Sets the console up, in this order: guards first, then the contract, then the window, and the services while its page
 * loads. What the page asks for before they are there waits for them.
 */
export async function run(options: LaunchOptions): Promise<void> {
  const links = listenForLinks();
  await app.whenReady();
  const paths = bundlePaths(import.meta.dirname);
  const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  const origins = devServer === undefined ? [APP_ORIGIN] : [APP_ORIGIN, new URL(devServer).origin];
  const windows = new Windows({
    page: devServer ?? `${APP_ORIGIN}/index.html`,
    preload: paths.preload,
    show: options.screenshot === undefined,
  });
  serveApp(paths.pages);
  guardNavigation(origins);
  guardPermissions(session.defaultSession);
  const base = await openBase(options, windows);
  const { log } = base;
  blockNetwork(session.defaultSession, origins, (scheme, type) =>
    log.warn('request of a page blocked', { scheme, type }),
  );
  const handlers = new Coming<Handlers>();
  bindIpc({
    handlers,
    origins,
    isVisible: (contents) => windows.isVisible(contents),
    onDefect: (call, thrown) =>
      log.error('a call failed', { call, kind: thrown instanceof Error ? (thrown.stack ?? thrown.name) : 'unknown' }),
  });
  setApplicationMenu();
  windows.focus();
  const { simulator, manifestEngine } = paths;
  const services = await createServices({ options, simulator, manifestEngine, windows, base, onScreenReady });
  // Begun before the page is answered: what it hears first is that the session comes back, not that there is none.
  services.start();
  handlers.come(services.handlers);
  manageLifecycle({ windows, links, close: services.close, log });
  windows.rememberWalls(services.walls);
  links.showWith((link) => windows.goTo(link));

  let shot = false;
  function onScreenReady(screen: string): void {
    // With --demo the sign-in page is only passed through; the first real screen is Live View.
    if (options.screenshot === undefined || shot || (options.demo && screen === 'signed-out')) return;
    const window = BrowserWindow.getAllWindows()[0];
    if (window === undefined) return;
    shot = true;
    void shootAndQuit(window, options.screenshot);
  }
}
