import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appResponse } from './app-scheme.ts';
import { contentPolicy } from './content-policy.ts';

const root = mkdtempSync(join(tmpdir(), 'dialai-pages-'));
writeFileSync(join(root, 'index.html'), '<style nonce="__CSP_NONCE__"></style><meta content="__CSP_NONCE__">');
writeFileSync(join(root, 'main.js'), 'export {};');
writeFileSync(join(root, 'secret.key'), 'x');

describe('the page policy', () => {
  it('is exactly this', () => {
    expect(contentPolicy('N')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'none'; media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    );
  });

  it('comes with every page and asset, with a fresh nonce on each load', async () => {
    const nonces = new Set<string>();
    for (let load = 0; load < 3; load++) {
      const response = await appResponse(root, 'GET', 'app://console/index.html');
      const html = await response.text();
      const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? '';
      expect(html).not.toContain('__CSP_NONCE__');
      expect(response.headers.get('content-security-policy')).toBe(contentPolicy(nonce));
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
    const script = await appResponse(root, 'GET', 'app://console/main.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('content-security-policy')).toContain("connect-src 'none'");
  });

  it.each([
    ['GET', 'app://console/missing.js'],
    ['GET', 'app://console/secret.key'],
    ['GET', 'app://console/..%2fpackage.json'],
    ['POST', 'app://console/index.html'],
  ])('answers 404 to %s %s', async (method, url) => expect((await appResponse(root, method, url)).status).toBe(404));
});
