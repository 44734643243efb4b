import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appFile } from './app-path.ts';

const root = resolve('/pages');

describe('appFile', () => {
  it.each([
    ['app://console/', 'index.html'],
    ['app://console', 'index.html'],
    ['app://console/index.html?fresh=1#/live', 'index.html'],
    ['app://console/assets/main-abc.js', 'assets/main-abc.js'],
  ])('serves %s', (url, file) => expect(appFile(root, url)).toBe(resolve(root, file)));

  it.each([
    'app://console/%2e%2e/main/index.js',
    'app://console/..%2fmain/index.js',
    'app://console/%2E%2E%2Fsecret',
    'app://console/a%00.js',
    'app://console/..%5c..%5csecret',
    'app://other/index.html',
    'app://console.evil/index.html',
    'app://user@console/index.html',
    'app://console:80/index.html',
    'file:///etc/hosts',
    'https://console/index.html',
    'not a url',
    '',
  ])('refuses %s', (url) => expect(appFile(root, url)).toBeUndefined());

  it('never leaves the folder', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const file = appFile(root, `app://console/${path}`);
        if (file !== undefined) expect(file.startsWith(`${root}/`)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    for (const path of ['../x', '/../x', '..\\x', './../../x', '//etc/hosts', '/etc/hosts']) {
      const file = appFile(root, `app://console/${path}`);
      if (file !== undefined) expect(file.startsWith(`${root}/`)).toBe(true);
    }
  });
});
