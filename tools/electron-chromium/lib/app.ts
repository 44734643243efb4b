/** `app`. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { getPath, setPath } from './app-paths.ts';
import { createEvent } from './events.ts';
import { application, applicationSwitches, chromiumSwitches, executable } from './launch.ts';
import { appEvents, exit, onExit, quit } from './lifecycle.ts';
import { preferredLanguages } from './locale.ts';
import { record } from './records.ts';
import { type InstanceLock, takeLock } from './single-instance.ts';
import { strict } from './strict.ts';

const { manifest } = application;
let name = manifest.productName ?? manifest.name ?? 'Electron';
let badgeCount = 0;
let lock: InstanceLock | undefined;
let ready = false;
const readiness = Promise.withResolvers<void>();

const languages = () => preferredLanguages(process.env, chromiumSwitches.get('lang'));

const commandLine = strict('app.commandLine', {
  appendSwitch: (key: string, value?: string) =>
    void chromiumSwitches.set(key, value === undefined ? '' : String(value)),
  removeSwitch(key: string): void {
    chromiumSwitches.delete(key);
    applicationSwitches.delete(key);
  },
  hasSwitch: (key: string): boolean => chromiumSwitches.has(key) || applicationSwitches.has(key),
  getSwitchValue: (key: string): string => chromiumSwitches.get(key) ?? applicationSwitches.get(key) ?? '',
});

const members = {
  commandLine,
  isPackaged: false,
  userAgentFallback: '',
  whenReady: (): Promise<void> => readiness.promise,
  isReady: (): boolean => ready,
  quit,
  exit: (code?: number): void => void exit(code),

  relaunch(options: { args?: string[]; execPath?: string } = {}): void {
    const args = options.args ?? process.argv.slice(1);
    onExit(() => spawn(options.execPath ?? executable, args, { detached: true, stdio: 'ignore' }).unref());
  },

  getName: (): string => name,
  setName(value: string): void {
    name = value;
  },
  getVersion: (): string => manifest.version ?? '0.0.0',
  getAppPath: (): string => application.appPath,
  getPath: (which: string): string => getPath(which, name),
  setPath,
  setAppLogsPath: (folder?: string): void => setPath('logs', folder ?? path.join(getPath('userData', name), 'logs')),
  getLocale: (): string => languages()[0] ?? 'en-US',
  getSystemLocale: (): string => languages()[0] ?? 'en-US',
  getPreferredSystemLanguages: languages,

  requestSingleInstanceLock(data?: unknown): boolean {
    if (lock) return true;
    const folder = path.join(getPath('userData', name), 'single-instance');
    lock = takeLock(folder, { argv: process.argv, cwd: process.cwd(), data }, (other) => {
      // Electron holds it back until the application is ready.
      void readiness.promise.then(() => app.emit('second-instance', createEvent(), other.argv, other.cwd, other.data));
    });
    return lock !== undefined;
  },
  hasSingleInstanceLock: (): boolean => lock !== undefined,
  releaseSingleInstanceLock(): void {
    lock?.release();
    lock = undefined;
  },

  /** Sandboxed preloads are the only ones there are; the flag that root needs is kept, unlike in Electron. */
  enableSandbox(): void {},
  disableHardwareAcceleration(): void {},
  focus(): void {},
  setAppUserModelId: (id: string): void => record('app.setAppUserModelId', id),
  setAsDefaultProtocolClient(scheme: string, ...rest: unknown[]): boolean {
    record('app.setAsDefaultProtocolClient', scheme, ...rest);
    return true;
  },
  removeAsDefaultProtocolClient(scheme: string): boolean {
    record('app.removeAsDefaultProtocolClient', scheme);
    return true;
  },
  isDefaultProtocolClient: (): boolean => false,
  setBadgeCount(count = 0): boolean {
    badgeCount = count;
    record('app.setBadgeCount', count);
    return true;
  },
  getBadgeCount: (): number => badgeCount,
  setAboutPanelOptions: (options: unknown): void => record('app.setAboutPanelOptions', options),
  isAccessibilitySupportEnabled: (): boolean => false,
};

process.on('exit', () => members.releaseSingleInstanceLock());

// What macOS and Windows alone have.
const otherPlatforms = ['dock', 'setJumpList', 'setUserTasks', 'setActivationPolicy', 'applicationMenu'];

export const app = strict('app', Object.assign(appEvents, members), otherPlatforms);
Object.defineProperty(app, 'name', { get: members.getName, set: members.setName, enumerable: true });

/** Lets the application begin: Chromium runs. The event comes first: Playwright's loader holds it back there. */
export function becomeReady(): void {
  ready = true;
  app.emit('will-finish-launching');
  app.emit('ready', createEvent(), {});
  readiness.resolve();
}

/** True once Chromium runs, whatever Playwright's loader lets the application see. */
export const isReady = (): boolean => ready;
