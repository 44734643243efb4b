import { FailureError, failureOf } from '../../shared/models/failure.ts';
import type { SessionState } from '../../shared/models/session.ts';
import { signInWithBrowser } from './browser-sign-in.ts';
import { readPastedToken } from './pasted-tokens.ts';
import type { SessionDeps } from './session-deps.ts';
import { SessionStateHolder } from './session-state.ts';
import { endAtServer } from './sign-out.ts';
import { browserUser, pastedUser, type SignedInUser } from './signed-in-user.ts';
import { identityOf } from './token-set.ts';
import type { TokenSource } from './token-source.ts';
import type { VaultChoice } from './token-vault.ts';

/** The one sign-in of this console. Windows see its state; the platform client sees a TokenSource. */
export interface Session extends TokenSource {
  state(): SessionState;
  subscribe(listener: (state: SessionState) => void): () => void;
  /** Comes back with the sign-in that was kept, if there is one; without network too. Never throws. */
  restore(): Promise<void>;
  /** Resolves when signed in. @throws FailureError, which the state tells too unless it was cancelled here */
  signIn(): Promise<void>;
  cancelSignIn(): void;
  /** Opens the page that the sign-in waits for once more; nothing when none does. @throws as `openExternal` */
  openPageAgain(): Promise<void>;
  /** Signs in with a pasted user or service JWT. @throws FailureError `invalid` (`token-malformed`, `token-expired`) */
  signInWithToken(token: string): Promise<void>;
  /** Everything local is gone at once; resolves when the server was told, or could not be. */
  signOut(): Promise<void>;
  chooseVault(choice: VaultChoice): Promise<void>;
  /** @throws FailureError `not-found` for a tenant that is not listed; `signed-out` */
  activateTenant(slug: string): Promise<void>;
  /** Adds a tenant by hand and activates it. @throws FailureError `invalid`, `signed-out` */
  addTenant(slug: string): Promise<void>;
  /** Asks the instance for its operations and tenants once more. @throws FailureError `signed-out` */
  reload(): Promise<void>;
  /** Whose data on this machine it is (instance and user), also after sign-out; '' before anybody signed in. */
  owner(): string;
}

const SIGN_IN_TIMEOUT_MS = 5 * 60_000;

