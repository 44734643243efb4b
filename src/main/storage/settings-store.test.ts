import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type Preferences, preferencesSchema } from '../../shared/models/preferences.ts';
import type { SettingsFile } from './settings-file.ts';
import { openSettingsStore } from './settings-store.ts';
import { ManualClock } from './testing/manual-clock.ts';

// The real electron-store: under plain Node `electron` is no more than the path of a binary, and naming a folder for
// that binary keeps the import from downloading one.
let openFile: (folder: string) => SettingsFile;
beforeAll(async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', tmpdir());
  openFile = (await import('./electron-settings-file.ts')).openElectronSettingsFile;
});

const clock = new ManualClock();
const defaults: Preferences = preferencesSchema.parse({});
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
  path = join(folder, 'settings.json');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function open() {
  const store = openSettingsStore(openFile(folder), clock);
  return { store, preferences: store.section('preferences', preferencesSchema, defaults) };
}

it('starts with the fallback and keeps what was set', async () => {
  const { store, preferences } = open();
  expect(preferences.get()).toEqual(defaults);
  expect(preferences.stored()).toBe(false);
  let told = 0;
  const stop = store.subscribe(() => {
    told += 1;
  });
  preferences.set({ ...defaults, theme: 'dark' });
  stop();
  preferences.set({ ...defaults, theme: 'light', lastTenant: 'north' });
  expect(told).toBe(1);
  const again = open();
  expect(again.preferences.get()).toEqual({ ...defaults, theme: 'light', lastTenant: 'north' });
  expect(again.preferences.stored()).toBe(true);
  expect(again.store.problem()).toBeUndefined();
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('keeps what it does not know, and one strange value does not cost the others', async () => {
  await writeFile(
    path,
    JSON.stringify({ future: { a: 1 }, preferences: { theme: 'purple', density: 'compact', later: true } }),
  );
  const { preferences } = open();
  expect(preferences.get()).toEqual({ ...defaults, density: 'compact' });
  preferences.set({ ...preferences.get(), language: 'fr' });
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    future: { a: 1 },
    preferences: { density: 'compact', language: 'fr', later: true },
  });
});

it.each(['{"preferences":', 'not json', '\0\0\0\0'])('a damaged file is set aside and reported: %j', async (damage) => {
  await writeFile(path, damage);
  const { store, preferences } = open();
  expect(store.problem()).toBe('settings-corrupt');
  expect(preferences.get()).toEqual(defaults);
  expect(await readdir(folder)).toEqual(['settings.json.corrupt-2026-11-22T12-00-00-000Z']);
  preferences.set({ ...defaults, theme: 'dark' });
  expect(open().preferences.get().theme).toBe('dark');
});

it('an optional key that is left out is gone', () => {
  const { store } = open();
  const section = store.section('window', z.object({ width: z.number(), left: z.number().optional() }), { width: 1 });
  section.set({ width: 2, left: 3 });
  section.set({ width: 4 });
  expect(section.get()).toEqual({ width: 4 });
});

it('sections of the wrong type are the fallback', async () => {
  await writeFile(path, JSON.stringify({ preferences: 7 }));
  expect(open().preferences.get()).toEqual(defaults);
});

it('a disk that refuses is reported, and the setting holds for this run', async () => {
  const { store, preferences } = open();
  await mkdir(join(path, 'in-the-way'), { recursive: true });
  preferences.set({ ...defaults, theme: 'dark' });
  expect(store.problem()).toBe('settings-write-failed');
  expect(preferences.get().theme).toBe('dark');
  await rm(path, { recursive: true });
  preferences.set({ ...defaults, theme: 'dark', language: 'fr' });
  expect(store.problem()).toBeUndefined();
  expect(open().preferences.get()).toMatchObject({ theme: 'dark', language: 'fr' });
});

it('a disk that refuses is tried again until it takes the setting, and all are told', async () => {
  const { store, preferences } = open();
  await mkdir(join(path, 'in-the-way'), { recursive: true });
  const told: unknown[] = [];
  store.subscribe(() => told.push(store.problem()));
  preferences.set({ ...defaults, theme: 'dark' });
  clock.advance(5_000);
  await rm(path, { recursive: true });
  clock.advance(5_000);
  expect(told).toEqual(['settings-write-failed', 'settings-write-failed', undefined]);
  expect(open().preferences.get().theme).toBe('dark');
  expect(clock.waiting).toBe(0);
});
