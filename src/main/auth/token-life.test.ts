import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Failure, failureOf } from '../../shared/models/failure.ts';
import type { AccessToken } from './access-token.ts';
import { createRenewableToken } from './renewable-token.ts';
import { SessionHarness } from './testing/session-harness.ts';
import { tokenValue } from './token-set.ts';

let harness: SessionHarness;
beforeEach(() => {
  harness = new SessionHarness();
});
afterEach(() => harness.dispose());

const failing = async (work: Promise<unknown>): Promise<Failure> =>
  failureOf(
    await work.then(
      () => new Error('It worked'),
      (error: unknown) => error,
    ),
  );
const offline = () => Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
const many = <T>(work: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 50 }, work));
const distinct = (tokens: AccessToken[]) => new Set(tokens).size;

describe('one request for many callers', () => {
  it('50 that want a tenant token make one exchange', async () => {
    const session = await harness.signedIn();
    const tokens = await many(() => session.tenantToken('south'));
    expect(distinct(tokens)).toBe(1);
    expect(harness.identity.requests).toEqual(['token token-exchange']);
  });

  it('50 that want it after everything ran out make one refresh and one exchange', async () => {
    const session = await harness.signedIn();
    harness.clock.advance(400_000);
    expect(distinct(await many(() => session.tenantToken('north')))).toBe(1);
    expect(harness.identity.requests).toEqual(['token refresh_token', 'token token-exchange']);
  });

  it('50 whose token was just refused make one exchange, and none gets the refused one again', async () => {
    const session = await harness.signedIn();
    const refused = await session.tenantToken('north');
    const tokens = await many(() => session.tenantToken('north', refused));
    expect(distinct(tokens)).toBe(1);
    expect(tokens[0]).not.toBe(refused);
    expect(harness.identity.requests).toEqual(['token token-exchange']);
    // One that learns of it late gets the newer token, without another request.
    expect(await session.tenantToken('north', refused)).toBe(tokens[0]);
    expect(harness.identity.requests).toHaveLength(1);
  });

  it('two tenants never share a token', async () => {
    const session = await harness.signedIn();
    const [north, south] = await Promise.all([session.tenantToken('north'), session.tenantToken('south')]);
    const audience = (token: AccessToken) =>
      JSON.parse(Buffer.from(tokenValue(token).split('.')[1] ?? '', 'base64url').toString()).aud;
    expect([audience(north), audience(south), audience(await session.userToken())]).toEqual([
      'north',
      'south',
      'account',
    ]);
  });

  it('the audience follows the template', async () => {
    harness.settings = { ...harness.settings, audienceTemplate: 'dialai-{tenant}-api' };
    const audiences: (string | null)[] = [];
    harness.identity.answerWith = (form) => {
      audiences.push(form.get('audience'));
      return undefined;
    };
    await harness.signedIn();
    expect(audiences.at(-1)).toBe('dialai-north-api');
  });
});

