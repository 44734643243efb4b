import { beforeEach, describe, expect, it, vi } from 'vitest';
import { opened } from '../testing/electron-fake.ts';
import { isSafeExternal, openExternal } from './external-links.ts';

vi.mock('electron', () => import('../testing/electron-fake.ts'));
beforeEach(() => opened.splice(0));

describe('external links', () => {
  it.each(['https://docs.dialai.ca/live-view', 'https://acme.dialai.ca:8443/a?b=c#d'])('opens %s', async (url) => {
    await openExternal(url);
    expect(opened).toEqual([url]);
  });

  it.each([
    'http://acme.dialai.ca/',
    'http://127.0.0.1:9000/',
    'file:///etc/passwd',
    'smb://host/share',
    'ms-settings:network',
    'data:text/html,x',
    'javascript:alert(1)',
    'https://user:secret@acme.dialai.ca/',
    'https://acme.dialai.ca/\u0000',
    'https://acme.dialai.ca/\n--help',
    ' https://acme.dialai.ca/',
    'https://acme.dialai.ca\\@evil.example',
    '--version',
    '',
  ])('refuses %j', async (url) => {
    await expect(openExternal(url)).rejects.toMatchObject({ failure: { code: 'invalid' } });
    expect(opened).toEqual([]);
  });

  it('lets plain http through to a literal loopback address when asked', () => {
    expect(isSafeExternal('http://127.0.0.1:9000/realms', true)).toBe(true);
    expect(isSafeExternal('http://[::1]:9000/', true)).toBe(true);
    expect(isSafeExternal('http://localhost:9000/', true)).toBe(false);
    expect(isSafeExternal('http://127.0.0.1.evil.example/', true)).toBe(false);
  });
});
