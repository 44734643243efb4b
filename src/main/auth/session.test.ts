import { readdir, readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Failure, FailureError, failureOf } from '../../shared/models/failure.ts';
import { MemoryBox } from '../storage/testing/memory-box.ts';
import type { Session } from './session.ts';
import { SessionHarness, settings } from './testing/session-harness.ts';
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
const offline = () => Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
const stateOf = (session: Session) => {
  const state = session.state();
  if (state.kind !== 'signed-in') throw new Error(`not signed in but ${state.kind}`);
  return state;
};

describe('signing in with the browser', () => {
  it('goes step by step and ends signed in, with tenants and what the active one allows', async () => {
    const { session, states } = await harness.start();
    await session.signIn();
    expect(states.map((state) => (state.kind === 'signing-in' ? state.step : state.kind))).toEqual([
      'discovering',
      'waiting-for-browser',
      'exchanging-code',
      'loading-operations',
      'loading-tenants',
      'signed-in',
    ]);
    expect(states[1]).toMatchObject({ deadline: harness.clock.now() + 300_000 });
    expect(session.state()).toEqual({
      kind: 'signed-in',
      user: { id: 'u-1', name: 'Avery Tremblay', email: 'avery@example.test' },
      instanceName: 'acme',
      embedded: false,
      method: 'browser',
      tenants: [
        { slug: 'north', name: 'North', scopes: ['north:read'] },
        { slug: 'south', name: 'South' },
      ],
      activeTenant: 'north',
      vault: { backend: 'gnome_libsecret', mode: 'encrypted' },
    });
    expect(session.owner()).toBe(`${settings.issuer}|u-1`);
  });

  it('asks with a fresh state, nonce and challenge each time', async () => {
    const asked: URL[] = [];
    harness.browser = async (url) => {
      asked.push(new URL(url));
      await fetch(harness.identity.authorize(url));
    };
    const { session } = await harness.start({ language: () => 'fr' });
    await session.signIn();
    await session.signOut();
    await session.signIn();
    const [first, second] = asked.map((url) => url.searchParams);
    expect(first?.get('code_challenge_method')).toBe('S256');
    expect(first?.get('ui_locales')).toBe('fr');
    expect(first?.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/u);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(first?.get(name)).toMatch(/^[\w-]{43}$/u);
      expect(first?.get(name)).not.toBe(second?.get(name));
    }
  });

  it.each([
    ['denied', { error: 'access_denied', code: undefined }, 'cancelled', 'denied'],
    ['failed at the server', { error: 'server_error', code: undefined }, 'forbidden', 'identity-refused'],
    ['answered by another issuer (mix-up)', { iss: 'https://evil.example' }, 'invalid', 'issuer-mismatch'],
    ['answered without the issuer', { iss: undefined }, 'invalid', 'issuer-mismatch'],
    ['answered with a code of somebody else', { code: 'stolen' }, 'signed-out', 'invalid-grant'],
  ])('%s: tells why and stays signed out', async (_, changes, code, reason) => {
    harness.browser = async (url) => {
      await fetch(harness.identity.authorize(url, changes));
    };
    const { session } = await harness.start();
    expect(await failing(session.signIn())).toMatchObject({ code, detail: { reason } });
    expect(session.state()).toMatchObject({ kind: 'signed-out', failure: { code, detail: { reason } } });
    harness.browser = async (url) => {
      await fetch(harness.identity.authorize(url));
    };
    await session.signIn();
    expect(session.state().kind).toBe('signed-in');
  });

  it('does not mind noise and replays while it waits', async () => {
    harness.browser = async (url) => {
      const answer = harness.identity.authorize(url);
      const redirect = new URL(answer);
      expect((await fetch(`${redirect.origin}/callback?code=x&state=wrong`)).status).toBe(400);
      expect((await fetch(`${redirect.origin}/callback?error=access_denied`)).status).toBe(400);
      expect((await fetch(`${answer}&code=second`)).status).toBe(400);
      await fetch(answer, { redirect: 'manual' });
      expect((await fetch(answer)).status).toBe(410);
    };
    const { session } = await harness.start();
    await session.signIn();
    expect(session.state().kind).toBe('signed-in');
  });

  it.each([
    ['nonce', { nonce: 'other' }, 'identity-answer'],
    ['audience', { aud: 'other-client' }, 'identity-answer'],
    ['issuer', { iss: 'https://evil.example' }, 'identity-answer'],
    ['age', { exp: 1000 }, 'clock-skew'],
  ])('refuses an id token with a wrong %s', async (_, claims, reason) => {
    harness.identity.idTokenClaims = claims;
    const { session } = await harness.start();
    expect((await failing(session.signIn())).detail?.reason).toBe(reason);
  });

  it('refuses an id token that another key signed', async () => {
    const other = new SessionHarness();
    const { session } = await harness.start({
      fetch: (url, init) =>
        url.endsWith('/certs') ? other.identity.fetch(url, init) : harness.identity.fetch(url, init),
    });
    expect((await failing(session.signIn())).detail?.reason).toBe('identity-answer');
  });

  it('ends after its time, is cancelled without a word, and says when no browser opened', async () => {
    let opened = Promise.withResolvers<void>();
    harness.browser = async () => opened.resolve();
    const { session, states } = await harness.start();
    const late = failing(session.signIn());
    await opened.promise;
    harness.clock.advance(300_000);
    expect((await late).detail?.reason).toBe('timed-out');
    expect(states.at(-1)).toMatchObject({ kind: 'signed-out', failure: { detail: { reason: 'timed-out' } } });

    opened = Promise.withResolvers<void>();
    const cancelled = failing(session.signIn());
    await opened.promise;
    session.cancelSignIn();
    expect((await cancelled).detail?.reason).toBe('cancelled');
    expect(session.state()).toEqual({ kind: 'signed-out', vault: session.state().vault });

    harness.browser = () => Promise.reject(new Error('xdg-open'));
    expect((await failing(session.signIn())).code).toBe('internal');
    expect(harness.clock.waiting).toBe(0);
  });

  it('opens the same page again for whoever closed it, while it is waited for', async () => {
    const opened: string[] = [];
    let next = Promise.withResolvers<void>();
    harness.browser = async (url) => {
      opened.push(url);
      next.resolve();
    };
    const { session } = await harness.start();
    await session.openPageAgain();
    const done = session.signIn();
    await next.promise;
    next = Promise.withResolvers<void>();
    await session.openPageAgain();
    await next.promise;
    expect(opened).toEqual([opened[0], opened[0]]);
    await fetch(harness.identity.authorize(opened[0] ?? ''));
    await done;
    expect(session.state().kind).toBe('signed-in');
    await session.openPageAgain();
    expect(opened).toHaveLength(2);
  });

  it('does not wait for a program that opens the browser and does not return', async () => {
    const usual = harness.browser;
    const opened = Promise.withResolvers<void>();
    harness.browser = () => {
      opened.resolve();
      return new Promise(() => undefined);
    };
    const { session } = await harness.start();
    const result = failing(session.signIn());
    await opened.promise;
    session.cancelSignIn();
    expect((await result).code).toBe('cancelled');
    harness.browser = async (url) => {
      await usual(url);
      throw new Error('the browser was closed');
    };
    await session.signIn();
    expect(session.state().kind).toBe('signed-in');
  });

  it('settings that cannot be had, as when the demo instance does not start, are why it failed', async () => {
    const { session, states } = await harness.start({
      settings: () =>
        Promise.reject(new FailureError('unavailable', 'It did not start', { reason: 'embedded-failed' })),
    });
    expect((await failing(session.signIn())).detail?.reason).toBe('embedded-failed');
    expect(states.map(({ kind }) => kind)).toEqual(['signing-in', 'signed-out']);
  });

  it('a second attempt ends the first, and nobody signs in over somebody', async () => {
    const opened = Promise.withResolvers<void>();
    const usual = harness.browser;
    harness.browser = async () => opened.resolve();
    const { session } = await harness.start();
    const first = failing(session.signIn());
    await opened.promise;
    harness.browser = usual;
    await session.signIn();
    expect((await first).code).toBe('cancelled');
    expect(session.state().kind).toBe('signed-in');
    expect((await failing(session.signIn())).detail?.reason).toBe('already-signed-in');
  });

  it('cancelled while tenants load: what was issued is revoked, nothing is kept', async () => {
    const loading = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<[]>();
    const { session } = await harness.start({
      loadTenants: () => {
        loading.resolve();
        return answer.promise;
      },
    });
    const result = failing(session.signIn());
    await loading.promise;
    session.cancelSignIn();
    expect(session.state().kind).toBe('signed-out');
    answer.resolve([]);
    expect((await result).code).toBe('cancelled');
    await expect.poll(() => harness.identity.revoked.length).toBe(1);
    expect(await readdir(harness.folder)).toEqual([]);
  });
});

