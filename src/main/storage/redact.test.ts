import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

const jwt = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhdmVyeSJ9.c2lnbmF0dXJl-_x';
const opaque = 'kP3x_ZQ7aW0vN2bT8yJcR5mLhD1sGfUeXoIqA6nV9wE';

describe('redact', () => {
  it.each([
    ['a JWT', `answer ${jwt} end`, 'answer [token] end'],
    ['an unsigned JWT', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.', '[token]'],
    ['a header', `authorization: Bearer ${opaque}`, 'authorization: Bearer [token]'],
    ['a header, other case', 'bearer abc.def', 'bearer [token]'],
    ['a redirect', `GET http://127.0.0.1:5/callback?code=abc&state=x`, 'GET http://127.0.0.1:5/callback?[query]'],
    ['a fragment', 'https://a.example/cb#access_token=abc', 'https://a.example/cb?[query]'],
    ['credentials in a URL', 'https://me:pw@a.example/x', 'https://a.example/x'],
    ['a path with a query', 'GET /callback?code=abc HTTP/1.1', 'GET /callback?[query] HTTP/1.1'],
    ['a form', 'grant_type=refresh_token&refresh_token=abc&x=1', 'grant_type=refresh_token&refresh_token=[secret]&x=1'],
    ['JSON', '{"refresh_token": "a\\"b", "expires_in": 5}', '{"refresh_token": "[secret]", "expires_in": 5}'],
    ['an opaque token', `got ${opaque}.`, 'got [opaque].'],
    ['an e-mail address', 'for avery.t@example.test now', 'for [e-mail] now'],
    ['a telephone number', 'call +1 (514) 555-0199 back', 'call [phone] back'],
  ])('takes out %s', (_, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'refresh failed: invalid_grant (HTTP 400) after 125 ms',
    'request 123e4567-e89b-12d3-a456-426614174000 to https://acme.dialai.ca/api/v1/transcripts answered 503',
    'conversation c-49753 of tenant north: taken-over',
  ])('leaves what helps: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('lets no token through, wherever it stands', () => {
    const around = fc.constantFrom(' ', '"', "'", '=', '(', '[', ',', '\n', 'x: ', '?a=', '{"b":"');
    fc.assert(
      fc.property(fc.string(), around, fc.constantFrom(jwt, `Bearer ${opaque}`), around, (before, a, secret, b) => {
        expect(redact(`${before}${a}${secret}${b}`)).not.toContain(secret.split(' ').at(-1));
      }),
    );
  });
});
