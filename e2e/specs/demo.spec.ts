import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';
import { LiveView } from '../pages/live-view.ts';

const start = resolve(import.meta.dirname, '../../scripts/start.mjs');

test('--demo reaches Live View without a click; tenants can be switched; signing out leads back', async ({ open }) => {
  const console = await open({ args: ['--demo'] });
  const live = new LiveView(console.window);
  await live.expectLive();
  await expect(live.hub('live')).toBeVisible();
  // Nothing was shown to a browser: the demo's agent signed in over HTTP.
  expect(await console.opened()).toEqual([]);

  const frame = new Frame(console.window);
  const before = await live.firstId();
  for (const tenant of ['Northwind Utilities', 'Pacific Clinic', 'Maritime Telecom']) {
    await frame.switchTenant(tenant);
    await live.expectLive();
    await expect(live.hub('live')).toBeVisible();
  }
  expect(before).toMatch(/^c-\d+$/u);
  // What it runs on is told as it is.
  const info = await console.window.evaluate(() => dialai.app.info());
  expect(info).toMatchObject({ ok: true, value: { runtime: process.env['DIALAI_RUNTIME'] } });
  await frame.signOut();
});

test('npm start -- --demo --screenshot says that there is no window, writes a picture of Live View and ends', async ({
  userData,
}) => {
  const file = join(userData, 'first-screen.png');
  // With Electron's own binary a display is needed; otherwise this is a machine without one.
  const withDisplay = process.env['DIALAI_RUNTIME'] === 'electron';
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...headless } = process.env;
  const env = withDisplay ? process.env : headless;
  const started = spawn(
    process.execPath,
    [start, '--demo', '--screenshot', file, '--user-data-dir', join(userData, 'profile')],
    { env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  started.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  expect(await once(started, 'exit')).toEqual([0, null]);
  if (!withDisplay) expect(said).toContain('There is no display: the console runs headless');
  expect(said).toContain(`Screenshot written: ${file}`);
  const picture = await readFile(file);
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  // The header chunk holds width and height; a window without anything in it would be far smaller than this.
  expect(picture.readUInt32BE(16)).toBeGreaterThanOrEqual(1024);
  expect(picture.length).toBeGreaterThan(20_000);
});