describe('tenants', () => {
  it('come from the instance, the settings and the claims, and none is fine too', async () => {
    harness.settings = { ...settings, tenants: ['typed', 'north'] };
    harness.remembered = 'typed';
    const session = await harness.signedIn();
    expect(stateOf(session).tenants.map(({ slug }) => slug)).toEqual(['north', 'south', 'typed']);
    expect(stateOf(session).activeTenant).toBe('typed');
    await session.signOut();
    harness.settings = settings;
    harness.tenants = [];
    await session.signIn();
    expect(stateOf(session).tenants).toEqual([]);
    expect(stateOf(session).tenantsProblem).toBeUndefined();
    expect(stateOf(session).activeTenant).toBeUndefined();
  });

  it('an instance that does not list them costs nothing but the list', async () => {
    const session = await harness.signedIn({ loadTenants: () => Promise.reject(offline()) });
    expect(stateOf(session).tenants).toEqual([]);
    expect(stateOf(session).tenantsProblem).toBeDefined();
    await session.addTenant(' west ');
    expect(harness.typed).toEqual(['west']);
    expect(stateOf(session)).toMatchObject({
      activeTenant: 'west',
      tenants: [{ slug: 'west', scopes: ['west:read'] }],
    });
    expect((await failing(session.addTenant('a/b'))).detail?.reason).toBe('tenant-name');
    expect((await failing(session.activateTenant('elsewhere'))).code).toBe('not-found');
  });

  it('a refused exchange is told of that tenant alone, not repeated at once, and asked again on demand', async () => {
    let refusing = true;
    harness.identity.answerWith = (form) =>
      refusing && form.get('audience') === 'north' ? harness.identity.refusal('access_denied') : undefined;
    const session = await harness.signedIn();
    expect(stateOf(session).tenants[0]?.problem).toEqual({
      code: 'forbidden',
      message: 'No token for this tenant was given',
      detail: {
        reason: 'exchange-refused',
        serverText: 'access_denied: because of access_denied',
        host: 'auth.acme.dialai.ca',
      },
    });
    await session.userToken();
    await session.tenantToken('south');
    for (let n = 0; n < 3; n += 1) expect((await failing(session.tenantToken('north'))).code).toBe('forbidden');
    expect(harness.identity.requests).toEqual(['token token-exchange']);
    refusing = false;
    await session.activateTenant('north');
    expect(stateOf(session).tenants[0]).toEqual({ slug: 'north', name: 'North', scopes: ['north:read'] });
    expect(harness.remembered).toBe('north');
  });
});

