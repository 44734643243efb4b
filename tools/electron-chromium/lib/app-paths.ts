/** `app.getPath` and `app.setPath` as on Linux. */
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { chromiumSwitches, executable } from './launch.ts';

const chosen = new Map<string, string>();
const folders: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};

/**
 * Finds a special folder or file.
 * @param name as in Electron
 * @param appName the application's name, part of `userData`
 * @throws for a name that Electron does not know
 */
export function getPath(name: string, appName: string): string {
  const set = chosen.get(name);
  if (set !== undefined) return set;
  const folder = folders[name];
  if (folder !== undefined) return path.join(homedir(), folder);
  switch (name) {
    case 'home':
      return homedir();
    case 'appData':
      return process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config');
    case 'temp':
      return tmpdir();
    case 'exe':
    case 'module':
      return executable;
    case 'userData':
      return chromiumSwitches.get('user-data-dir') || path.join(getPath('appData', appName), appName);
    case 'sessionData':
      return getPath('userData', appName);
    case 'logs':
    case 'crashDumps':
      return path.join(getPath('userData', appName), name === 'logs' ? 'logs' : 'Crashpad');
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
}

/** Chooses a special folder. Throws for a relative path, as Electron does. */
export function setPath(name: string, value: string): void {
  if (!path.isAbsolute(value)) throw new Error('Path must be absolute');
  chosen.set(name, value);
}