export function createSession(deps: SessionDeps): Session {
  const holder = new SessionStateHolder(() => deps.vault.view());
  deps.vault.onChange(() => holder.tell());
  let current: SignedInUser | undefined;
  let attempt: AbortController | undefined;
  let owner = '';
  let openPage: (() => Promise<void>) | undefined;

  const need = (): SignedInUser => {
    if (current === undefined) throw new FailureError('signed-out', 'Nobody is signed in');
    return current;
  };

  /** One attempt at a time; a new one ends the one before. */
  const begin = (): AbortController => {
    if (current !== undefined && holder.state().kind === 'signed-in') {
      throw new FailureError('invalid', 'Somebody is signed in already', { reason: 'already-signed-in' });
    }
    attempt?.abort();
    attempt = new AbortController();
    return attempt;
  };

  const adopt = (user: SignedInUser): void => {
    current = user;
    owner = user.owner;
    user.onOver((failure) => {
      if (current !== user) return;
      deps.log.warn('signed out by the server', { failure: failure.code, reason: failure.detail?.reason });
      current = undefined;
      void user.tokens.close();
      holder.signedOut(failure);
      void deps.vault.clear();
    });
    user.onTenant((tenant, outcome) => {
      if (current === user) holder.learn(tenant, outcome);
    });
  };

  /** What follows any way of signing in: operations, tenants, the first exchange; then windows see it. */
  const enter = async (user: SignedInUser, mine: AbortController): Promise<void> => {
    const stopIfOver = (): void => {
      if (mine.signal.aborted)
        throw new FailureError('cancelled', 'The sign-in was cancelled', { reason: 'cancelled' });
      if (current !== user)
        throw new FailureError('signed-out', 'The sign-in is no longer valid', { reason: 'invalid-grant' });
    };
    holder.signingIn('loading-operations');
    // The tenant that was active last time most likely is again: its token is asked for meanwhile.
    void user.tryActiveTenant();
    await user.loadOperations();
    stopIfOver();
    holder.signingIn('loading-tenants');
    await user.loadTenants();
    stopIfOver();
    await user.tryActiveTenant();
    stopIfOver();
    attempt = undefined;
    holder.signedIn(user.view());
    deps.log.info('signed in', { method: user.view().method, tenants: user.view().listed.length });
  };

  /** Ends an attempt that did not come through, unless a newer one has begun or the server has already ended it. */
  const giveUp = async (error: unknown, mine: AbortController): Promise<void> => {
    if (attempt !== mine) return;
    attempt = undefined;
    const user = current;
    current = undefined;
    const failure = failureOf(error);
    const toldByOver = user === undefined && holder.state().kind === 'signed-out';
    if (!toldByOver) holder.signedOut(failure.detail?.reason === 'cancelled' ? undefined : failure);
    deps.log.warn('sign-in failed', {
      failure: failure.code,
      reason: failure.detail?.reason,
      status: failure.detail?.status,
    });
    if (user === undefined) return;
    const last = user.tokens.close();
    await deps.vault.clear();
    await endAtServer(await last, user.server, deps.log);
  };

  const session: Session = {
    state: () => holder.state(),
    subscribe: (listener) => holder.subscribe(listener),
    owner: () => owner,
    async tenantToken(tenant, rejected) {
      return need().tokens.tenantToken(tenant, rejected);
    },
    async userToken(rejected) {
      return need().tokens.userToken(rejected);
    },

    async restore() {
      const mine = begin();
      // Told before the vault is asked, which may take its time: no window shows the sign-in page meanwhile.
      holder.signingIn('discovering');
      const kept = await deps.vault.load();
      if (attempt !== mine) return;
      if (kept === undefined) {
        attempt = undefined;
        return holder.signedOut();
      }
      let user: SignedInUser | undefined;
      try {
        const settings = await deps.settings();
        if (kept.issuer !== settings.issuer || kept.clientId !== settings.clientId) {
          attempt = undefined;
          return holder.signedOut();
        }
        user = browserUser(deps, settings, { kept });
        adopt(user);
        await user.tokens.userToken();
        await enter(user, mine);
      } catch (error) {
        if (user !== undefined && attempt === mine && current === user && failureOf(error).code !== 'cancelled') {
          // Only the server can end a sign-in: without network the operator goes on with what is known.
          attempt = undefined;
          user.reloadWhenBack(() => void session.reload().catch(() => undefined));
          holder.signedIn(user.view());
          deps.log.warn('restored without the identity server', { failure: failureOf(error).code });
        } else {
          await giveUp(error, mine);
        }
      }
    },

    async signIn() {
      const mine = begin();
      holder.signingIn('discovering');
      try {
        const settings = await deps.settings();
        const found = await signInWithBrowser({
          settings,
          allowLoopback: settings.embedded || deps.allowLoopback === true,
          fetch: deps.fetch,
          clock: deps.clock,
          pages: deps.pages,
          openExternal: deps.openExternal,
          timeoutMs: deps.signInTimeoutMs ?? SIGN_IN_TIMEOUT_MS,
          signal: mine.signal,
          onStep: (step, deadline) => {
            if (attempt === mine) holder.signingIn(step, deadline);
          },
          onPage: (open) => {
            openPage = open;
          },
          ...(deps.language === undefined ? {} : { language: deps.language() }),
        });
        const user = browserUser(deps, settings, found);
        adopt(user);
        await user.keep();
        await enter(user, mine);
      } catch (error) {
        await giveUp(error, mine);
        throw error;
      }
    },

    async openPageAgain() {
      const state = holder.state();
      if (state.kind === 'signing-in' && state.step === 'waiting-for-browser') await openPage?.();
    },

    cancelSignIn() {
      const mine = attempt;
      if (mine === undefined) return;
      mine.abort();
      void giveUp(new FailureError('cancelled', 'The sign-in was cancelled', { reason: 'cancelled' }), mine);
    },

    async signInWithToken(token) {
      const pasted = readPastedToken(token, deps.clock);
      const mine = begin();
      try {
        const settings = await deps.settings();
        const identity = identityOf(pasted.claims) ?? { id: 'service', name: 'Service account' };
        const user = pastedUser(deps, settings, pasted, identity);
        adopt(user);
        await enter(user, mine);
      } catch (error) {
        await giveUp(error, mine);
        throw error;
      }
    },

    async signOut() {
      attempt?.abort();
      attempt = undefined;
      const user = current;
      current = undefined;
      const last = user?.tokens.close();
      holder.signedOut();
      await deps.vault.clear();
      if (user !== undefined && last !== undefined) await endAtServer(await last, user.server, deps.log);
    },

    chooseVault: (choice) => deps.vault.choose(choice),

    async activateTenant(slug) {
      const user = need();
      const state = holder.state();
      if (state.kind !== 'signed-in' || !state.tenants.some((tenant) => tenant.slug === slug)) {
        throw new FailureError('not-found', 'This tenant is not listed', { reason: 'tenant-not-listed' });
      }
      deps.rememberTenant(slug);
      user.activate(slug);
      holder.change(() => user.view());
      await user.tryActiveTenant();
    },

    async addTenant(slug) {
      const user = need();
      const typed = slug.trim();
      if (!/^[^\s/?#\\]{1,200}$/u.test(typed)) {
        throw new FailureError('invalid', 'This is not the name of a tenant', {
          reason: 'tenant-name',
          field: 'tenant',
        });
      }
      deps.rememberTypedTenant(typed);
      user.addTyped(typed);
      holder.change(() => user.view());
      await session.activateTenant(typed);
    },

    async reload() {
      const user = need();
      await user.loadOperations();
      await user.loadTenants();
      await user.tryActiveTenant();
      if (current === user) holder.change(() => user.view());
    },
  };
  return session;
}