describe('secrets', () => {
  it('stand in no state, no file, no inspection and no failure', async () => {
    const { session, states } = await harness.start();
    await session.signIn();
    await session.tenantToken('south');
    harness.clock.advance(300_000);
    const token = await session.userToken();
    const files = await Promise.all(
      (await readdir(harness.folder)).map((name) => readFile(`${harness.folder}/${name}`, 'latin1')),
    );
    expect(files).toHaveLength(1);
    const everything = [
      ...files,
      JSON.stringify(states),
      inspect(session, { depth: 10 }),
      inspect(token),
      `${token}`,
    ].join();
    expect(harness.identity.issuedSecrets.length).toBeGreaterThan(5);
    for (const secret of harness.identity.issuedSecrets) {
      expect(everything).not.toContain(secret);
      expect(everything).not.toContain(Buffer.from(secret).toString('base64').slice(0, 40));
    }
    expect(() => JSON.stringify({ token })).toThrow('serialised');
    expect(JSON.stringify(structuredClone(token))).not.toContain(tokenValue(token));
  });
});

describe('signing out', () => {
  it('is at once and whole: nothing kept, refresh token revoked, session ended, no token handed out', async () => {
    const session = await harness.signedIn();
    const done = session.signOut();
    expect(session.state().kind).toBe('signed-out');
    expect((await failing(session.userToken())).code).toBe('signed-out');
    expect((await failing(session.tenantToken('north'))).code).toBe('signed-out');
    await done;
    expect(harness.identity.revoked).toHaveLength(1);
    expect(harness.identity.endedSessions).toHaveLength(1);
    expect(await readdir(harness.folder)).toEqual([]);
    expect(session.owner()).toBe(`${settings.issuer}|u-1`);
  });

  it('works without network', async () => {
    const session = await harness.signedIn();
    harness.identity.down = offline();
    await session.signOut();
    expect(session.state().kind).toBe('signed-out');
    expect(await readdir(harness.folder)).toEqual([]);
  });

  it('during a refresh revokes the token that the refresh brought, and keeps nothing', async () => {
    const session = await harness.signedIn();
    const asked = Promise.withResolvers<void>();
    const go = Promise.withResolvers<undefined>();
    harness.identity.answerWith = (form) => {
      if (form.get('grant_type') !== 'refresh_token') return undefined;
      asked.resolve();
      return go.promise.then(() =>
        Response.json({ access_token: 'a', token_type: 'Bearer', refresh_token: 'rotated' }),
      );
    };
    harness.clock.advance(300_000);
    const token = failing(session.userToken());
    await asked.promise;
    const done = session.signOut();
    go.resolve(undefined);
    await done;
    expect((await token).code).toBe('signed-out');
    expect(harness.identity.revoked).toEqual(['rotated']);
    expect(await readdir(harness.folder)).toEqual([]);
  });
});

