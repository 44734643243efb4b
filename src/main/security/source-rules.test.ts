import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const sources = globSync('src/{main,preload,shared,renderer}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
  .map((file) => ({ file, text: readFileSync(resolve(root, file), 'utf8') }));

/** What may stand in which files only; a stranger's shortcut fails here. */
const RULES: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ['shell.openExternal has one caller', /shell\s*\.\s*openExternal/, ['src/main/security/external-links.ts']],
  [
    'ipcMain is bound in one file',
    /\bipcMain\b/,
    [
      'src/main/ipc/bind.ts',
      // Takes away the channel that electron-store opens for renderers.
      'src/main/storage/electron-settings-file.ts',
    ],
  ],
  ['webContents.send has one caller', /contents\.send\(|webContents\.send\(/, ['src/main/ipc/bind.ts']],
  ['ipcRenderer stays in the preload', /\bipcRenderer\b/, ['src/preload/index.ts']],
  ['no sandbox: false', /sandbox:\s*false/, []],
  ['no experimental Blink features', /enableBlinkFeatures|experimentalFeatures:\s*true/, []],
  [
    'certificate errors are never bypassed',
    /certificate-error|setCertificateVerifyProc|rejectUnauthorized|NODE_TLS_REJECT/,
    [],
  ],
  ['plain http is let through in one file', /allowInsecureRequests\]: true/, ['src/main/auth/loopback-exception.ts']],
  [
    'the environment has a say in three places',
    /process\.env\b/,
    ['src/main/app/run.ts', 'src/main/app/base.ts', 'src/main/auth/managed-settings.ts'],
  ],
  ['no file:// pages', /loadFile\(|['"`]file:\/\//, []],
  ['no eval', /\beval\(|new Function\(/, []],
  ['no raw HTML', /dangerouslySetInnerHTML|\.innerHTML\s*=/, []],
  [
    'the exposed global is read in the bridge only',
    /globalThis\.dialai|window\.dialai|BRIDGE_GLOBAL/,
    ['src/renderer/src/bridge/bridge.ts', 'src/preload/index.ts', 'src/shared/ipc/channels.ts'],
  ],
];

describe('rules of the sources', () => {
  it('finds the sources', () => expect(sources.length).toBeGreaterThan(40));
  it.each(RULES)('%s', (_name, pattern, allowed) => {
    const users = sources.filter(({ text }) => pattern.test(withoutComments(text))).map(({ file }) => file);
    expect(users.filter((file) => !allowed.includes(file))).toEqual([]);
  });
});

describe('what is done at the start', () => {
  const textOf = (file: string) => withoutComments(readFileSync(resolve(root, file), 'utf8'));

  it('the sandbox is on and the scheme known before anything waits for `ready`', () => {
    const text = textOf('src/main/index.ts');
    const at = ['registerAppScheme();', 'app.enableSandbox();', 'run(options)'].map((part) => text.indexOf(part));
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(at).not.toContain(-1);
    expect(text).not.toMatch(/whenReady|await/);
  });

  it('the guards stand before a window opens', () => {
    const text = textOf('src/main/app/run.ts');
    const parts = ['guardNavigation(', 'guardPermissions(', 'blockNetwork(', 'bindIpc(', 'windows.focus('];
    const at = parts.map((part) => text.lastIndexOf(part));
    expect(at).toEqual([...at].sort((one, other) => one - other));
    expect(at).not.toContain(-1);
  });

  it.each([
    ['src/main/app/run.ts', 'ELECTRON_RENDERER_URL'],
    ['src/main/app/base.ts', 'DIALAI_LOG'],
  ])('%s heeds %s in development only', (file, name) => {
    const lines = textOf(file)
      .split('\n')
      .filter((line) => line.includes('process.env'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(name);
    expect(lines[0]).toMatch(/app\.isPackaged \? undefined :|!app\.isPackaged &&/);
  });
});

it('docs/security.md names a proof that exists for each item of the checklist', () => {
  const rows = [...readFileSync(resolve(root, 'docs/security.md'), 'utf8').matchAll(/^\| (\d[\d, -]*) \| .*$/gm)];
  const numbers = rows.flatMap(([, items = '']) =>
    items.split(',').flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    }),
  );
  const owed = Array.from({ length: 32 }, (_, index) => index + 1).filter((item) => item !== 19 && item !== 31);
  expect([...numbers].sort((one, other) => one - other)).toEqual(owed);
  for (const [row] of rows) {
    const files = [...row.matchAll(/`((?:src|e2e|scripts)\/[^`]+\.\w+)`/g)].map(([, file]) => file ?? '');
    expect(files, row).not.toEqual([]);
    expect(files.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
  }
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
