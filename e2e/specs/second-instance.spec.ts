import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { expect, test } from '../fixtures/test.ts';
import { SignIn } from '../pages/sign-in.ts';

// Outside Electron the package is the path of its executable.
const electron: string = createRequire(import.meta.url)('electron');
const root = resolve(import.meta.dirname, '../..');

test('a second start shows the window that is there and ends', async ({ open, userData }) => {
  const { app, window } = await open({ userData });
  await expect(new SignIn(window).heading).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const minimised = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isMinimized()));
  expect(await minimised()).toEqual([true]);

  const second = spawn(electron, ['--no-sandbox', root, `--user-data-dir=${userData}`], { stdio: 'ignore' });
  const code = await new Promise((done) => second.once('exit', done));
  expect(code).toBe(0);

  await expect.poll(minimised).toEqual([false]);
  expect(app.windows()).toHaveLength(1);
  const focused = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused());
  await expect.poll(focused).toBe(true);
  expect(await window.evaluate(() => dialai.app.info())).toMatchObject({ ok: true });
});
