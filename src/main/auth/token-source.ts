import type { AccessToken } from './access-token.ts';

/** What the platform client needs of sign-in. */
export interface TokenSource {
  /**
   * A valid token whose audience is the tenant, from the cache or freshly exchanged.
   * @param rejected the token an instance has just answered 401 to; it is never handed out again.
   * @throws FailureError `signed-out`, `forbidden` (exchange refused), `offline`.
   */
  tenantToken(tenant: string, rejected?: AccessToken): Promise<AccessToken>;
  /** The user's own token, for calls that belong to no tenant (OpenAPI document, tenant list). Throws as above. */
  userToken(rejected?: AccessToken): Promise<AccessToken>;
}
