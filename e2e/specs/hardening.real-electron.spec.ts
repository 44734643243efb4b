import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { _electron as electron } from '@playwright/test';
import { freshUserData } from '../fixtures/console.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { expect, test } from '../fixtures/test.ts';
import { LiveView } from '../pages/live-view.ts';
import { SignIn } from '../pages/sign-in.ts';

// What only Electron's own binary can prove: its preferences as they are in force, the operating system's sandbox, and the
// operating system's vault. Left out where that binary is not (playwright.config.ts).

const root = resolve(import.meta.dirname, '../..');
const isRoot = process.getuid?.() === 0;

test('the preferences in force are the hardened ones @real-electron', async ({ open }) => {
  const { app, window } = await open();
  await expect(new SignIn(window).heading).toBeVisible();
  const preferences = await app.evaluate(({ webContents }) => {
    // Not in Electron's types, though its own test tools rely on it.
    const [contents] = webContents.getAllWebContents();
    return Reflect.get(contents ?? {}, 'getLastWebPreferences')?.call(contents);
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  });
});

test('pages run in the sandbox of the operating system @real-electron', async () => {
  test.skip(isRoot && process.platform === 'linux', 'Chromium has no sandbox for root on Linux');
  const userData = await freshUserData();
  const app = await electron.launch({ args: [root, `--user-data-dir=${userData}`], chromiumSandbox: true });
  try {
    const window = await app.firstWindow();
    await expect(new SignIn(window).heading).toBeVisible();
    const { pid, metrics, noSandbox } = await app.evaluate(({ app: self, webContents }) => ({
      pid: webContents.getAllWebContents()[0]?.getOSProcessId(),
      metrics: self.getAppMetrics().map(({ pid: one, type, sandboxed }) => ({ pid: one, type, sandboxed })),
      noSandbox: self.commandLine.hasSwitch('no-sandbox'),
    }));
    expect(noSandbox).toBe(false);
    if (process.platform === 'linux') {
      // 2: system calls are filtered (man 5 proc, seccomp(2)).
      expect(await readFile(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
    } else {
      expect(metrics.find((one) => one.pid === pid)).toMatchObject({ sandboxed: true });
    }
  } finally {
    await app.close();
  }
});

test('the system vault keeps a sign-in sealed, without a question @real-electron', async ({
  simulator,
  systemBrowser,
  open,
  userData,
}) => {
  const first = await open({ userData });
  const backend = await first.app.evaluate(({ safeStorage }) =>
    process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform,
  );
  test.skip(backend === 'basic_text' || backend === 'unknown', 'this desktop has no keyring');
  await signInAs(first, systemBrowser, simulator.url, { keep: 'unasked' });
  await expect(new SignIn(first.window).vaultQuestion).toBeHidden();
  await first.close();

  const kept = JSON.parse(await readFile(join(userData, 'vault.json'), 'utf8'));
  const expected: Readonly<Record<string, string>> = { darwin: 'keychain', win32: 'dpapi' };
  expect(kept).toMatchObject({ backend: expected[process.platform] ?? backend, sealed: expect.any(String) });
  expect(kept.choice).toBeUndefined();
  const bytes = Buffer.from(kept.sealed, 'base64');
  for (const { value } of await simulator.issued()) expect(bytes.includes(value)).toBe(false);

  const second = await open({ userData });
  await new LiveView(second.window).expectLive();
  expect(await second.opened()).toEqual([]);
});
