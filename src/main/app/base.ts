import { join } from 'node:path';
import { app } from 'electron';
import { type ManagedSettings, managedFileOf, readManagedInForce } from '../auth/managed-settings.ts';
import { systemClock } from '../storage/clock.ts';
import { openElectronSettingsFile } from '../storage/electron-settings-file.ts';
import { createLog, type Log } from '../storage/log.ts';
import { openSettingsStore, type SettingsStore } from '../storage/settings-store.ts';
import { placeBook } from '../windows/kept-places.ts';
import { lastView } from '../windows/start-view.ts';
import type { LaunchOptions } from './options.ts';
import { createPreferences, type PreferencesService } from './preferences.ts';
import { helpWriting } from './spelling.ts';
import { windowPlaces } from './window-care.ts';
import type { Windows } from './windows.ts';

/** What a window needs before it is made: where it stood, how it writes, and where its defects are told. */
export interface Base {
  /** Where this console keeps its files. */
  readonly folder: string;
  readonly log: Log;
  readonly settings: SettingsStore;
  readonly managed: ManagedSettings;
  readonly preferences: PreferencesService;
  readonly endWriting: () => void;
}

/** Opens the log and the settings of this machine. Small files only: the first window waits for it. */
export async function openBase(options: LaunchOptions, windows: Windows): Promise<Base> {
  const folder = app.getPath('userData');
  const log = createLog({
    file: join(folder, 'logs/console.log'),
    console: !app.isPackaged && process.env['DIALAI_LOG'] === '1',
  });
  const settings = openSettingsStore(openElectronSettingsFile(folder), systemClock);
  const managed = await readManagedInForce(managedFileOf(), options.managedConfig);
  const preferences = createPreferences(settings, app.getPreferredSystemLanguages(), managed.policy);
  // A picture is of the same view whoever takes it.
  const startWith = () => (options.screenshot === undefined ? preferences.view().preferences.startWith : 'live');
  windows.rememberPlaces(windowPlaces(placeBook(settings), lastView(settings), startWith));
  return { folder, log, settings, managed, preferences, endWriting: helpWriting(preferences, log) };
}
