import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FailureError, failureOf } from '../../shared/models/failure.ts';
import { checkUrl, resolveInstance } from './instance-address.ts';

const acme = { apiUrl: 'https://acme.dialai.ca', issuer: 'https://auth.acme.dialai.ca/realms/dial-ai' };

function reasonOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(FailureError);
    expect(failureOf(error).code).toBe('invalid');
    return failureOf(error).detail?.reason;
  }
  return undefined;
}

describe('resolveInstance', () => {
  it.each([
    'acme',
    ' Acme ',
    'acme.dialai.ca',
    'https://acme.dialai.ca',
    'https://ACME.dialai.ca/live?x=1#y',
    'https://auth.acme.dialai.ca/realms/dial-ai',
    'auth.acme.dialai.ca',
  ])('%j is acme', (text) => {
    expect(resolveInstance(text)).toEqual(acme);
  });

  it('takes a host of another domain as it is, port included', () => {
    expect(resolveInstance('https://voice.example.com:8443/x')).toEqual({
      apiUrl: 'https://voice.example.com:8443',
      issuer: 'https://auth.voice.example.com:8443/realms/dial-ai',
    });
  });

  it.each([
    ['', 'instance-name'],
    ['-acme', 'instance-name'],
    ['two words', 'instance-name'],
    ['acme/', 'instance-name'],
    ['https://acme', 'instance-name'],
    ['https://', 'instance-name'],
    ['http://acme.dialai.ca', 'not-https'],
    ['ftp://acme.dialai.ca', 'not-https'],
    ['javascript://acme.dialai.ca', 'not-https'],
    ['http://127.0.0.1:8080', 'not-https'],
    ['https://me:pw@acme.dialai.ca', 'credentials-in-url'],
    ['https://acme.dialai.ca\\@evil.example', 'instance-name'],
  ])('%j is refused: %s', (text, reason) => {
    expect(reasonOf(() => resolveInstance(text))).toBe(reason);
  });

  it('lets plain http through on a literal loopback address only, and only on request', () => {
    const loopback = { allowLoopback: true };
    expect(resolveInstance('http://127.0.0.1:8080/', loopback)).toEqual({
      apiUrl: 'http://127.0.0.1:8080',
      issuer: 'http://127.0.0.1:8080/realms/dial-ai',
    });
    expect(checkUrl('http://[::1]:1/x', 'issuer', loopback).port).toBe('1');
    for (const text of ['http://localhost:1', 'http://127.0.0.1.evil.example', 'http://10.0.0.1', 'http://127.0.0.2']) {
      expect(reasonOf(() => resolveInstance(text, loopback))).toBe('not-https');
    }
  });

  it('answers any text with https addresses or a FailureError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (text) => {
        try {
          const { apiUrl, issuer } = resolveInstance(text);
          expect(new URL(apiUrl).protocol).toBe('https:');
          expect(new URL(issuer).pathname).toBe('/realms/dial-ai');
        } catch (error) {
          expect(error).toBeInstanceOf(FailureError);
        }
      }),
    );
  });
});

it('an address by number has its identity server on the same host', () => {
  expect(resolveInstance('https://10.0.0.5:8443')).toEqual({
    apiUrl: 'https://10.0.0.5:8443',
    issuer: 'https://10.0.0.5:8443/realms/dial-ai',
  });
});
