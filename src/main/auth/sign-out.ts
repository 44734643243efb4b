import { failureOf } from '../../shared/models/failure.ts';
import type { Log } from '../storage/log.ts';
import type { IdentityServer } from './identity-server.ts';
import { endSession, revoke } from './token-grants.ts';
import type { LastTokens } from './user-tokens.ts';

/**
 * Tells the identity server that a sign-in is over: the refresh token is revoked, the session ended. Called after
 * everything local is gone, so a server that cannot be reached changes nothing for the operator; it is logged.
 */
export async function endAtServer(last: LastTokens, server: () => Promise<IdentityServer>, log: Log): Promise<void> {
  const { refresh, id } = last;
  if (refresh === undefined && id === undefined) return;
  try {
    const identity = await server();
    const results = await Promise.allSettled([
      refresh === undefined ? false : revoke(identity, refresh),
      id === undefined ? false : endSession(identity, id),
    ]);
    const failed = results.filter((result) => result.status === 'rejected');
    for (const { reason } of failed) log.warn('sign-out at the server failed', { code: failureOf(reason).code });
  } catch (error) {
    log.warn('sign-out at the server failed', { code: failureOf(error).code });
  }
}
