/** Finds Chromium and starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection } from './cdp.ts';

const knownPaths = ['/usr/lib/chromium/chromium', '/usr/lib/chromium-browser/chromium-browser'];
const commands = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds the browser's binary: `ELECTRON_CHROMIUM_PATH`, Debian's place, then the usual names on the PATH.
 * @param env the environment
 * @returns the file
 * @throws when there is none, saying what to install
 */
export function findChromium(env: NodeJS.ProcessEnv): string {
  const chosen = env['ELECTRON_CHROMIUM_PATH'];
  if (chosen) {
    if (canRun(chosen)) return chosen;
    throw new Error(`electron-chromium: ELECTRON_CHROMIUM_PATH names no executable file: ${chosen}`);
  }
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
  const found = [...knownPaths, ...onPath].find(canRun);
  if (found) return found;
  throw new Error(
    'electron-chromium: no Chromium found. Install one (Debian: apt-get install --no-install-recommends chromium) or set ELECTRON_CHROMIUM_PATH.',
  );
}

// Decided here; a switch of the same name from the application must not undo it.
const ours = new Set([
  'inspect',
  'app',
  'headless',
  'no-sandbox',
  'host-resolver-rules',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'user-data-dir',
  'enable-features',
  'disable-features',
]);

export interface ChromiumOptions {
  readonly profile: string;
  readonly headless: boolean;
  /** Where the application's own schemes are served, as `--host-resolver-rules` entries. */
  readonly hostRules: readonly string[];
  readonly switches: ReadonlyMap<string, string>;
  readonly isRoot: boolean;
}

/** The switches every Chromium process of one profile needs, the one that opens a window included. */
export function commonArguments({ profile, isRoot, switches }: ChromiumOptions): string[] {
  const noSandbox = isRoot || switches.has('no-sandbox') ? ['--no-sandbox'] : [];
  return [`--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check', ...noSandbox];
}

/**
 * What a browser has and an application has not. The last two are pages that a window makes for its address field, and
 * they cost as much processor time as all the rest of a start; the field is there, unseen, when there is no display.
 */
const unwanted = ['Translate', 'MediaRouter', 'HttpsUpgrades', 'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/**
 * Lists Chromium's arguments.
 * @returns quiet, local-only defaults and the application's own switches
 */
export function chromiumArguments(options: ChromiumOptions): string[] {
  const { switches } = options;
  const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(',');
  const passedOn = [...switches].filter(([name]) => !ours.has(name));
  return [
    ...commonArguments(options),
    '--remote-debugging-pipe',
    `--remote-debugging-port=${switches.get('remote-debugging-port') || 0}`,
    // Windows are opened one by one later; closing the last must not end the browser.
    '--no-startup-window',
    '--keep-alive-for-test',
    // Modules of pages loaded by loadFile().
    '--allow-file-access-from-files',
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-component-update',
    '--disable-crash-reporter',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-search-engine-choice-screen',
    '--disable-session-crashed-bubble',
    '--disable-sync',
    '--hide-crash-restore-bubble',
    '--noerrdialogs',
    '--password-store=basic',
    `--host-resolver-rules=${join(...options.hostRules, switches.get('host-resolver-rules'))}`,
    `--enable-features=${join(switches.get('enable-features'))}`,
    `--disable-features=${join(switches.get('disable-features'), ...unwanted)}`,
    ...(options.headless ? ['--headless=new'] : []),
    ...passedOn.map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
  ];
}

export interface StartedChromium {
  readonly process: ChildProcess;
  readonly connection: CdpConnection;
  /** Chromium's own line about its second, WebSocket, endpoint. Never settles when it prints none. */
  readonly endpointLine: Promise<string>;
}

/**
 * Starts Chromium.
 * @param binary from {@link findChromium}
 * @param args from {@link chromiumArguments}
 * @param env its environment
 */
export function startChromium(binary: string, args: readonly string[], env: NodeJS.ProcessEnv): StartedChromium {
  const child = spawn(binary, args, { env, stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  const [, , , output, input] = child.stdio;
  const endpointLine = new Promise<string>((resolve) => {
    let rest = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (/^DevTools listening on ws:/.test(line)) resolve(line);
        else if (env['ELECTRON_ENABLE_LOGGING'] || /FATAL|Unable to open X display|Missing X server/.test(line))
          process.stderr.write(`${line}\n`);
      }
    });
    child.stderr?.on('error', () => {});
  });
  // Five pipes were asked for above: the fourth is written, the fifth read.
  return { process: child, connection: new CdpConnection(input as Readable, output as Writable), endpointLine };
}
