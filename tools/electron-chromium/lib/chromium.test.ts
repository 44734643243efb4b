import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chromiumArguments, findChromium } from './chromium.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'electron-chromium-unit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the chosen browser wins, and is named when it cannot be run', () => {
  const file = path.join(folder, 'browser');
  expect(() => findChromium({ ELECTRON_CHROMIUM_PATH: file })).toThrow(file);
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  expect(findChromium({ ELECTRON_CHROMIUM_PATH: file })).toBe(file);
});

const options = { profile: '/profile', headless: true, hostRules: ['MAP a b'], isRoot: true };

test('switches are merged, and ours cannot be undone', () => {
  const switches = new Map([
    ['disable-features', 'A'],
    ['user-data-dir', '/elsewhere'],
    ['app', 'https://example.com'],
    ['host-resolver-rules', 'MAP c d'],
    ['force-color-profile', 'srgb'],
    ['mute-audio', ''],
  ]);
  const args = chromiumArguments({ ...options, switches });
  expect(args).toContain('--user-data-dir=/profile');
  expect(args).toContain('--host-resolver-rules=MAP a b,MAP c d');
  expect(args).toContain(
    '--disable-features=A,Translate,MediaRouter,HttpsUpgrades,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  );
  expect(args).toContain('--force-color-profile=srgb');
  expect(args).toContain('--mute-audio');
  expect(args.some((arg) => arg.startsWith('--app='))).toBe(false);
});

test('root gets --no-sandbox once; a display gets windows', () => {
  const count = (args: string[]) => args.filter((arg) => arg === '--no-sandbox').length;
  expect(count(chromiumArguments({ ...options, switches: new Map() }))).toBe(1);
  expect(count(chromiumArguments({ ...options, switches: new Map([['no-sandbox', '']]) }))).toBe(1);
  expect(chromiumArguments({ ...options, headless: false, switches: new Map() })).not.toContain('--headless=new');
});
