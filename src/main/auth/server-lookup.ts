import type { IdentityServer } from './identity-server.ts';

/**
 * Discovers an identity server when it is first needed and remembers it; a discovery that failed is tried again by the
 * next caller, and callers at the same time share one.
 */
export function createServerLookup(
  look: () => Promise<IdentityServer>,
  known?: IdentityServer,
): () => Promise<IdentityServer> {
  let found: Promise<IdentityServer> | undefined = known === undefined ? undefined : Promise.resolve(known);
  return () => {
    found ??= look().catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}