describe('renewing', () => {
  it('is early by a minute, or by a fifth of a short life', async () => {
    const session = await harness.signedIn();
    const first = await session.userToken();
    harness.clock.advance(239_999);
    expect(await session.userToken()).toBe(first);
    harness.clock.advance(1);
    harness.identity.accessLife = 10;
    const short = await session.userToken();
    expect(short).not.toBe(first);
    harness.clock.advance(7_999);
    expect(await session.userToken()).toBe(short);
    harness.clock.advance(1);
    expect(await session.userToken()).not.toBe(short);
  });

  it('that fails early leaves a good token in use, one that was refused never', async () => {
    const session = await harness.signedIn();
    const token = await session.userToken();
    harness.clock.advance(299_999);
    harness.identity.down = offline();
    expect(await session.userToken()).toBe(token);
    expect((await failing(session.userToken(token))).code).toBe('offline');
    expect((await failing(session.userToken())).code).toBe('offline');
    harness.identity.down = undefined;
    expect(await session.userToken()).not.toBe(token);
  });

  it('a refresh token is kept before the new access token is used', async () => {
    const session = await harness.signedIn();
    const before = await readFile(harness.vaultFile, 'utf8');
    harness.clock.advance(300_000);
    let atUse = '';
    const token = await session.userToken().then(async (fresh) => {
      atUse = await readFile(harness.vaultFile, 'utf8');
      return fresh;
    });
    expect(token.expiresAt).toBe(harness.clock.now() + 300_000);
    expect(atUse).not.toBe(before);
    const { session: again } = await harness.start();
    await again.restore();
    expect(again.state().kind).toBe('signed-in');
  });

  it.each([
    ['the network is away', () => Promise.reject(offline()), 'offline', 'no-connection'],
    [
      'the name is not found',
      () => Promise.reject(new Error('net::ERR_NAME_NOT_RESOLVED')),
      'offline',
      'host-not-found',
    ],
    ['the certificate is bad', () => Promise.reject(new Error('net::ERR_CERT_DATE_INVALID')), 'unavailable', 'tls'],
    ['the server fails', () => new Response('oops', { status: 500 }), 'unavailable', 'server-error'],
    [
      'it is busy',
      () => new Response('', { status: 503, headers: { 'retry-after': '7' } }),
      'saturated',
      'server-busy',
    ],
    [
      'a portal answers',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'invalid',
      'identity-answer',
    ],
  ])('%s: says so and does not sign out', async (_, answer, code, reason) => {
    const session = await harness.signedIn();
    harness.clock.advance(300_000);
    harness.identity.answerWith = answer;
    expect(await failing(session.tenantToken('north'))).toMatchObject({ code, detail: { reason } });
    expect(session.state().kind).toBe('signed-in');
    harness.identity.answerWith = () => undefined;
    await session.tenantToken('north');
  });

  it('invalid_grant signs out everybody at once, with the reason', async () => {
    const session = await harness.signedIn();
    harness.clock.advance(300_000);
    harness.identity.answerWith = () => harness.identity.refusal('invalid_grant');
    const failures = await Promise.all(Array.from({ length: 50 }, () => failing(session.tenantToken('north'))));
    expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['signed-out']));
    expect(harness.identity.requests).toEqual(['token refresh_token']);
    expect(session.state()).toMatchObject({ kind: 'signed-out', failure: { detail: { reason: 'invalid-grant' } } });
  });

  it('without a refresh token the session ends when its token does, not when an exchange is refused', async () => {
    harness.identity.answerWith = (form) =>
      form.get('grant_type') === 'authorization_code'
        ? Response.json({ access_token: 'opaque', token_type: 'Bearer', expires_in: 300 })
        : harness.identity.refusal('invalid_request');
    harness.settings = { ...harness.settings, scopes: 'profile' };
    const session = await harness.signedIn();
    expect(session.state()).toMatchObject({
      user: { id: 'unknown' },
      tenants: [{ problem: { code: 'forbidden' } }, {}],
    });
    harness.clock.advance(300_000);
    expect((await failing(session.userToken())).detail?.reason).toBe('token-expired');
    expect(session.state().kind).toBe('signed-out');
  });

  it('a server that stalls is given up after 15 s', async () => {
    const session = await harness.signedIn();
    harness.clock.advance(300_000);
    const asked = Promise.withResolvers<void>();
    harness.identity.answerWith = () => {
      asked.resolve();
      return new Response(new ReadableStream({ start: () => undefined }));
    };
    const result = failing(session.userToken());
    await asked.promise;
    harness.clock.advance(15_000);
    expect(await result).toMatchObject({ code: 'offline', detail: { reason: 'slow' } });
  });
});

describe('a subject token that the exchange rejects', () => {
  it('is renewed once, and the exchange made again', async () => {
    const session = await harness.signedIn();
    let first = true;
    harness.identity.answerWith = (form) => {
      if (!form.has('audience') || !first) return undefined;
      first = false;
      return harness.identity.refusal('invalid_token', 401);
    };
    await session.tenantToken('south');
    expect(harness.identity.requests).toEqual(['token token-exchange', 'token refresh_token', 'token token-exchange']);
  });

  it('twice is a refusal', async () => {
    const session = await harness.signedIn();
    harness.identity.answerWith = (form) =>
      form.has('audience') ? harness.identity.refusal('invalid_request') : undefined;
    expect((await failing(session.tenantToken('south'))).detail?.reason).toBe('exchange-refused');
    expect(session.state().kind).toBe('signed-in');
  });
});

describe('createRenewableToken', () => {
  it('asks again after a failure, and tells when it is settled', async () => {
    let calls = 0;
    const cell = createRenewableToken(harness.clock, () => {
      calls += 1;
      return Promise.reject(new Error('no'));
    });
    const failed = cell.get();
    await cell.settled();
    await expect(failed).rejects.toThrow('no');
    await expect(cell.get()).rejects.toThrow('no');
    expect(calls).toBe(2);
  });
});
