import type { UserInfo } from '../world/world-port.ts';
import type { AccessTokens } from './access-token.ts';
import type { IdentityState } from './identity-state.ts';
import type { IssuedSecrets } from './issued-secrets.ts';
import type { SigningKey } from './signing-key.ts';

export const realmPath = '/realms/dial-ai';
export const protocolPath = `${realmPath}/protocol/openid-connect`;
export const clientId = 'dialai-console';
/** The resource that a user's own token is made for; its audience is `account`, as Keycloak's. */
export const accountResource = 'urn:dialai:account';

/** Lifetimes in seconds. */
export interface TokenLifetimes {
  readonly access: number;
  readonly tenant: number;
  readonly refresh: number;
}

/** Everything the realm works with. */
export interface RealmOptions {
  /** Scheme, host and port, no slash at the end. */
  readonly baseUrl: string;
  readonly issuer: string;
  readonly users: readonly UserInfo[];
  readonly lifetimes: TokenLifetimes;
  readonly state: IdentityState;
  readonly key: SigningKey;
  readonly tokens: AccessTokens;
  readonly issued: IssuedSecrets;
}
