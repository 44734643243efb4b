import { type Failure, failureOf } from '../../shared/models/failure.ts';
import type { InstanceSettings } from '../../shared/models/instance.ts';
import type { Tenant } from '../../shared/models/session.ts';
import { createBrowserTokens } from './browser-tokens.ts';
import { discover, type IdentityServer, identityRequest } from './identity-server.ts';
import { createPastedTokens, type PastedToken } from './pasted-tokens.ts';
import { createServerLookup } from './server-lookup.ts';
import type { SessionDeps } from './session-deps.ts';
import type { SignedIn } from './session-state.ts';
import { mergeTenants } from './tenant-list.ts';
import type { Identity, TokenSet } from './token-set.ts';
import type { KeptSignIn } from './token-vault.ts';
import type { TenantOutcome, UserTokenEvents, UserTokens } from './user-tokens.ts';

/** Somebody who is signed in, with their tokens and what the instance told about them. */
export interface SignedInUser {
  readonly tokens: UserTokens;
  readonly server: () => Promise<IdentityServer>;
  readonly owner: string;
  view(): SignedIn;
  onOver(listener: (failure: Failure) => void): void;
  onTenant(listener: (tenant: string, outcome: TenantOutcome) => void): void;
  /** Asks the platform side to bind the instance's operations. A failure is logged: much still works without. */
  loadOperations(): Promise<void>;
  /** Asks for the tenants and chooses the active one if there is none. On failure those known before remain. */
  loadTenants(): Promise<void>;
  /** Gets the active tenant's token, so that a refused exchange is known before a screen needs it. Never throws. */
  tryActiveTenant(): Promise<void>;
  activate(slug: string): void;
  addTyped(slug: string): void;
  /** Keeps the sign-in in the vault, where it can be kept. */
  keep(): Promise<void>;
  /** Has operations and tenants loaded after the next refresh that works: for a start without network. */
  reloadWhenBack(reload: () => void): void;
}

type Found = { readonly server: IdentityServer; readonly set: TokenSet } | { readonly kept: KeptSignIn };

const NOBODY: Identity = { id: 'unknown', name: 'Unknown' };

/** A user who came through the browser just now, or whose sign-in was kept. */
export function browserUser(deps: SessionDeps, settings: InstanceSettings, found: Found): SignedInUser {
  const kept = 'kept' in found ? found.kept : undefined;
  const set = 'set' in found ? found.set : undefined;
  const identity = kept?.user ?? set?.identity ?? NOBODY;
  const server = serverOf(deps, settings, 'server' in found ? found.server : undefined);
  let last = { refresh: kept?.refresh ?? set?.refresh, id: kept?.id ?? set?.id };
  const user = buildUser(deps, settings, {
    identity,
    method: 'browser',
    server,
    listed: kept?.tenants ?? [],
    hinted: set?.tenants ?? [],
    async keep(tenants) {
      const { refresh, id } = last;
      if (refresh === undefined) return;
      const { issuer, clientId } = settings;
      await deps.vault.save({
        issuer,
        clientId,
        refresh,
        user: identity,
        tenants,
        ...(id === undefined ? {} : { id }),
      });
    },
    tokens: (events, onRefreshed, keep) =>
      createBrowserTokens({
        ...events,
        clock: deps.clock,
        server,
        audienceOf: audienceOf(settings),
        onRefreshed,
        async keep({ refresh, id }) {
          last = { refresh, id };
          await keep();
        },
        ...(set === undefined ? {} : { first: set }),
        ...(kept === undefined ? {} : { kept }),
      }),
  });
  return user;
}

/** A user, or a service, known by a pasted JWT. Nothing of it is kept. */
export function pastedUser(
  deps: SessionDeps,
  settings: InstanceSettings,
  pasted: PastedToken,
  identity: Identity,
): SignedInUser {
  const server = serverOf(deps, settings, undefined);
  const { expiresAt } = pasted.claims;
  return buildUser(deps, settings, {
    identity,
    method: 'pasted',
    server,
    listed: [],
    hinted: pasted.claims.tenants,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    keep: () => Promise.resolve(),
    tokens: (events) =>
      createPastedTokens({
        ...events,
        clock: deps.clock,
        pasted,
        issuer: settings.issuer,
        server,
        audienceOf: audienceOf(settings),
      }),
  });
}

