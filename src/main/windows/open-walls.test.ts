import { expect, it } from 'vitest';
import type { SettingsStore } from '../storage/settings-store.ts';
import { openWalls } from './open-walls.ts';

/** Settings in memory; only `section` is used. */
function memory(): SettingsStore {
  const values = new Map<string, unknown>();
  return {
    path: '',
    problem: () => undefined,
    subscribe: () => () => undefined,
    section: (name, schema, fallback) => ({
      get: () => {
        const read = schema.safeParse(values.get(name) ?? fallback);
        return read.success ? read.data : fallback;
      },
      set: (value) => void values.set(name, value),
      stored: () => values.has(name),
    }),
  };
}

it('knows each wall once, as it stood last, until it is closed', () => {
  const walls = openWalls(memory());
  walls.put({ tenant: 'north', display: '1', kiosk: false });
  walls.put({ tenant: 'north', display: '2', kiosk: false });
  walls.put({ tenant: 'north', display: '1', kiosk: true });
  walls.put({ tenant: 'south', display: '1', kiosk: false });
  walls.drop({ tenant: 'north', display: '2' });
  expect(walls.all()).toEqual([
    { tenant: 'north', display: '1', kiosk: true },
    { tenant: 'south', display: '1', kiosk: false },
  ]);
});
