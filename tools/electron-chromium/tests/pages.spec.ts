import { expect, test } from './launch.ts';

test('the handler of the scheme is asked for pages, fetches and posts', async ({ launched: { app, page } }) => {
  expect(await page.evaluate("fetch('/echo?a=1').then((r) => r.json())")).toEqual({
    url: 'app://fixture/echo?a=1',
    method: 'GET',
    body: '',
  });
  const post = "fetch('/echo', { method: 'POST', body: 'text' }).then((r) => r.json())";
  expect(await page.evaluate(post)).toMatchObject({ method: 'POST', body: 'text' });
  expect(await page.evaluate('isSecureContext')).toBe(true);
  const url = await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getURL());
  expect(url).toBe('app://fixture/index.html?from=main#top');
  expect(await app.evaluate(({ net }) => net.fetch('app://fixture/echo').then((r) => r.json()))).toMatchObject({
    url: 'app://fixture/echo',
  });
});

test('the policy of the page holds', async ({ launched: { page } }) => {
  expect(await page.evaluate('typeof inlineRan')).toBe('undefined');
  const injected = `new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), { once: true });
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.body.append(script);
  })`;
  expect(await page.evaluate(injected)).toBe('script-src-elem');
  expect(await page.evaluate('typeof inlineRan')).toBe('undefined');
});

test('navigation inside is allowed, outside it is vetoed and the page stays', async ({ launched: { page, log } }) => {
  await page.locator('#plain').click();
  await expect.poll(log).toContain('will-frame-navigate https://example.com/plain');
  await page.evaluate("void (location.href = 'https://example.com/script')");
  await expect.poll(log).toContain('will-frame-navigate https://example.com/script');
  await expect(page.getByRole('heading', { name: 'Fixture' })).toBeVisible();
  expect(await page.evaluate('fixture.add(1, 1)')).toBe(2);
  await page.locator('#inside').click();
  await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible();
  expect(log()).toContain('will-navigate app://fixture/second.html');
});

test('what stays within the document is told apart from what leaves it', async ({ launched: { app, page } }) => {
  await app.evaluate(({ webContents }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { navigations: seen });
    webContents.getAllWebContents()[0]?.on('did-start-navigation', ({ url, isSameDocument }) => {
      seen.push(`${url.replace(/^app:\/\/fixture/, '')} ${isSameDocument ? 'within' : 'anew'}`);
    });
  });
  const seen = () => app.evaluate(() => [...(Reflect.get(globalThis, 'navigations') as string[])]);
  await page.evaluate("void (location.hash = 'there')");
  await page.goBack();
  await expect.poll(seen).toContain('/index.html?from=main#top within');
  expect((await seen()).filter((one) => one.endsWith('anew'))).toEqual([]);
  await page.locator('#inside').click();
  await page.getByRole('heading', { name: 'Second' }).waitFor();
  expect((await seen()).at(-1)).toBe('/second.html anew');
});

test('redirects and frames are asked about', async ({ launched: { page, log } }) => {
  await page.evaluate(`{
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/frame';
    document.body.append(frame);
  }`);
  await expect.poll(log).toContain('will-frame-navigate https://example.com/frame');
  await page.locator('#moved').click();
  await expect.poll(log).toContain('will-redirect app://fixture/echo');
});

test('new windows are refused; https links go to the system', async ({ launched: { app, page, openedOutside } }) => {
  await page.locator('#blank').click();
  await page.evaluate("window.open('https://example.com/popup'); window.open('http://example.com/insecure')");
  await page.locator('#plain').click({ button: 'middle' });
  await expect
    // Each is opened by a process of its own, so their order is not given.
    .poll(() => openedOutside().toSorted())
    .toEqual(['https://example.com/blank', 'https://example.com/plain', 'https://example.com/popup']);
  expect(app.windows()).toHaveLength(1);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('webRequest cancels a request before it leaves', async ({ launched: { app, page } }) => {
  expect(await page.evaluate("fetch('/blocked').then(() => 'sent', () => 'cancelled')")).toBe('cancelled');
  expect(await page.evaluate("fetch('/echo').then(() => 'sent', () => 'cancelled')")).toBe('sent');
  await app.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest(null);
    session.defaultSession.webRequest.onHeadersReceived(({ responseHeaders }, callback) =>
      callback({ responseHeaders: { ...responseHeaders, 'X-Added': ['yes'] } }),
    );
  });
  await expect.poll(() => page.evaluate("fetch('/echo').then((r) => r.headers.get('x-added'))")).toBe('yes');
});

test('permissions follow the handlers', async ({ launched: { page } }) => {
  const state = (name: string) =>
    page.evaluate(`navigator.permissions.query({ name: '${name}' }).then((p) => p.state)`);
  expect([await state('notifications'), await state('geolocation'), await state('camera')]).toEqual([
    'denied',
    'granted',
    'denied',
  ]);
  expect(await page.evaluate('Notification.permission')).toBe('denied');
});

test('a right click in a field tells what could be done there; spelling is kept and replaced', async ({
  launched: { app, page },
}) => {
  await app.evaluate(({ webContents }) => {
    const heard: unknown[] = [];
    Object.assign(globalThis, { heard });
    webContents.getAllWebContents()[0]?.on('context-menu', (_event, params) => void heard.push(params));
  });
  await page.evaluate(`{
    const field = document.createElement('textarea');
    document.body.append(field);
    field.value = 'a wrold of words';
    field.focus();
    field.setSelectionRange(2, 7);
  }`);
  await page.locator('textarea').click({ button: 'right', position: { x: 1, y: 1 } });
  const heard = () => app.evaluate(() => Reflect.get(globalThis, 'heard'));
  await expect.poll(heard).toHaveLength(1);
  expect((await heard())[0]).toMatchObject({ isEditable: true, misspelledWord: '', editFlags: { canPaste: true } });

  await page.evaluate(`document.querySelector('textarea').setSelectionRange(2, 7)`);
  const languages = await app.evaluate(({ session, webContents }) => {
    const { defaultSession } = session;
    defaultSession.setSpellCheckerLanguages(['fr', 'en-CA']);
    webContents.getAllWebContents()[0]?.replaceMisspelling('world');
    try {
      defaultSession.setSpellCheckerLanguages(['tlh']);
    } catch (error) {
      return [Reflect.get(defaultSession, 'getSpellCheckerLanguages').call(defaultSession), String(error)];
    }
    return [];
  });
  expect(languages).toEqual([['fr', 'en-CA'], expect.stringContaining('"tlh" is not a valid language code')]);
  await expect(page.locator('textarea')).toHaveValue('a world of words');
});
