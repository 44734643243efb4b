import { expect, test } from 'vitest';
import { matchesPattern, WebRequest } from './web-request.ts';

test.each([
  ['<all_urls>', 'app://x/', true],
  ['*://*/*', 'https://example.com/a', true],
  ['https://*/*', 'http://example.com/', false],
  ['*://*.example.com/*', 'https://a.example.com/', true],
  ['*://*.example.com/*', 'https://example.com/', true],
  ['*://*.example.com/*', 'https://notexample.com/', false],
  ['https://example.com/a?b=*', 'https://example.com/a?b=1', true],
])('%s and %s: %s', (pattern, url, expected) => {
  expect(matchesPattern(pattern, url)).toBe(expected);
});

const details = {
  id: '1',
  url: 'https://example.com/',
  method: 'GET',
  resourceType: 'xhr',
  webContentsId: 1,
  referrer: '',
  timestamp: 0,
};

test('only the listener of a matching address is asked, and it can be removed', async () => {
  const webRequest = new WebRequest();
  let changes = 0;
  webRequest.onChange = () => changes++;
  webRequest.onBeforeRequest({ urls: ['https://*/*'] }, (_, callback) => callback({ cancel: true }));
  expect(await webRequest.ask('onBeforeRequest', details)).toEqual({ cancel: true });
  expect(await webRequest.ask('onBeforeRequest', { ...details, url: 'app://x/' })).toEqual({});
  expect(await webRequest.ask('onHeadersReceived', details)).toEqual({});
  webRequest.onBeforeRequest(null);
  expect(webRequest.listens('onBeforeRequest')).toBe(false);
  expect(changes).toBe(2);
});