interface UserParts {
  readonly identity: Identity;
  readonly method: 'browser' | 'pasted';
  readonly expiresAt?: number;
  readonly server: () => Promise<IdentityServer>;
  readonly listed: readonly Tenant[];
  readonly hinted: readonly string[];
  readonly keep: (tenants: readonly Tenant[]) => Promise<void>;
  readonly tokens: (events: UserTokenEvents, onRefreshed: () => void, keep: () => Promise<void>) => UserTokens;
}

function buildUser(deps: SessionDeps, settings: InstanceSettings, parts: UserParts): SignedInUser {
  let overListener: ((failure: Failure) => void) | undefined;
  let tenantListener: ((tenant: string, outcome: TenantOutcome) => void) | undefined;
  let listed = parts.listed;
  let typed = settings.tenants;
  let active: string | undefined;
  let tenantsProblem: Failure | undefined;
  let closed = false;
  let pendingReload: (() => void) | undefined;

  const choose = (): void => {
    const slugs = mergeTenants(listed, typed, parts.hinted).map(({ slug }) => slug);
    if (active !== undefined && slugs.includes(active)) return;
    const last = deps.lastTenant();
    active = slugs.includes(last) ? last : slugs[0];
  };
  // What comes back after the sign-in has ended must not be written over what its end removed.
  const keep = async (): Promise<void> => {
    if (!closed) await parts.keep(listed);
  };
  choose();

  const tokens = parts.tokens(
    {
      onOver: (failure) => overListener?.(failure),
      onTenant: (tenant, outcome) => tenantListener?.(tenant, outcome),
    },
    () => {
      const reload = pendingReload;
      pendingReload = undefined;
      reload?.();
    },
    keep,
  );

  const user: SignedInUser = {
    tokens: {
      ...tokens,
      close() {
        closed = true;
        return tokens.close();
      },
    },
    server: parts.server,
    owner: `${settings.issuer}|${parts.identity.id}`,
    view: () => ({
      user: parts.identity,
      instanceName: settings.instance || hostOf(settings.apiUrl),
      embedded: settings.embedded,
      method: parts.method,
      listed,
      typed,
      hinted: parts.hinted,
      ...(tenantsProblem === undefined ? {} : { tenantsProblem }),
      ...(parts.expiresAt === undefined ? {} : { expiresAt: parts.expiresAt }),
      ...(active === undefined ? {} : { activeTenant: active }),
    }),
    onOver(listener) {
      overListener = listener;
    },
    onTenant(listener) {
      tenantListener = listener;
    },
    async loadOperations() {
      await tolerated(deps, 'operations could not be loaded', () => deps.loadOperations?.(tokens));
    },
    async loadTenants() {
      tenantsProblem = undefined;
      const answer = await tolerated(
        deps,
        'tenants could not be listed',
        () => deps.loadTenants(tokens),
        (failure) => {
          tenantsProblem = failure;
        },
      );
      const changed = answer !== undefined && JSON.stringify(answer) !== JSON.stringify(listed);
      if (answer !== undefined) listed = answer;
      choose();
      if (changed) await keep();
    },
    async tryActiveTenant() {
      const tenant = active;
      if (tenant === undefined) return;
      await tolerated(deps, 'no token for the active tenant', () => tokens.tenantToken(tenant));
    },
    activate(slug) {
      active = slug;
      tokens.askAgain(slug);
    },
    addTyped(slug) {
      typed = [...typed, slug];
    },
    keep,
    reloadWhenBack(reload) {
      pendingReload = reload;
    },
  };
  return user;
}

/** Awaits something whose failure costs a part of the console, not the sign-in. */
async function tolerated<T>(
  deps: SessionDeps,
  what: string,
  work: () => Promise<T> | undefined,
  onFailure?: (failure: Failure) => void,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const failure = failureOf(error);
    deps.log.warn(what, { code: failure.code, reason: failure.detail?.reason });
    onFailure?.(failure);
    return undefined;
  }
}

function serverOf(deps: SessionDeps, settings: InstanceSettings, known: IdentityServer | undefined) {
  const options = {
    issuer: settings.issuer,
    clientId: settings.clientId,
    fetch: deps.fetch,
    clock: deps.clock,
    allowLoopback: settings.embedded || deps.allowLoopback === true,
    tolerateSkew: true,
  };
  // The server found while signing in is asked under the signal of that attempt; from now on it must not be.
  const free = known === undefined ? undefined : { ...known, request: identityRequest(options) };
  return createServerLookup(() => discover(options), free);
}

function audienceOf(settings: InstanceSettings): (tenant: string) => string {
  return (tenant) => settings.audienceTemplate.replaceAll('{tenant}', () => tenant);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
