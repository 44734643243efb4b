import { join } from 'node:path';
import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import type { SettingsFile } from './settings-file.ts';

/**
 * `<folder>/<name>.json` by electron-store, of which only the atomic reading and writing of the whole file is used:
 * shapes are checked by zod in the settings store. The store is opened late, because opening reads the file and so
 * throws for a damaged one.
 */
export function openElectronSettingsFile(folder: string, name = 'settings'): SettingsFile {
  let store: ElectronStore | undefined;
  const opened = (): ElectronStore => {
    store ??= openStore(folder, name);
    return store;
  };
  return {
    path: join(folder, `${name}.json`),
    read: () => opened().store,
    write(content) {
      opened().store = content;
    },
  };
}

function openStore(folder: string, name: string): ElectronStore {
  const store = new ElectronStore({
    cwd: folder,
    name,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
  });
  // electron-store opens an IPC channel of its own for renderers; ours talk through the contract only.
  ipcMain.removeAllListeners('electron-store-get-data');
  return store;
}
