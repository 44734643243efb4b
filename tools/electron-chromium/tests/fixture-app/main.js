/** The main process of the fixture: every part of the interface that the specs look at, and nothing else. */
import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, ipcMain, protocol, session, shell } from 'electron';

const folder = import.meta.dirname;
const policy = "default-src 'none'; script-src 'nonce-fixture'; style-src 'self'; connect-src 'self'; frame-src *";
/** @type {Record<string, string>} */
const types = { '.html': 'text/html', '.js': 'text/javascript' };

/** What happened, for the specs to read: in the process, and in a file for what happens at its end. */
const happened = /** @type {string[]} */ ([]);
/** @param {string} what */
const note = (what) => {
  happened.push(what);
  const file = process.env['FIXTURE_LOG'];
  if (file) appendFileSync(file, `${what}\n`);
};
const fixture = { happened, isVetoing: false, allowsOpening: false };
Object.assign(globalThis, { fixture });

app.setPath('userData', process.env['FIXTURE_USER_DATA'] ?? app.getPath('userData'));
app.on('before-quit', () => note('before-quit'));
app.on('will-quit', () => note('will-quit'));
app.on('quit', () => note('quit'));
app.on('window-all-closed', () => {
  note('window-all-closed');
  app.quit();
});
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

/**
 * Serves the fixture's files, and an address that tells what it was asked.
 * @param {Request} request
 */
async function serve(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/echo') {
    const body = request.method === 'POST' ? await request.text() : '';
    return Response.json({ url: request.url, method: request.method, body });
  }
  if (pathname === '/moved') return new Response(null, { status: 302, headers: { location: 'app://fixture/echo' } });
  const type = types[path.extname(pathname)] ?? 'application/octet-stream';
  const headers = { 'content-type': type, 'content-security-policy': policy };
  return new Response(await readFile(path.join(folder, 'pages', path.basename(pathname))), { headers });
}

function openWindow() {
  const window = new BrowserWindow({
    width: 640,
    height: 480,
    webPreferences: { preload: path.join(folder, 'preload.cjs') },
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(({ url }) => {
    if (fixture.allowsOpening) return { action: 'allow', overrideBrowserWindowOptions: { width: 300 } };
    if (url.startsWith('https:')) void shell.openExternal(url);
    return { action: 'deny' };
  });
  /** @param {string} name */
  const stayInside = (name) => (/** @type {{ url: string, preventDefault(): void }} */ event) => {
    note(`${name} ${event.url}`);
    if (!event.url.startsWith('app://fixture/')) event.preventDefault();
  };
  webContents.on('will-navigate', stayInside('will-navigate'));
  webContents.on('will-redirect', stayInside('will-redirect'));
  webContents.on('will-frame-navigate', stayInside('will-frame-navigate'));
  webContents.on('render-process-gone', (_, details) => note(`render-process-gone ${details.reason}`));
  webContents.on('console-message', ({ level, message }) => note(`console ${level} ${message}`));
  window.on('ready-to-show', () => note('ready-to-show'));
  window.on('close', (event) => {
    note('close');
    if (fixture.isVetoing) event.preventDefault();
  });
  window.on('closed', () => note('closed'));
  return window.loadURL('app://fixture/index.html?from=main#top');
}

let count = 0;
ipcMain.handle('types', (_, value) => ({
  value,
  seen: [value.date instanceof Date, value.map instanceof Map, value.bytes instanceof Uint8Array, value.bytes?.[2]],
}));
ipcMain.handle('fail', () => {
  throw new TypeError('no such thing');
});
ipcMain.handle('count', () => ++count);
ipcMain.handle('sender', ({ sender, senderFrame: frame }) => ({
  isWindow: BrowserWindow.fromWebContents(sender) !== null,
  url: frame?.url,
  origin: frame?.origin,
  isTop: frame?.top === frame && frame?.parent === null && frame === sender.mainFrame,
}));
ipcMain.handle('function', () => () => {});
ipcMain.on('start', ({ sender }, amount) => {
  for (let tick = 0; tick < amount; tick++) sender.send('tick', tick);
});
const said = /** @type {unknown[]} */ ([]);
ipcMain.on('say', (_, word) => said.push(word));
ipcMain.handle('said', () => said);

if (app.requestSingleInstanceLock({ from: 'fixture' })) {
  app.on('second-instance', (_, argv, cwd, data) => note(`second-instance ${JSON.stringify({ argv, cwd, data })}`));
  void app.whenReady().then(() => {
    session.defaultSession.setPermissionRequestHandler((_, name, callback) => callback(name === 'geolocation'));
    session.defaultSession.setPermissionCheckHandler((_, name) => name === 'geolocation');
    session.defaultSession.webRequest.onBeforeRequest(({ url }, callback) =>
      callback({ cancel: url.includes('blocked') || !/^(?:app|data|devtools):/.test(url) }),
    );
    protocol.handle('app', serve);
    return openWindow();
  });
} else {
  note('second instance leaves');
  app.quit();
}
