import { channels } from '../../src/shared/ipc/channels.ts';
import { type ListeningServer, startListeningServer } from '../fixtures/listening-server.ts';
import { expect, test } from '../fixtures/test.ts';
import { SignIn } from '../pages/sign-in.ts';

let elsewhere: ListeningServer;
test.beforeEach(async () => {
  elsewhere = await startListeningServer();
});
test.afterEach(() => elsewhere.close());

/** The policy as it is sent; a change here is a decision (docs/security.md 7). */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'nonce-<nonce>'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

test('a page has no Node, no Electron and no more than the contract', async ({ open }) => {
  const { window } = await open();
  await expect(new SignIn(window).heading).toBeVisible();

  await test.step('no globals of Node or Electron', async () => {
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      'electron',
      'ipcRenderer',
      '__dirname',
    ];
    const types = await window.evaluate(`${JSON.stringify(names)}.map((name) => typeof globalThis[name])`);
    expect(types).toEqual(names.map(() => 'undefined'));
  });

  await test.step('the exposed object is exactly the contract', async () => {
    const exposed = await window.evaluate(
      'Object.entries(dialai).map(([group, calls]) => [group, Object.entries(calls).map(([name, call]) => [name, typeof call])])',
    );
    const expected = Object.entries(channels).map(([group, calls]) => [
      group,
      Object.keys(calls).map((name) => [name, 'function']),
    ]);
    expect(exposed).toEqual(expected);
  });

  await test.step('a page cannot replace or extend it', async () => {
    const seen = await window.evaluate(`(() => {
      const before = dialai.session.signInWithToken;
      for (const attempt of [
        () => { dialai.session.signInWithToken = () => 'mine'; },
        () => { dialai.session = {}; },
        () => { globalThis.dialai = {}; },
        () => { dialai.mine = true; },
        () => { delete globalThis.dialai; },
      ]) try { attempt(); } catch { /* strict mode throws, sloppy mode ignores */ }
      return [globalThis.dialai?.session.signInWithToken === before, 'mine' in globalThis.dialai];
    })()`);
    expect(seen).toEqual([true, false]);
  });

  await test.step('what the page does to its prototypes does not reach the preload', async () => {
    // The preload keeps each stream in a map by its id, a text; a page that shared its world would see that.
    const seen = await window.evaluate(`(() => {
      const caught = [];
      const originals = { set: Map.prototype.set, get: Map.prototype.get, delete: Map.prototype.delete };
      for (const [name, original] of Object.entries(originals))
        Map.prototype[name] = function (...args) {
          if (typeof args[0] === 'string') caught.push(name + ' ' + args[0]);
          return Reflect.apply(original, this, args);
        };
      dialai.session.state(undefined, () => undefined)();
      new Map().set('control', 1);
      Object.assign(Map.prototype, originals);
      return caught;
    })()`);
    expect(seen).toEqual(['set control']);
  });

  await test.step('callbacks get data, not events', async () => {
    // A batch crosses as JSON: a text can hold no event, no function and no way back.
    const seen = await window.evaluate(`new Promise((done) => {
      const end = dialai.session.state(undefined, (...args) => {
        end();
        done({ types: args.map((one) => typeof one), batch: JSON.parse(args[0]) });
      });
    })`);
    expect(seen).toMatchObject({ types: ['string'], batch: { ok: true, value: { kind: 'signed-out' } } });
  });
});

test('nonsense through the real bridge is refused by every entry', async ({ open }) => {
  const { app, window } = await open();
  await expect(new SignIn(window).heading).toBeVisible();
  const entries = Object.entries(channels).flatMap(([group, calls]) =>
    Object.entries(calls).map(([name, kind]) => ({ group, name, kind })),
  );
  const answers = await window.evaluate(`(async () => {
    // Long answers cross as text.
    const read = (answer) => (typeof answer === 'string' ? JSON.parse(answer) : answer);
    const junk = [42, 'text', true, null, ['a'], 'x'.repeat(100000), 10n];
    const answers = [];
    for (const { group, name, kind } of ${JSON.stringify(entries)}) {
      for (const [index, input] of junk.entries()) {
        const answer = kind === 'stream'
          ? await new Promise((done) => { const end = dialai[group][name](input, (batch) => { done(JSON.parse(batch)); queueMicrotask(() => end()); }); })
          : read(await dialai[group][name](input));
        answers.push([group + '.' + name + ' ' + index, answer.ok, answer.failure?.code, answer.failure?.detail?.reason]);
      }
    }
    return answers;
  })()`);
  expect(answers).toHaveLength(entries.length * 7);
  expect((answers as readonly unknown[][]).filter(([, ok, code]) => ok !== false || code !== 'invalid')).toEqual([]);

  await test.step('names that are not in the contract are refused', async () => {
    const seen = await app.evaluate(({ ipcMain, webContents }) => {
      const handlers: Map<string, (...args: unknown[]) => unknown> = Reflect.get(ipcMain, '_invokeHandlers');
      const [contents] = webContents.getAllWebContents();
      const event = { sender: contents, senderFrame: contents?.mainFrame };
      const names = [
        ['__proto__', 'toString'],
        ['session', 'constructor'],
        ['session', '__proto__'],
        ['nothing', 'here'],
        [{}, []],
        [undefined, undefined],
      ];
      return Promise.all(names.map(([group, name]) => handlers.get('dialai:call')?.(event, group, name, undefined)));
    });
    for (const answer of seen) expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid' } });
  });

  await test.step('a frame that is not ours is refused', async () => {
    const seen = await app.evaluate(({ ipcMain, webContents }) => {
      const handlers: Map<string, (...args: unknown[]) => unknown> = Reflect.get(ipcMain, '_invokeHandlers');
      const [sender] = webContents.getAllWebContents();
      const frames = [
        { url: 'https://console.evil.example/', parent: null },
        { url: 'app://console.evil/index.html', parent: null },
        { url: 'app://console@evil/index.html', parent: null },
        { url: 'app://console/index.html', parent: {} },
        null,
      ];
      return Promise.all(
        frames.map((senderFrame) => handlers.get('dialai:call')?.({ sender, senderFrame }, 'app', 'info', undefined)),
      );
    });
    for (const answer of seen) expect(answer).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
  });

  await test.step('the page still works', async () => {
    expect(await window.evaluate(() => dialai.app.info())).toMatchObject({ ok: true });
  });
});

