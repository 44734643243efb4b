import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Schemes } from './schemes.ts';

const schemes = new Schemes();
schemes.add('app');

test.each([
  ['app://bundle/index.html?a=1#b', 'http://bundle.app.localhost/index.html?a=1#b'],
  ['app://bundle', 'http://bundle.app.localhost/'],
  ['APP://Bundle/X', 'http://bundle.app.localhost/X'],
])('%s is shown to Chromium as %s', (url, web) => {
  expect(schemes.toWeb(url)).toBe(web);
});

test.each([
  'https://example.com/',
  'other://bundle/',
  'http://bundle.other.localhost/',
  'http://bundle.app.localhost.evil.com/',
  'http://a.app.localhost:8080/',
])('%s is left alone', (url) => {
  expect(schemes.toWeb(url)).toBe(url);
  expect(schemes.fromWeb(url)).toBe(url);
});

test('the way there and back gives the same address', () => {
  const hosts = fc.constantFrom('bundle', 'a', 'with-dash', 'two.parts');
  fc.assert(
    fc.property(hosts, fc.webPath(), (host, path) => {
      const url = `app://${host}${path || '/'}`;
      expect(schemes.fromWeb(schemes.toWeb(url))).toBe(url);
    }),
  );
});

test('origins are the application’s own', () => {
  expect(schemes.origin('app://bundle/x')).toBe('app://bundle');
  expect(schemes.origin('https://example.com/x')).toBe('https://example.com');
  expect(schemes.origin('nonsense')).toBe('null');
});

test('a policy keeps its meaning', () => {
  expect(schemes.policyToWeb("default-src 'none'; script-src app: 'nonce-x'; img-src app://bundle data:")).toBe(
    "default-src 'none'; script-src http://*.app.localhost 'nonce-x'; img-src http://bundle.app.localhost data:",
  );
});
