import type { Clock } from '../storage/clock.ts';
import type { AccessToken } from './access-token.ts';

/** One access token that is kept, renewed early, and asked for once however many want it at the same time. */
export interface RenewableToken {
  /**
   * @param rejected a token that was just answered 401; it is never handed out again
   * @throws what the renewal throws, unless the token at hand is still good
   */
  get(rejected?: AccessToken): Promise<AccessToken>;
  /** Resolves when no renewal is under way. */
  settled(): Promise<void>;
}

const EARLY_MS = 60_000;
const EARLY_SHARE = 0.2;

/**
 * @param renew asks for a new token; called at most once at a time
 * @param first a token that is already there
 */
export function createRenewableToken(
  clock: Clock,
  renew: () => Promise<AccessToken>,
  first?: AccessToken,
): RenewableToken {
  let current: AccessToken | undefined = first;
  let renewAt = first === undefined ? 0 : renewalTime(first, clock.now());
  let underWay: Promise<AccessToken> | undefined;

  const start = (): Promise<AccessToken> => {
    underWay ??= renew()
      .then((token) => {
        current = token;
        renewAt = renewalTime(token, clock.now());
        return token;
      })
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  };

  return {
    async get(rejected) {
      if (rejected !== undefined && rejected === current) current = undefined;
      const held = current;
      if (held !== undefined && clock.now() < renewAt) return held;
      try {
        return await start();
      } catch (error) {
        // Renewed early and failed: what is at hand may still do, as when the network is away for a moment.
        if (held !== undefined && held === current && clock.now() < held.expiresAt) return held;
        throw error;
      }
    },
    async settled() {
      await underWay?.catch(() => undefined);
    },
  };
}

/** A minute before the end, or a fifth of the life where that is shorter. */
function renewalTime(token: AccessToken, now: number): number {
  return token.expiresAt - Math.min(EARLY_MS, Math.max(0, token.expiresAt - now) * EARLY_SHARE);
}
