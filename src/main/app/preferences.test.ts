import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../shared/models/failure.ts';
import { preferencesPatchSchema } from '../../shared/models/preferences.ts';
import { readManagedSettings } from '../auth/managed-settings.ts';
import { openSettingsStore } from '../storage/settings-store.ts';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { lastView } from '../windows/start-view.ts';
import { createPreferences } from './preferences.ts';

function settingsOf(stored: Record<string, unknown>) {
  const file = {
    path: 'settings.json',
    read: () => stored,
    write: (content: Record<string, unknown>) => Object.assign(stored, structuredClone(content)),
  };
  return openSettingsStore(file, new ManualClock());
}

function open(stored: Record<string, unknown>, policy = {}) {
  return createPreferences(settingsOf(stored), ['fr-CA', 'en'], policy);
}

describe('preferences', () => {
  it('of an older console get what is new, and keep what was chosen', () => {
    const { preferences, language, locked } = open({ preferences: { theme: 'light' } }).view();
    expect(preferences).toMatchObject({ theme: 'light', mask: 'numbers', contrast: 'system', shortcuts: {} });
    expect([language, locked]).toEqual(['fr', []]);
  });

  it('that are decided for the fleet win over what was kept, and cannot be changed', () => {
    const stored = { preferences: { mask: 'none' } };
    const managed = open(stored, { mask: 'all' });
    expect(managed.view()).toMatchObject({ preferences: { mask: 'all' }, locked: ['mask'] });
    const refused = (() => {
      try {
        managed.change({ mask: 'none' });
      } catch (error) {
        return failureOf(error);
      }
      return undefined;
    })();
    expect(refused).toMatchObject({ code: 'forbidden', detail: { reason: 'managed' } });
    managed.change({ density: 'compact' });
    // The day the policy is lifted, the operator finds what they had chosen.
    expect(open(stored).view().preferences).toMatchObject({ mask: 'none', density: 'compact' });
  });

  it('come with a policy from the managed file, with or without an instance in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'policy-'));
    try {
      const file = join(folder, 'managed.json');
      await writeFile(file, '{"policy":{"mask":"all"}}');
      expect(await readManagedSettings(file)).toEqual({
        preset: {},
        locked: [],
        policy: { mask: 'all' },
        desk: { allowed: true },
      });
      await writeFile(file, '{"policy":{"desk":{"allowed":false,"wipeAtSignOut":true}}}');
      expect(await readManagedSettings(file)).toMatchObject({ desk: { allowed: false, wipeAtSignOut: true } });
      await writeFile(file, '{"policy":{"mask":"some"}}');
      expect(await readManagedSettings(file)).toMatchObject({ policy: {}, invalidFile: file });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('tell of a change of theirs, and not of what else the settings keep', () => {
    const settings = settingsOf({});
    const preferences = createPreferences(settings, ['en']);
    let told = 0;
    const end = preferences.subscribe(() => {
      told += 1;
    });
    lastView(settings).set('alerts');
    expect(told).toBe(0);
    preferences.change({ theme: 'light' });
    expect(told).toBe(1);
    end();
  });

  it('take a patch as it is: what it leaves out is not set back', () => {
    expect(preferencesPatchSchema.parse({ digestSeconds: 0 })).toEqual({ digestSeconds: 0 });
    expect(preferencesPatchSchema.safeParse({ shortcuts: { a: 'x'.repeat(31) } }).success).toBe(false);
  });
});
