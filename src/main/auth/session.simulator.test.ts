import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { completeSignIn, type SignInChoice } from '../../../tools/headless-sign-in/complete-sign-in.ts';
import { type Failure, failureOf } from '../../shared/models/failure.ts';
import type { Tenant } from '../../shared/models/session.ts';
import { createIdentityState } from '../../simulator/identity/identity-state.ts';
import { startSimulator } from '../../simulator/server.ts';
import { silentLog } from '../storage/log.ts';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { MemoryBox } from '../storage/testing/memory-box.ts';
import { DEFAULT_SETTINGS, withEmbeddedAddress } from './instance-settings.ts';
import { readLandingPages } from './landing-page.ts';
import { createSession, type Session } from './session.ts';
import { tokenValue } from './token-set.ts';
import type { TokenSource } from './token-source.ts';
import { openTokenVault } from './token-vault.ts';

const tenantsAnswer = z.object({ items: z.array(z.object({ slug: z.string(), name: z.string() })) });
const AVERY = { account: 'Avery Tremblay' };

let simulator: Awaited<ReturnType<typeof startSimulator>>;
const identity = createIdentityState('sign-in tests');
beforeAll(async () => {
  simulator = await startSimulator({
    identity,
    world: { seed: 1, conversations: 5, speed: 1, clock: 'driven' },
    lifetimes: { access: 300, tenant: 120, refresh: 3600 },
  });
});
afterAll(() => simulator.close());

let folder: string;
let clock: ManualClock;
const box = new MemoryBox();
const running: Session[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sign-in-'));
  clock = new ManualClock(Date.now());
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((session) => session.signOut()));
  await rm(folder, { recursive: true, force: true });
});

async function start(choice: SignInChoice = AVERY, onPage?: (html: string) => void): Promise<Session> {
  const session = createSession({
    settings: () => withEmbeddedAddress(DEFAULT_SETTINGS, simulator),
    vault: await openTokenVault({ file: join(folder, 'sign-in.json'), box, clock }),
    fetch,
    clock,
    pages: await readLandingPages(join(import.meta.dirname, '../../../resources/sign-in')),
    // A browser is opened and left alone; what comes of it comes by the listener.
    openExternal: async (url) => void completeSignIn(url, choice).then(({ html }) => onPage?.(html)),
    loadTenants: listTenants,
    lastTenant: () => '',
    rememberTenant: () => undefined,
    rememberTypedTenant: () => undefined,
    log: silentLog,
  });
  running.push(session);
  return session;
}

async function signedIn(choice: SignInChoice = AVERY): Promise<Session> {
  const session = await start(choice);
  await session.signIn();
  return session;
}

async function listTenants(tokens: TokenSource): Promise<readonly Tenant[]> {
  const headers = new Headers();
  (await tokens.userToken()).authorize(headers);
  return tenantsAnswer.parse(await (await fetch(`${simulator.url}/api/v1/tenants`, { headers })).json()).items;
}

/** The status of a call that needs a tenant's token. */
async function callTenant(
  session: Session,
  tenant: string,
  path = `/api/v1/${tenant}/live/conversations`,
): Promise<number> {
  const headers = new Headers();
  (await session.tenantToken(tenant)).authorize(headers);
  const response = await fetch(`${simulator.url}${path}`, { headers });
  await response.body?.cancel();
  return response.status;
}

const stateOf = (session: Session) => {
  const state = session.state();
  if (state.kind !== 'signed-in') throw new Error(`not signed in but ${state.kind}`);
  return state;
};
const failing = async (work: Promise<unknown>): Promise<Failure> =>
  failureOf(
    await work.then(
      () => new Error('It worked'),
      (error: unknown) => error,
    ),
  );

