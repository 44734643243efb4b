import { expect, setFixture, test } from './launch.ts';

test('size, title and state of a window', async ({ launched: { app, page } }) => {
  const window = await app.browserWindow(page);
  expect(await page.evaluate('[innerWidth, innerHeight]')).toEqual([640, 480]);
  await expect.poll(() => window.evaluate((w) => w.getTitle())).toBe('Fixture page');
  await window.evaluate((w) => w.setSize(500, 400));
  await expect.poll(() => page.evaluate('[innerWidth, innerHeight]')).toEqual([500, 400]);
  const states = await window.evaluate((w) => {
    const seen: string[] = [];
    for (const name of ['minimize', 'restore', 'hide', 'show', 'enter-full-screen'] as const)
      w.on(name as 'show', () => seen.push(name));
    w.minimize();
    const isMinimized = w.isMinimized();
    w.restore();
    w.hide();
    const isHidden = !w.isVisible();
    w.show();
    w.setFullScreen(true);
    return { seen, is: [isMinimized, isHidden, w.isFocused(), w.isFullScreen(), w.isDestroyed()] };
  });
  expect(states).toEqual({
    seen: ['minimize', 'restore', 'hide', 'show', 'enter-full-screen'],
    is: [true, true, true, true, false],
  });
});

test('pictures and PDFs', async ({ launched: { app, page } }) => {
  const window = await app.browserWindow(page);
  const [signature, size] = await window.evaluate(async (w) => {
    const image = await w.webContents.capturePage();
    return [image.toPNG().subarray(1, 4).toString(), image.getSize()] as const;
  });
  expect([signature, size]).toEqual(['PNG', { width: 640, height: 480 }]);
  expect(await window.evaluate(async (w) => (await w.webContents.printToPDF({})).subarray(0, 5).toString())).toBe(
    '%PDF-',
  );
});

test('a second window opens, is itself, and closes alone', async ({ launched: { app, page } }) => {
  await setFixture(app, { allowsOpening: true });
  const [second] = await Promise.all([app.waitForEvent('window'), page.evaluate("void window.open('/second.html')")]);
  await expect(second.getByRole('heading', { name: 'Second' })).toBeVisible();
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.webContents.getURL())),
  ).toEqual(['app://fixture/index.html?from=main#top', 'app://fixture/second.html']);
  await second.close();
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await page.evaluate('fixture.add(1, 1)')).toBe(2);
});

test('a crashed page is told and can be loaded again', async ({ launched: { app, page, log } }) => {
  await (await app.browserWindow(page)).evaluate((w) => w.webContents.forcefullyCrashRenderer());
  await expect.poll(log).toContain('render-process-gone crashed');
  const seen = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    await window?.loadURL('app://fixture/index.html');
    return window?.webContents.executeJavaScript('fixture.add(2, 3)');
  });
  expect(seen).toBe(5);
});

test('loadURL tells why it failed, and console messages arrive', async ({ launched: { app, log } }) => {
  const reason = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]
      ?.loadURL('https://blocked.invalid/')
      .catch((error) => error.code),
  );
  expect(reason).toBe('ERR_BLOCKED_BY_CLIENT');
  expect(log()).toContain('console warning a page warning');
});

test('the theme and the zoom reach the page', async ({ launched: { app, page } }) => {
  await page.emulateMedia({ colorScheme: null });
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expect.poll(() => page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")).toBe(true);
  await (await app.browserWindow(page)).evaluate((w) => w.webContents.setZoomFactor(2));
  await expect.poll(() => page.evaluate('document.documentElement.currentCSSZoom')).toBe(2);
});
