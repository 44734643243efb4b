/** Makes `process` look as it does in Electron's main process. */
import childProcess, { type ForkOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { release } from 'node:os';
import path from 'node:path';
import { argv, executable } from './launch.ts';

function define(name: string, value: unknown): void {
  Object.defineProperty(process, name, { value, enumerable: true, configurable: true, writable: true });
}

/** The version of Electron whose interface is offered. */
export const electronVersion = readFileSync(path.join(import.meta.dirname, '../bin/version'), 'utf8').trim();

/**
 * Records Chromium's version, known once it runs.
 * @param chrome such as `156.0.8078.79`
 */
export function setChromeVersion(chrome: string): void {
  define('versions', { ...process.versions, chrome });
}

/** Sets argv, execPath, versions and the other marks of Electron; lets `fork()` run children as Node. */
export function becomeElectron(): void {
  process.argv = [...argv];
  process.execPath = executable;
  // Children must not inherit --inspect=0.
  process.execArgv = [];
  define('versions', { ...process.versions, electron: electronVersion, chrome: '0.0.0.0' });
  define('type', 'browser');
  define('resourcesPath', path.join(path.dirname(executable), 'resources'));
  define('defaultApp', true);
  define('getSystemVersion', release);

  const { fork } = childProcess;
  const forkAsNode = (modulePath: string | URL, args?: readonly string[] | ForkOptions, options?: ForkOptions) => {
    const given = Array.isArray(args) ? options : (args as ForkOptions | undefined);
    const env = { ...(given?.env ?? process.env), ELECTRON_RUN_AS_NODE: '1' };
    return fork(modulePath, Array.isArray(args) ? args : [], { ...given, env });
  };
  Object.assign(childProcess, { fork: forkAsNode });
  syncBuiltinESMExports();
}
