import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSignInAgent, exchangeForm, redirectUri, type SignInAgent } from '../testing/sign-in-agent.ts';
import { testUsers } from '../testing/test-users.ts';
import { createRealm, type Realm } from './create-realm.ts';
import { createIdentityState, type IdentityState } from './identity-state.ts';

let server: Server;
let baseUrl: string;
let realm: Realm;
let state: IdentityState;
let agent: SignInAgent;

beforeEach(async () => {
  state = createIdentityState('realm test');
  server = createServer((request, response) => void realm.handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  baseUrl = `http://127.0.0.1:${address.port}`;
  realm = makeRealm();
  agent = createSignInAgent(baseUrl);
});
afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

function makeRealm(): Realm {
  return createRealm({ baseUrl, users: testUsers, lifetimes: { access: 300, tenant: 60, refresh: 3600 }, state });
}

test('discovery tells Keycloak paths, S256 and the issuer', async () => {
  const response = await fetch(`${realm.issuer}/.well-known/openid-configuration`);
  const at = `${baseUrl}/realms/dial-ai/protocol/openid-connect`;
  expect(await response.json()).toMatchObject({
    issuer: `${baseUrl}/realms/dial-ai`,
    authorization_endpoint: `${at}/auth`,
    token_endpoint: `${at}/token`,
    jwks_uri: `${at}/certs`,
    end_session_endpoint: `${at}/logout`,
    revocation_endpoint: `${at}/revoke`,
    userinfo_endpoint: `${at}/userinfo`,
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  });
});

test('a person signs in, and the token tells who it is', async () => {
  const { redirect } = await agent.authorize('avery@example.test');
  expect(redirect.searchParams.get('state')).toBe('st');
  expect(redirect.searchParams.get('iss')).toBe(realm.issuer);
  const answer = await agent.signIn('avery@example.test');
  expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 300, scope: 'openid profile email' });
  expect(answer.refresh_token).toBeTypeOf('string');
  expect(answer.id_token).toBeTypeOf('string');
  const authorization = `Bearer ${answer.access_token}`;
  const info = await fetch(`${realm.issuer}/protocol/openid-connect/userinfo`, { headers: { authorization } });
  expect(await info.json()).toMatchObject({ sub: 'avery', name: 'Avery Tremblay' });
});

test('without S256 there is no code', async () => {
  const plain = await agent.authorize('', { code_challenge_method: 'plain' });
  expect(plain.redirect.searchParams.get('error')).toBe('invalid_request');
  const none = new URLSearchParams({
    client_id: 'dialai-console',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
  });
  const response = await fetch(`${realm.issuer}/protocol/openid-connect/auth?${none}`, { redirect: 'manual' });
  expect(response.headers.get('location')).toContain('error=invalid_request');
});

test('refusing gives access_denied, a redirect elsewhere is never followed', async () => {
  const { redirect } = await agent.authorize('');
  expect(redirect.searchParams.get('error')).toBe('access_denied');
  const query = new URLSearchParams({
    client_id: 'dialai-console',
    redirect_uri: 'https://evil.test/',
    response_type: 'code',
    scope: 'openid',
  });
  const response = await fetch(`${realm.issuer}/protocol/openid-connect/auth?${query}`, { redirect: 'manual' });
  expect(response.status).toBe(400);
  expect(response.headers.get('location')).toBeNull();
});

test('the sign-in page speaks French and names an unknown account', async () => {
  const start = await fetch(authorizationUrl(), { redirect: 'manual', headers: { 'accept-language': 'fr-CA' } });
  const cookie = start.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const url = `${baseUrl}${start.headers.get('location')}`;
  const page = await (await fetch(url, { headers: { cookie, 'accept-language': 'fr-CA' } })).text();
  expect(page).toContain('<html lang="fr">');
  expect(page).toContain('Robin Chen');
  const body = new URLSearchParams({ account: '"><script>' });
  const wrong = await fetch(`${url}/login`, { method: 'POST', headers: { cookie }, body });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).not.toContain('"><script>');
  const gone = await fetch(url);
  expect(gone.status).toBe(400);
});

test('a refresh token works once, and its reuse ends the session', async () => {
  const first = await agent.signIn('avery@example.test');
  const form = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' };
  const second = await agent.token(form);
  expect(second.status).toBe(200);
  const reused = await agent.token(form);
  expect(reused).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  const rotated = Object(second.body)['refresh_token'];
  expect((await agent.token({ ...form, refresh_token: rotated })).body).toMatchObject({ error: 'invalid_grant' });
  const exchanged = await agent.token(exchangeForm(first.access_token, 'north'));
  expect(exchanged.body).toMatchObject({ error: 'invalid_grant' });
});