test('the policy is sent, holds, and leaves the page no network', async ({ open }) => {
  const { app, window } = await open();
  await expect(new SignIn(window).heading).toBeVisible();

  await test.step('headers of the page, with a nonce of its own each time', async () => {
    const answers = await app.evaluate(async ({ net }) => {
      const read = async () => {
        const answer = await net.fetch('app://console/index.html');
        return { status: answer.status, headers: Object.fromEntries(answer.headers) };
      };
      return [await read(), await read()];
    });
    const nonces = answers.map(({ headers }) => /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1]);
    for (const [index, { status, headers }] of answers.entries()) {
      expect(status).toBe(200);
      expect(headers['content-security-policy']?.replace(nonces[index] ?? '', '<nonce>')).toBe(POLICY);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
    }
    expect(nonces[0]).toMatch(/^[\w+/]{24}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  await test.step('no path leaves the folder of the pages', async () => {
    const statuses = await app.evaluate(({ net }) =>
      Promise.all(
        [
          'app://console/../package.json',
          'app://console/%2e%2e/%2e%2e/package.json',
          'app://console/..%2f..%2fpackage.json',
          'app://console/..%5c..%5cpackage.json',
          'app://console/assets/..%2f..%2fmain/index.js',
          'app://console/%00',
          'app://console//etc/hosts',
          'app://elsewhere/index.html',
        ].map(async (url) => (await net.fetch(url)).status),
      ),
    );
    expect(statuses).toEqual(statuses.map(() => 404));
  });

  const violations = `(act) => new Promise((done) => {
    document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true });
    act();
  })`;
  await test.step('no inline script, no attribute handler, no javascript: address', async () => {
    const inline = `() => { const s = document.createElement('script'); s.textContent = 'globalThis.ran = 1'; document.body.append(s); }`;
    const handler = `() => { const b = document.createElement('button'); b.setAttribute('onclick', 'globalThis.ran = 2'); document.body.append(b); b.click(); b.remove(); }`;
    const address = `() => { location.href = 'javascript:globalThis.ran = 3'; }`;
    expect(await window.evaluate(`(${violations})(${inline})`)).toBe('script-src-elem');
    expect(await window.evaluate(`(${violations})(${handler})`)).toBe('script-src-attr');
    expect(await window.evaluate(`(${violations})(${address})`)).toBe('script-src-elem');
    expect(await window.evaluate('typeof globalThis.ran')).toBe('undefined');
  });

  const reach = (address: string) => `Promise.all([
    fetch('${address}/fetch').then(() => 'reached', () => 'refused'),
    fetch('${address}/no-cors', { mode: 'no-cors', method: 'POST', body: 'x' }).then(() => 'reached', () => 'refused'),
    new Promise((done) => { const r = new XMLHttpRequest(); r.onload = () => done('reached'); r.onerror = () => done('refused'); r.open('GET', '${address}/xhr'); try { r.send(); } catch { done('refused'); } }),
    new Promise((done) => { const i = new Image(); i.onload = () => done('reached'); i.onerror = () => done('refused'); i.src = '${address}/image.png'; }),
    new Promise((done) => { const s = document.createElement('script'); s.onload = () => done('reached'); s.onerror = () => done('refused'); s.src = '${address}/script.js'; document.body.append(s); }),
    new Promise((done) => { const l = document.createElement('link'); l.rel = 'stylesheet'; l.onload = () => done('reached'); l.onerror = () => done('refused'); l.href = '${address}/style.css'; document.body.append(l); }),
    fetch('file:///etc/hosts').then(() => 'reached', () => 'refused'),
  ])`;
  const refused = Array.from({ length: 7 }, () => 'refused');
  await test.step('nothing outside is reached', async () => {
    expect(await window.evaluate(reach(elsewhere.url))).toEqual(refused);
    const socket = `new Promise((done) => { try { const s = new WebSocket('${elsewhere.url.replace('http', 'ws')}/socket'); s.onopen = () => done('reached'); s.onerror = () => done('refused'); } catch { done('refused'); } })`;
    expect(await window.evaluate(socket)).toBe('refused');
    const form = `() => { const f = document.createElement('form'); f.action = '${elsewhere.url}/form'; f.method = 'post'; document.body.append(f); f.submit(); }`;
    expect(await window.evaluate(`(${violations})(${form})`)).toBe('form-action');
    await window.evaluate(`void navigator.sendBeacon('${elsewhere.url}/beacon', 'x')`);
  });

  await test.step('nor if the policy were not there: main cancels the requests', async () => {
    const devtools = await app.context().newCDPSession(window);
    await devtools.send('Page.setBypassCSP', { enabled: true });
    await window.reload();
    await expect(new SignIn(window).heading).toBeVisible();
    // Without the policy an inline script runs, so what follows is proved by main alone.
    await window.evaluate(
      `{ const s = document.createElement('script'); s.textContent = 'globalThis.ran = 4'; document.body.append(s); }`,
    );
    expect(await window.evaluate('globalThis.ran')).toBe(4);
    expect(await window.evaluate(reach(elsewhere.url))).toEqual(refused);
    await window.evaluate(
      `{ const f = document.createElement('iframe'); f.src = '${elsewhere.url}/frame'; document.body.append(f); }`,
    );
    expect(await window.evaluate(() => dialai.app.info())).toMatchObject({ ok: true });
  });
  expect(elsewhere.hits).toEqual([]);
  expect((await fetch(elsewhere.url)).status).toBe(200);
  expect(elsewhere.hits).toEqual(['GET /']);
});

test('there is one window, it stays where it is, and it is allowed nothing', async ({ open }) => {
  const { app, window, opened } = await open();
  const signIn = new SignIn(window);
  await expect(signIn.heading).toBeVisible();
  const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

  await test.step('no new windows', async () => {
    expect(await window.evaluate(`window.open('${elsewhere.url}/popup')`)).toBeNull();
    expect(await window.evaluate(`window.open('/index.html')`)).toBeNull();
    expect(await window.evaluate(`window.open('about:blank')`)).toBeNull();
    await window.evaluate(`{
      const link = document.createElement('a');
      Object.assign(link, { href: '${elsewhere.url}/blank', target: '_blank', textContent: 'elsewhere', id: 'elsewhere' });
      document.querySelector('main').prepend(link);
    }`);
    await window.locator('#elsewhere').click();
    await window.locator('#elsewhere').click({ modifiers: ['ControlOrMeta'] });
    await window.locator('#elsewhere').click({ button: 'middle' });
    expect(await windows()).toBe(1);
    expect(app.windows()).toHaveLength(1);
    // Refused is refused: nothing is handed to the system browser instead.
    expect(await opened()).toEqual([]);
  });

  await test.step('no navigation away', async () => {
    for (const away of [
      `location.href = '${elsewhere.url}/href'`,
      `location.assign('${elsewhere.url}/assign')`,
      `location.href = 'https://console.example.com/'`,
      `location.href = 'file:///etc/hosts'`,
      `location.href = 'data:text/html,<h1>data</h1>'`,
    ]) {
      await window.evaluate(`void (() => { try { ${away} } catch { /* refused at once */ } })()`);
    }
    await window.evaluate('document.querySelector("#elsewhere").removeAttribute("target")');
    await window.locator('#elsewhere').click();
    await expect(signIn.heading).toBeVisible();
    expect(await window.evaluate(() => dialai.app.info())).toMatchObject({ ok: true });
    const url = await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getURL());
    expect(url).toMatch(/^app:\/\/console\//);
  });

  await test.step('no permission', async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const states = await window.evaluate(
      `Promise.all(${JSON.stringify(names)}.map((name) => navigator.permissions.query({ name }).then((p) => p.state)))`,
    );
    expect(states).toEqual(names.map(() => 'denied'));
    const asked = await window.evaluate(`Promise.all([
      Notification.requestPermission(),
      navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', (error) => error.name),
      new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('granted'), (error) => done(error.code))),
    ])`);
    expect(asked).toEqual(['denied', expect.stringMatching(/^NotAllowedError|NotFoundError$/), 1]);
  });

  await test.step('external links are https only', async () => {
    const urls = [
      elsewhere.url,
      'file:///etc/hosts',
      'smb://host/share',
      'javascript:alert(1)',
      'ms-msdt:/id',
      'https://user:pass@example.com/',
      'https://example.com\\@evil.example/',
      ' https://example.com/',
    ];
    for (const url of urls) {
      expect(await window.evaluate((link) => dialai.app.openExternal({ url: link }), url)).toMatchObject({
        ok: false,
        failure: { code: 'invalid' },
      });
    }
    expect(await opened()).toEqual([]);
    expect(await window.evaluate(() => dialai.app.openExternal({ url: 'https://example.com/help' }))).toMatchObject({
      ok: true,
    });
    expect(await opened()).toEqual(['https://example.com/help']);
  });
  expect(elsewhere.hits).toEqual([]);
});
