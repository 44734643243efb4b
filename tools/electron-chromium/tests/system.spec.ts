import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { executable, expect, fixtureApp, test } from './launch.ts';

test('a second instance leaves and tells the first', async ({ launched: { env, log } }) => {
  const second = spawnSync(executable, ['--no-sandbox', fixtureApp, '--flag', 'dialai://open'], {
    env,
    timeout: 10_000,
  });
  expect(second.status).toBe(0);
  await expect.poll(() => log().filter((line) => line.startsWith('second-instance '))).toHaveLength(1);
  const told = JSON.parse(
    log()
      .find((line) => line.startsWith('second-instance '))
      ?.replace('second-instance ', '') ?? '',
  );
  expect(told.argv.slice(-2)).toEqual(['--flag', 'dialai://open']);
  expect(told.data).toEqual({ from: 'fixture' });
});

test('a utility process hears, answers, writes and ends', async ({ launched: { app } }) => {
  const seen = await app.evaluate(
    ({ utilityProcess }, file) =>
      new Promise((resolve) => {
        let output = '';
        let answer: unknown;
        const child = utilityProcess.fork(file, [], { stdio: 'pipe', serviceName: 'fixture' });
        child.stdout?.on('data', (data) => {
          output += data;
        });
        child.on('message', (message) => {
          answer = { ...message, map: message.map instanceof Map };
          child.postMessage({ exit: 3 });
        });
        child.on('exit', (code) => resolve({ answer, code, output, pid: child.pid }));
        child.postMessage({ text: 'hello', map: new Map() });
      }),
    path.join(fixtureApp, 'utility.js'),
  );
  expect(seen).toEqual({
    answer: { answer: 'hello!', type: 'utility', map: true },
    code: 3,
    output: 'heard hello\n',
  });
});

test('safeStorage refuses until plain text is accepted, then keeps a secret', async ({ launched: { app } }) => {
  const seen = await app.evaluate(async ({ safeStorage }) => {
    const before = safeStorage.isEncryptionAvailable();
    const refusal = await safeStorage.encryptStringAsync('x').catch((error: Error) => error.message);
    safeStorage.setUsePlainTextEncryption(true);
    const bytes = await safeStorage.encryptStringAsync('sécret');
    const back = await safeStorage.decryptStringAsync(bytes);
    const corrupt = await safeStorage
      .decryptStringAsync(Buffer.from('v10nonsense'))
      .catch((error: Error) => error.message);
    return {
      before,
      refusal,
      after: await safeStorage.isAsyncEncryptionAvailable(),
      prefix: bytes.subarray(0, 3).toString(),
      isHidden: !bytes.toString('latin1').includes('cret'),
      back,
      sync: safeStorage.decryptString(safeStorage.encryptString('again')),
      corrupt,
      backend: safeStorage.getSelectedStorageBackend(),
    };
  });
  expect(seen).toEqual({
    before: false,
    refusal: expect.stringContaining('Encryption is not available'),
    after: true,
    prefix: 'v10',
    isHidden: true,
    back: { shouldReEncrypt: false, result: 'sécret' },
    sync: 'again',
    corrupt: expect.stringContaining('Error while decrypting'),
    backend: 'basic_text',
  });
});

test('dialogs are answered as dismissed, recorded, and can be replaced', async ({ launched: { app } }) => {
  const seen = await app.evaluate(async ({ dialog }) => {
    const { response } = await dialog.showMessageBox({ message: 'Sure?', buttons: ['Delete', 'Cancel'] });
    const { canceled } = await dialog.showSaveDialog({});
    dialog.showMessageBox = async () => ({ response: 7, checkboxChecked: false });
    const replaced = await dialog.showMessageBox({ message: '' });
    const { records } = Reflect.get(globalThis, Symbol.for('electron-chromium'));
    return {
      response,
      canceled,
      replaced: replaced.response,
      apis: records.map((entry: { api: string }) => entry.api),
    };
  });
  expect(seen).toEqual({
    response: 1,
    canceled: true,
    replaced: 7,
    apis: expect.arrayContaining(['dialog.showMessageBox', 'dialog.showSaveDialog']),
  });
});

test('menus are kept and clicked; notifications, tray and power events are emitted', async ({ launched: { app } }) => {
  const seen = await app.evaluate(
    ({ Menu, Notification, Tray, nativeImage, powerMonitor, globalShortcut, clipboard }) => {
      const heard: string[] = [];
      const template = [{ label: 'File', submenu: [{ id: 'new', label: 'New', click: () => heard.push('new') }] }];
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
      Menu.getApplicationMenu()?.getMenuItemById('new')?.click();
      const notification = new Notification({ title: 'T', body: 'B' });
      notification.on('click', () => heard.push('clicked'));
      notification.emit('click');
      new Tray(nativeImage.createEmpty()).on('click', () => heard.push('tray')).emit('click');
      powerMonitor.on('resume', () => heard.push('resume')).emit('resume');
      heard.push(String(globalShortcut.register('Ctrl+K', () => {})), String(globalShortcut.isRegistered('Ctrl+K')));
      return clipboard
        .writeText('clip')
        .then(() => clipboard.readText())
        .then((text) => [...heard, text]);
    },
  );
  expect(seen).toEqual(['new', 'clicked', 'tray', 'resume', 'true', 'true', 'clip']);
});

test('what is missing says its name', async ({ launched: { app } }) => {
  const messages = await app.evaluate((electron) => {
    const attempts = [
      () => Reflect.get(electron.app, 'getAppMetrics'),
      () => Reflect.get(electron.BrowserWindow.getAllWindows()[0] ?? {}, 'setShape'),
      () => electron.autoUpdater.checkForUpdates(),
      () => new electron.MessageChannelMain(),
      () => electron.session.fromPartition('persist:other'),
      () => new electron.BrowserWindow({ webPreferences: { nodeIntegration: true } }),
    ];
    return attempts.map((attempt) => {
      try {
        return String(attempt());
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    });
  });
  expect(messages).toEqual([
    'electron-chromium: app.getAppMetrics is not implemented',
    'electron-chromium: BrowserWindow.setShape is not implemented',
    'electron-chromium: autoUpdater.checkForUpdates is not implemented',
    'electron-chromium: new MessageChannelMain() is not implemented',
    "electron-chromium: session.fromPartition('persist:other') is not implemented",
    'electron-chromium: only isolated, sandboxed windows without Node and webviews are implemented',
  ]);
});

test('the application finds itself in Electron', async ({ launched: { app, folder } }) => {
  const seen = await app.evaluate(({ app: self }) => [
    self.getName(),
    self.getVersion(),
    self.getAppPath(),
    self.isPackaged,
    self.getPath('userData'),
    process.type ?? '',
    process.versions.electron ?? '',
    /^\d+\./.test(process.versions.chrome ?? ''),
    self.commandLine.hasSwitch('password-store'),
  ]);
  const userData = path.join(folder, 'user-data');
  expect(seen).toEqual(['Fixture App', '1.2.3', fixtureApp, false, userData, 'browser', '45.4.1', true, true]);
});