test('revocation and end of session stop refresh and exchange, of that sign-in alone', async () => {
  const kept = await createSignInAgent(baseUrl).signIn('avery@example.test');
  const revoked = await agent.signIn('avery@example.test');
  const body = new URLSearchParams({ client_id: 'dialai-console', token: revoked.refresh_token ?? '' });
  const answer = await fetch(`${realm.issuer}/protocol/openid-connect/revoke`, { method: 'POST', body });
  expect(answer.status).toBe(200);
  expect((await agent.token(exchangeForm(revoked.access_token, 'north'))).status).toBe(400);

  const ended = await agent.signIn('avery@example.test');
  const query = new URLSearchParams({
    id_token_hint: ended.id_token ?? '',
    post_logout_redirect_uri: 'http://127.0.0.1:9/bye',
    state: 's',
  });
  const logout = await fetch(`${realm.issuer}/protocol/openid-connect/logout?${query}`, { redirect: 'manual' });
  expect(logout.headers.get('location')).toBe('http://127.0.0.1:9/bye?state=s');
  const refresh = { grant_type: 'refresh_token', refresh_token: ended.refresh_token ?? '' };
  expect((await agent.token(refresh)).body).toMatchObject({ error: 'invalid_grant' });
  expect((await agent.token(exchangeForm(kept.access_token, 'north'))).status).toBe(200);
});

test('exchange gives a tenant token with the scopes held there', async () => {
  const user = await agent.signIn('robin@example.test');
  const answer = await agent.exchange(user.access_token, 'north');
  expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 60, scope: 'transcripts:read' });
  const claims = await realm.tokens.verify(answer.access_token, Date.now());
  expect(claims).toMatchObject({
    subject: 'robin',
    audience: ['north'],
    scopes: ['transcripts:read'],
    name: 'Robin Chen',
  });
});

test('exchange refuses what it must, by the error the RFC names', async () => {
  const avery = (await agent.signIn('avery@example.test')).access_token;
  const error = async (form: Record<string, string>) => Object((await agent.token(form)).body)['error'];
  expect(await error(exchangeForm(avery, 'nowhere'))).toBe('invalid_target');
  expect(await error(exchangeForm(avery, '__proto__'))).toBe('invalid_target');
  expect(await error(exchangeForm(`${avery.slice(0, -6)}AAAAAA`, 'north'))).toBe('invalid_grant');
  const tenant = (await agent.exchange(avery, 'north')).access_token;
  expect(await error(exchangeForm(tenant, 'south'))).toBe('invalid_grant');
  expect(await error({ ...exchangeForm(avery, 'north'), scope: 'users:update' })).toBe('invalid_scope');
  expect(await error({ ...exchangeForm(avery, 'north'), subject_token_type: 'urn:x' })).toBe('invalid_request');
  const forged = createRealm({
    baseUrl,
    users: testUsers,
    lifetimes: { access: 300, tenant: 60, refresh: 60 },
    state: createIdentityState('other'),
  });
  const alien = await forged.tokens.signTenantToken({
    tenant: 'account',
    user: { id: 'avery', name: '', email: '' },
    scopes: [],
    roles: [],
    clientId: 'dialai-console',
    grantId: 'g',
    lifetimeSeconds: 60,
  });
  expect(await error(exchangeForm(alien, 'north'))).toBe('invalid_grant');

  const sam = (await createSignInAgent(baseUrl).signIn('sam@example.test')).access_token;
  expect(await error(exchangeForm(sam, 'north'))).toBe('invalid_target');
  const alex = (await createSignInAgent(baseUrl).signIn('alex@example.test')).access_token;
  expect(await error(exchangeForm(alex, 'north'))).toBe('access_denied');
});

test('an expired subject token and an expired refresh token are refused', async () => {
  const user = await agent.signIn('avery@example.test');
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 301_000 });
  expect((await agent.token(exchangeForm(user.access_token, 'north'))).body).toMatchObject({ error: 'invalid_grant' });
  const refresh = { grant_type: 'refresh_token', refresh_token: user.refresh_token ?? '' };
  vi.setSystemTime(Date.now() + 3_600_000);
  expect((await agent.token(refresh)).body).toMatchObject({ error: 'invalid_grant' });
});

test('tokens outlive a restart that is given the same state', async () => {
  const user = await agent.signIn('avery@example.test');
  realm = makeRealm();
  expect((await agent.token(exchangeForm(user.access_token, 'north'))).status).toBe(200);
  const refresh = { grant_type: 'refresh_token', refresh_token: user.refresh_token ?? '' };
  expect((await agent.token(refresh)).status).toBe(200);
});

function authorizationUrl(): string {
  const query = new URLSearchParams({
    client_id: 'dialai-console',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  return `${realm.issuer}/protocol/openid-connect/auth?${query}`;
}