describe('after a restart', () => {
  it('comes back without a browser, with a rotated refresh token', async () => {
    await harness.signedIn();
    const { session, states } = await harness.start({ openExternal: () => Promise.reject(new Error('no browser')) });
    await session.restore();
    expect(harness.identity.requests.slice(0, 2)).toEqual(['openid-configuration', 'token refresh_token']);
    expect(states.at(-1)).toMatchObject({ kind: 'signed-in', user: { name: 'Avery Tremblay' }, activeTenant: 'north' });
    await (await harness.start()).session.restore();
    expect(session.state().kind).toBe('signed-in');
  });

  it('is on its way before the vault was read, and asks for the tenant of last time beside the operations', async () => {
    await harness.signedIn();
    const operations = Promise.withResolvers<void>();
    const { session } = await harness.start({ loadOperations: () => operations.promise });
    const restored = session.restore();
    expect(session.state()).toMatchObject({ kind: 'signing-in' });
    const exchange = 'token token-exchange';
    await expect.poll(() => harness.identity.requests).toContain(exchange);
    expect(session.state()).toMatchObject({ kind: 'signing-in', step: 'loading-operations' });
    operations.resolve();
    await restored;
    expect(harness.identity.requests.filter((request) => request === exchange)).toHaveLength(1);
  });

  it('has nothing to come back to: signed out, without a failure', async () => {
    const { session } = await harness.start();
    await session.restore();
    expect(session.state()).toEqual({ kind: 'signed-out', vault: { backend: 'gnome_libsecret', mode: 'encrypted' } });
    expect(harness.identity.requests).toEqual([]);
  });

  it('a sign-in at another instance or client is not used', async () => {
    await harness.signedIn();
    harness.settings = { ...settings, clientId: 'other' };
    const { session } = await harness.start();
    await session.restore();
    expect(session.state().kind).toBe('signed-out');
  });

  it('without network goes on with what is known, and loads the rest when it is back', async () => {
    await harness.signedIn();
    harness.identity.down = offline();
    const { session } = await harness.start();
    await session.restore();
    expect(stateOf(session)).toMatchObject({ activeTenant: 'north', user: { name: 'Avery Tremblay' } });
    expect(stateOf(session).tenants.map(({ name }) => name)).toEqual(['North', 'South']);
    expect((await failing(session.tenantToken('north'))).code).toBe('offline');
    harness.identity.down = undefined;
    harness.tenants = [...harness.tenants, { slug: 'west', name: 'West' }];
    await session.tenantToken('north');
    await expect.poll(() => stateOf(session).tenants.map(({ slug }) => slug)).toContain('west');
  });

  it('a server that no longer honours it: signed out with the reason, nothing kept, the owner known', async () => {
    await harness.signedIn();
    harness.identity.answerWith = () => harness.identity.refusal('invalid_grant');
    const { session } = await harness.start();
    await session.restore();
    expect(session.state()).toMatchObject({ kind: 'signed-out', failure: { detail: { reason: 'invalid-grant' } } });
    await expect.poll(() => readdir(harness.folder)).toEqual([]);
    expect(session.owner()).toBe(`${settings.issuer}|u-1`);
  });

  it('a vault that is damaged or another: signed out and told, the file set aside', async () => {
    await harness.signedIn();
    harness.box = new MemoryBox('kwallet6');
    const { session } = await harness.start();
    await session.restore();
    expect(session.state()).toEqual({
      kind: 'signed-out',
      vault: { backend: 'kwallet6', mode: 'encrypted', problem: 'vault-backend-changed' },
    });
    expect((await readdir(harness.folder)).join()).toContain('corrupt-');
    await session.signIn();
    expect(session.state().vault).toEqual({ backend: 'kwallet6', mode: 'encrypted' });
  });
});