describe('against the whole instance over HTTP', () => {
  it('signs in by the code flow with PKCE, and the tenant tokens open the tenants', async () => {
    const session = await signedIn();
    const { user, tenants, activeTenant, embedded } = stateOf(session);
    expect(user.name).toBe('Avery Tremblay');
    expect(embedded).toBe(true);
    expect(tenants.length).toBeGreaterThan(0);
    expect(tenants.find(({ slug }) => slug === activeTenant)?.scopes).toContain('transcripts:read');
    for (const { slug } of tenants) expect(await callTenant(session, slug)).toBe(200);
  });

  it('a token of one tenant does not open another', async () => {
    const session = await signedIn();
    const [first, second] = stateOf(session).tenants.map(({ slug }) => slug);
    if (first === undefined || second === undefined) throw new Error('two tenants are needed');
    expect(await callTenant(session, first, `/api/v1/${second}/live/conversations`)).toBeGreaterThanOrEqual(401);
  });

  it('shows the landing page to whoever signed in, without the code', async () => {
    const page = Promise.withResolvers<string>();
    await (await start(AVERY, page.resolve)).signIn();
    const html = await page.promise;
    expect(html).toContain('Go back to Dialai Console');
    expect(html).not.toMatch(/code=|state=/u);
  });

  it('refused by the person: told, and nothing is kept', async () => {
    const session = await start({ deny: true });
    expect((await failing(session.signIn())).detail?.reason).toBe('denied');
    expect(await readdir(folder)).toEqual([]);
  });

  it('somebody without a tenant is signed in all the same', async () => {
    const session = await signedIn({ account: 'Sam Diaz' });
    expect(stateOf(session)).toMatchObject({ user: { name: 'Sam Diaz' }, tenants: [] });
    const [tenant] = simulator.accounts.flatMap(({ tenants }) => tenants);
    expect(await failing(session.tenantToken(tenant ?? ''))).toMatchObject({ detail: { reason: 'exchange-refused' } });
    expect(session.state().kind).toBe('signed-in');
  });

  it('somebody whose exchange is refused is told for each tenant, and what needs none still works', async () => {
    const session = await signedIn({ account: 'Alex Kim' });
    const { tenants, activeTenant } = stateOf(session);
    expect(tenants.find(({ slug }) => slug === activeTenant)?.problem?.detail?.reason).toBe('exchange-refused');
    expect((await listTenants(session)).map(({ slug }) => slug)).toEqual(tenants.map(({ slug }) => slug));
    expect(session.state().kind).toBe('signed-in');
  });

  it('renews by rotation, and the kept sign-in comes back after a restart of the console and of the instance', async () => {
    const session = await signedIn();
    const before = tokenValue(await session.userToken());
    clock.advance(300_000);
    expect(tokenValue(await session.userToken())).not.toBe(before);
    const port = Number(new URL(simulator.url).port);
    await simulator.close();
    clock.advance(300_000);
    expect((await failing(session.userToken())).code).toBe('offline');
    expect(session.state().kind).toBe('signed-in');
    simulator = await startSimulator({
      identity,
      port,
      world: { seed: 1, conversations: 5, speed: 1, clock: 'driven' },
    });
    const again = await start({ deny: true });
    await again.restore();
    expect(stateOf(again).user.name).toBe('Avery Tremblay');
    expect(await callTenant(again, stateOf(again).activeTenant ?? '')).toBe(200);
  });

  it('a refresh token that somebody else used ends the sign-in', async () => {
    const session = await signedIn();
    const copy = await start();
    await copy.restore();
    expect(copy.state().kind).toBe('signed-in');
    clock.advance(300_000);
    expect((await failing(session.userToken())).detail?.reason).toBe('invalid-grant');
    expect(session.state()).toMatchObject({ kind: 'signed-out', failure: { detail: { reason: 'invalid-grant' } } });
    clock.advance(300_000);
    expect((await failing(copy.userToken())).detail?.reason).toBe('invalid-grant');
  });

  it('sign-out takes everything back at the server', async () => {
    const session = await signedIn();
    const sealed = await readFile(join(folder, 'sign-in.json'), 'utf8');
    const user = await session.userToken();
    await session.signOut();
    expect(await readdir(folder)).toEqual([]);
    // A copy of the vault made before is worth nothing any more.
    await writeFile(join(folder, 'sign-in.json'), sealed);
    const thief = await start();
    await thief.restore();
    expect(thief.state()).toMatchObject({ kind: 'signed-out', failure: { detail: { reason: 'invalid-grant' } } });
    const form = new URLSearchParams({
      client_id: 'dialai-console',
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: tokenValue(user),
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      audience: simulator.accounts.flatMap(({ tenants }) => tenants)[0] ?? '',
    });
    const answer = await fetch(`${simulator.issuer}/protocol/openid-connect/token`, { method: 'POST', body: form });
    expect(answer.status).toBe(400);
  });

  it('a pasted tenant token serves that tenant alone', async () => {
    const browser = await signedIn();
    const [first, second] = stateOf(browser).tenants.map(({ slug }) => slug);
    if (first === undefined || second === undefined) throw new Error('two tenants are needed');
    const pasted = await start();
    await pasted.signInWithToken(`Bearer ${tokenValue(await browser.tenantToken(first))}`);
    expect(stateOf(pasted)).toMatchObject({ method: 'pasted', user: { name: 'Avery Tremblay' } });
    await pasted.addTenant(first);
    expect(await callTenant(pasted, first)).toBe(200);
    expect((await failing(pasted.tenantToken(second))).detail?.reason).toBe('exchange-refused');
  });

  it('a pasted user token is exchanged like any other', async () => {
    const browser = await signedIn();
    const pasted = await start();
    await pasted.signInWithToken(tokenValue(await browser.userToken()));
    expect(stateOf(pasted).tenants.length).toBeGreaterThan(1);
    for (const { slug } of stateOf(pasted).tenants) expect(await callTenant(pasted, slug)).toBe(200);
  });
});
