import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';
import { LiveView } from '../pages/live-view.ts';

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
  await frame.signOut();
});

test('--demo --screenshot writes a picture of Live View and ends', async ({ open, userData }) => {
  const file = join(userData, 'first-screen.png');
  const console = await open({ args: ['--demo', `--screenshot=${file}`] });
  const process = console.app.process();
  if (process.exitCode === null) await once(process, 'exit');
  expect(process.exitCode).toBe(0);
  const picture = await readFile(file);
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  // The header chunk holds width and height; a window without anything in it would be far smaller than this.
  expect(picture.readUInt32BE(16)).toBeGreaterThanOrEqual(1024);
  expect(picture.length).toBeGreaterThan(20_000);
});
