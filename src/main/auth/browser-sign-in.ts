import type { FailureError } from '../../shared/models/failure.ts';
import type { InstanceSettings } from '../../shared/models/instance.ts';
import type { SignInStep } from '../../shared/models/session.ts';
import type { Clock } from '../storage/clock.ts';
import { type Attempt, authorizationUrl, judgeCallback, newAttempt, redeemCode } from './code-grant.ts';
import type { Fetch } from './identity-fetch.ts';
import { discover, type IdentityServer } from './identity-server.ts';
import type { LandingPages } from './landing-page.ts';
import { openLoopbackListener, type Verdict } from './loopback-listener.ts';
import type { TokenSet } from './token-set.ts';

export interface BrowserSignInOptions {
  readonly settings: InstanceSettings;
  readonly allowLoopback: boolean;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly pages: LandingPages;
  /** Opens the system browser. @throws FailureError `unavailable`, reason `browser-failed` */
  readonly openExternal: (url: string) => Promise<void>;
  readonly timeoutMs: number;
  readonly language?: string;
  readonly signal: AbortSignal;
  readonly onStep: (step: SignInStep, deadline?: number) => void;
  /** Told how to open the same page once more while it is waited for. */
  readonly onPage: (open: () => Promise<void>) => void;
}

type Answer = { readonly parameters: URLSearchParams } | { readonly failure: FailureError };

/**
 * The whole code flow with PKCE in the system browser (RFC 8252): discovery, loopback listener, browser, code, tokens.
 *
 * @throws FailureError: see `discover`, `openLoopbackListener`, `judgeCallback`, `redeemCode`; `cancelled` on the signal
 */
export async function signInWithBrowser(
  options: BrowserSignInOptions,
): Promise<{ readonly server: IdentityServer; readonly set: TokenSet }> {
  const { settings, clock, signal, onStep } = options;
  const server = await discover({
    issuer: settings.issuer,
    clientId: settings.clientId,
    fetch: options.fetch,
    clock,
    allowLoopback: options.allowLoopback,
    signal,
  });

  // The redirect address is known only once the port is open; nothing can answer before the browser was sent there.
  let attempt: Attempt | undefined;
  let answered = false;
  const listener = await openLoopbackListener<Answer>({
    port: settings.loopbackPort,
    clock,
    timeoutMs: options.timeoutMs,
    pages: options.pages,
    signal,
    judge: (query) => (attempt === undefined ? { kind: 'noise' } : verdictOf(server, attempt, query)),
  });
  try {
    attempt = newAttempt(listener.redirectUri);
    const url = await authorizationUrl(server, attempt, settings.scopes, options.language);
    options.onPage(() => options.openExternal(url));
    onStep('waiting-for-browser', listener.deadline);
    // Some openers return only when the browser ends, or never: the answer counts, and cancel and time-out too.
    const answer = await Promise.race([listener.answer, options.openExternal(url).then(() => listener.answer)]);
    // From here the listener ends by itself, once the browser has fetched its page.
    answered = true;
    if ('failure' in answer) throw answer.failure;
    onStep('exchanging-code');
    const withIdToken = settings.scopes.split(' ').includes('openid');
    return { server, set: await redeemCode(server, attempt, answer.parameters, clock, withIdToken) };
  } catch (error) {
    if (!answered) await listener.close();
    throw error;
  }
}

function verdictOf(server: IdentityServer, attempt: Attempt, query: URLSearchParams): Verdict<Answer> {
  const verdict = judgeCallback(server, attempt, query);
  switch (verdict.kind) {
    case 'noise':
      return verdict;
    case 'code':
      return { kind: 'done', page: 'success', value: { parameters: verdict.parameters } };
    case 'failure': {
      const denied = verdict.failure.failure.detail?.reason === 'denied';
      return { kind: 'done', page: denied ? 'denied' : 'failed', value: { failure: verdict.failure } };
    }
  }
}
