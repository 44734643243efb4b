/** The one Chromium of this process: started once, asked for windows, ended with the application. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Protocol } from 'devtools-protocol/types/protocol.d.ts';
import { app } from './app.ts';
import type { CdpConnection, CdpSession } from './cdp.ts';
import {
  type ChromiumOptions,
  chromiumArguments,
  commonArguments,
  findChromium,
  type StartedChromium,
  startChromium,
} from './chromium.ts';
import { chromiumSwitches, temporaryFolder } from './launch.ts';
import { exit, isExiting, onExit } from './lifecycle.ts';
import { setChromeVersion } from './process-identity.ts';
import { startSchemeServer } from './scheme-server.ts';
import { schemes } from './schemes.ts';

export interface Page {
  readonly targetId: string;
  readonly session: CdpSession;
}

/** How long Chromium may take to end by itself. */
const closingTime = 1500;

/** Whether windows are real ones. */
export const headless = !process.env['DISPLAY'] || Boolean(process.env['ELECTRON_CHROMIUM_HEADLESS']);

const started = Promise.withResolvers<CdpConnection>();
// Whoever waits for Chromium ends with the process when it cannot be started.
started.promise.catch(() => {});
const destroyed = new Map<string, () => void>();
let binary = '';
let options: ChromiumOptions | undefined;
let windowsOpened = 0;

const environment = (): NodeJS.ProcessEnv => ({ ...process.env, TMPDIR: temporaryFolder });

function endWithChromium({ process: child, connection }: StartedChromium): void {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('exit', (code, signal) => {
    if (isExiting()) return;
    process.stderr.write(`electron-chromium: Chromium ended (${signal ?? code})\n`);
    void exit(1);
  });
  child.once('error', (error) => {
    process.stderr.write(`electron-chromium: Chromium could not be started: ${error.message}\n`);
    void exit(1);
  });
  onExit(async () => {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, closingTime);
    connection.browser.send('Browser.close').catch(() => {});
    await Promise.race([gone, late]);
    clearTimeout(timer);
  });
  process.on('exit', () => child.kill('SIGKILL'));
}

/**
 * Starts Chromium, with the switches known by now.
 * @returns Chromium's line about its own DevTools endpoint, which Playwright waits for
 * @throws when no Chromium is found or it does not answer
 */
export async function startBrowser(): Promise<string> {
  const profile = path.join(app.getPath('sessionData'), 'Chromium');
  mkdirSync(profile, { recursive: true });
  const port = await startSchemeServer();
  const hostRules = schemes.list().map((name) => `MAP *.${name}.localhost:80 127.0.0.1:${port}`);
  options = { profile, headless, hostRules, switches: chromiumSwitches, isRoot: process.getuid?.() === 0 };
  binary = findChromium(process.env);
  const chromium = startChromium(binary, chromiumArguments(options), environment());
  endWithChromium(chromium);
  const { browser } = chromium.connection;
  browser.on('Target.targetDestroyed', ({ targetId }) => {
    destroyed.get(targetId)?.();
    destroyed.delete(targetId);
  });
  browser.on('Target.targetCreated', ({ targetInfo }) => {
    // A popup that the page's scripts could not catch; the application has not allowed it.
    if (targetInfo.type === 'page' && targetInfo.openerId !== undefined)
      browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {});
  });
  const { product } = await browser.send('Browser.getVersion');
  setChromeVersion(product.replace(/^.*\//, ''));
  await browser.send('Target.setDiscoverTargets', { discover: true });
  const line = await chromium.endpointLine;
  started.resolve(chromium.connection);
  return line;
}

/** The browser's own session, once Chromium runs. */
export async function browserSession(): Promise<CdpSession> {
  return (await started.promise).browser;
}

/**
 * Opens a window without the browser's own controls. Only Chromium's command line can: a second start with the same
 * profile hands `--app` over to the running one. The page's address tells which target it is.
 */
async function openAppWindow({ browser }: CdpConnection, startOptions: ChromiumOptions): Promise<string> {
  const url = `data:text/html,<title>${encodeURIComponent(app.getName())}</title><!--${process.pid}-${++windowsOpened}-->`;
  const found = Promise.withResolvers<string>();
  const onCreated = ({ targetInfo }: Protocol.Target.TargetCreatedEvent) => {
    if (targetInfo.url === url) found.resolve(targetInfo.targetId);
  };
  browser.on('Target.targetCreated', onCreated);
  const child = spawn(binary, [...commonArguments(startOptions), `--app=${url}`], {
    env: environment(),
    stdio: 'ignore',
  });
  child.once('error', found.reject);
  child.once('exit', (code) => {
    if (code !== 0) found.reject(new Error(`electron-chromium: no window could be opened (${code})`));
  });
  return found.promise.finally(() => browser.off('Target.targetCreated', onCreated));
}

/**
 * Opens a page in a window of its own.
 * @param onDestroyed called when the page is gone, whoever closed it
 */
export async function openPage(onDestroyed: () => void): Promise<Page> {
  const connection = await started.promise;
  const targetId =
    headless || !options
      ? (await connection.browser.send('Target.createTarget', { url: 'about:blank', newWindow: true })).targetId
      : await openAppWindow(connection, options);
  destroyed.set(targetId, onDestroyed);
  return { targetId, session: await connection.attach(targetId) };
}
