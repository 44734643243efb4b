import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Failure, failureOf } from '../../shared/models/failure.ts';
import { readJwt } from './jwt-claims.ts';
import { ISSUER } from './testing/fake-identity.ts';
import { SessionHarness } from './testing/session-harness.ts';

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
const seconds = () => Math.floor(harness.clock.now() / 1000);
async function pasted(claims: Record<string, unknown>) {
  const { session } = await harness.start({ loadTenants: () => Promise.resolve([]) });
  await session.signInWithToken(await harness.identity.jwt(claims));
  harness.identity.requests.length = 0;
  return session;
}

describe('a pasted token', () => {
  it.each([
    ['', 'token-malformed'],
    ['hello', 'token-malformed'],
    ['a.b.c', 'token-malformed'],
    [`${Buffer.from('{}').toString('base64url')}.W10.x`, 'token-malformed'],
    [`${Buffer.from('{}').toString('base64url')}.${Buffer.from('{"exp":1}').toString('base64url')}.x`, 'token-expired'],
  ])('%j is refused and changes nothing', async (token, reason) => {
    const { session, states } = await harness.start();
    expect(await failing(session.signInWithToken(token))).toMatchObject({ code: 'invalid', detail: { reason } });
    expect(states).toEqual([]);
  });

  it('is never kept, says until when it holds, and ends then by itself', async () => {
    const session = await pasted({ iss: ISSUER, sub: 's', name: 'Robot', tenants: ['north'], exp: seconds() + 100 });
    expect(session.state()).toMatchObject({
      kind: 'signed-in',
      method: 'pasted',
      user: { id: 's', name: 'Robot' },
      expiresAt: (seconds() + 100) * 1000,
      activeTenant: 'north',
    });
    const { session: again } = await harness.start();
    await again.restore();
    expect(again.state().kind).toBe('signed-out');
    harness.clock.advance(100_000);
    expect(session.state()).toMatchObject({ kind: 'signed-out', failure: { detail: { reason: 'token-expired' } } });
  });

  it('for a tenant is used as it is; for another it is exchanged', async () => {
    const session = await pasted({ iss: ISSUER, sub: 's', aud: 'north', scope: 'a:b c:d' });
    await session.addTenant('north');
    expect(session.state()).toMatchObject({ tenants: [{ slug: 'north', scopes: ['a:b', 'c:d'] }] });
    expect(harness.identity.requests).toEqual([]);
    await session.tenantToken('south');
    expect(harness.identity.requests).toEqual(['openid-configuration', 'token token-exchange']);
  });

  it('of a foreign issuer serves one tenant and is never exchanged', async () => {
    const session = await pasted({ iss: 'https://idp.customer.example', sub: 's' });
    await session.addTenant('north');
    await session.tenantToken('north');
    expect(await failing(session.tenantToken('south'))).toMatchObject({
      code: 'forbidden',
      detail: { reason: 'token-of-other-tenant' },
    });
    expect(harness.identity.requests).toEqual([]);
  });

  it('that is refused at one place is not used there again, and still is elsewhere', async () => {
    const session = await pasted({ iss: ISSUER, sub: 's', aud: ['north', 'south'] });
    const token = await session.userToken();
    expect((await failing(session.userToken(token))).detail?.reason).toBe('token-rejected');
    expect((await failing(session.userToken())).detail?.reason).toBe('token-rejected');
    expect(await session.tenantToken('north')).toBe(token);
    expect((await failing(session.tenantToken('north', token))).detail?.reason).toBe('token-rejected');
    expect(await session.tenantToken('south')).toBe(token);
    expect(session.state().kind).toBe('signed-in');
  });

  it('is not revoked at sign-out: others may use it', async () => {
    const session = await pasted({ iss: ISSUER, sub: 's' });
    await session.signOut();
    expect(harness.identity.requests).toEqual([]);
    expect(session.state().kind).toBe('signed-out');
    expect(harness.clock.waiting).toBe(0);
  });
});

describe('readJwt', () => {
  const jwt = (payload: unknown) =>
    `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`;

  it.each([
    [{ tenants: ['a', 'b'] }, ['a', 'b']],
    [{ tenant: 'a', tenants: ['a'] }, ['a']],
    [{ organization: ['o'] }, ['o']],
    [{ organization: { o: { id: 1 }, p: {} } }, ['o', 'p']],
    [{ tenants: 'a', organization: 7 }, []],
  ])('sees the tenants that %j hints at', (payload, tenants) => {
    expect(readJwt(jwt(payload))?.tenants).toEqual(tenants);
  });

  it('takes any payload and any text without a throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json().map((text) => jwt(JSON.parse(text))),
          fc.string(),
          fc.object().map(jwt),
        ),
        (token) => {
          const claims = readJwt(token);
          if (claims !== undefined) expect(Array.isArray(claims.audience)).toBe(true);
        },
      ),
    );
  });
});
