import { globSync, readFileSync } from 'node:fs';
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

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
