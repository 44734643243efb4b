import { createServer as createTlsServer } from 'node:https';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Failure, failureOf } from '../../shared/models/failure.ts';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { discover, type IdentityOptions } from './identity-server.ts';
import { FakeIdentity, ISSUER } from './testing/fake-identity.ts';

let clock: ManualClock;
let identity: FakeIdentity;
beforeEach(() => {
  clock = new ManualClock();
  identity = new FakeIdentity(clock);
});

const ask = (changes: Partial<IdentityOptions> = {}) =>
  discover({ issuer: ISSUER, clientId: 'c', fetch: identity.fetch, clock, allowLoopback: false, ...changes });
const failing = async (work: Promise<unknown>): Promise<Failure> =>
  failureOf(
    await work.then(
      () => new Error('It worked'),
      (error: unknown) => error,
    ),
  );
const html = async () => new Response('<html>hello', { headers: { 'content-type': 'text/html' } });

describe('discovery', () => {
  it('finds an identity server and leaves no timer behind', async () => {
    expect((await ask()).metadata.token_endpoint).toBe(`${ISSUER}/token`);
    expect(clock.waiting).toBe(0);
  });

  it.each([
    ['no S256', { code_challenge_methods_supported: ['plain'] }, 'discovery-without-pkce'],
    ['no PKCE at all', { code_challenge_methods_supported: undefined }, 'discovery-without-pkce'],
    ['another issuer', { issuer: 'https://auth.evil.example/realms/dial-ai' }, 'issuer-mismatch'],
    ['no endpoints', { token_endpoint: undefined }, 'not-dialai'],
    ['an endpoint on plain http', { token_endpoint: 'http://auth.acme.dialai.ca/token' }, 'not-https'],
    ['a browser address that is a script', { authorization_endpoint: 'javascript://x/%0aalert(1)' }, 'not-https'],
    ['a strange issuer', { issuer: 7 }, 'not-dialai'],
  ])('%s: says why', async (_, discovery, reason) => {
    identity.discovery = discovery;
    expect(await failing(ask())).toMatchObject({ code: 'invalid', detail: { reason } });
  });

  it.each([
    ['a page', html, 'invalid', 'not-dialai'],
    ['not found', async () => new Response('', { status: 404 }), 'invalid', 'not-dialai'],
    ['a redirect', async () => Response.redirect('https://evil.example/', 302), 'invalid', 'not-dialai'],
    [
      'cut JSON',
      async () => new Response('{"issuer":', { headers: { 'content-type': 'application/json' } }),
      'invalid',
      'not-dialai',
    ],
    ['far too much', async () => new Response('x'.repeat(1_000_001)), 'invalid', 'not-dialai'],
    ['a failure', async () => new Response('', { status: 502 }), 'unavailable', 'server-error'],
  ])('answered with %s: says why', async (_, fetch, code, reason) => {
    expect(await failing(ask({ fetch }))).toMatchObject({ code, detail: { reason, host: 'auth.acme.dialai.ca' } });
  });

  it('a clock that is far off is told at the sign-in, with by how much, and allowed for after it', async () => {
    const date = new Date(clock.now() + 12 * 60_000).toUTCString();
    const fetch: typeof identity.fetch = async (url, init) => {
      const answer = await identity.fetch(url, init);
      answer.headers.set('date', date);
      return answer;
    };
    expect(await failing(ask({ fetch }))).toMatchObject({
      detail: { reason: 'clock-skew' },
      message: expect.stringContaining('12 minutes'),
    });
    expect((await ask({ fetch, tolerateSkew: true })).host).toBe('auth.acme.dialai.ca');
  });

  it('is never asked over plain http', async () => {
    expect((await failing(ask({ issuer: 'http://auth.acme.dialai.ca/realms/dial-ai' }))).detail?.reason).toBe(
      'not-https',
    );
    expect((await failing(ask({ issuer: 'http://127.0.0.1:1/r' }))).detail?.reason).toBe('not-https');
    expect(identity.requests).toEqual([]);
  });

  it('on loopback cannot send the console to plain http elsewhere', async () => {
    const issuer = 'http://127.0.0.1:9/realms/dial-ai';
    identity.discovery = { issuer, token_endpoint: 'http://10.0.0.1/token' };
    expect((await failing(ask({ issuer, allowLoopback: true }))).detail?.reason).toBe('not-https');
  });
});

describe('the real network', () => {
  it('a name that does not exist', async () => {
    const failure = await failing(ask({ fetch, issuer: 'https://auth.acme.invalid/realms/dial-ai' }));
    expect(failure).toMatchObject({ code: 'offline', detail: { reason: 'host-not-found', host: 'auth.acme.invalid' } });
  });

  it('a port where nobody listens', async () => {
    // Port 2: registered, used by nothing, and not among those that fetch refuses to ask at all (as 1 and 9 are).
    expect(await failing(ask({ fetch, issuer: 'https://127.0.0.1:2/r' }))).toMatchObject({
      code: 'offline',
      detail: { reason: 'no-connection' },
    });
  });

  it('a server without a certificate', async () => {
    const server = createTlsServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    try {
      const failure = await failing(ask({ fetch, issuer: `https://127.0.0.1:${port}/r` }));
      expect(failure).toMatchObject({ code: 'unavailable', detail: { reason: 'tls' } });
    } finally {
      server.close();
    }
  });
});
