import type { UserInfo } from '../world/world-port.ts';
import { type AccessTokens, createAccessTokens } from './access-token.ts';
import type { IdentityState } from './identity-state.ts';
import { createIssuedSecrets, type IssuedSecrets } from './issued-secrets.ts';
import { createRealmHandler, type NodeHandler } from './realm-handler.ts';
import { realmPath, type TokenLifetimes } from './realm-options.ts';
import { deriveSigningKey } from './signing-key.ts';

export interface Realm {
  readonly issuer: string;
  readonly handle: NodeHandler;
  readonly tokens: AccessTokens;
  readonly issued: IssuedSecrets;
}

export interface RealmInput {
  readonly baseUrl: string;
  readonly users: readonly UserInfo[];
  readonly lifetimes: TokenLifetimes;
  readonly state: IdentityState;
}

/** Puts the identity server together: key, tokens, provider and pages. */
export function createRealm(input: RealmInput): Realm {
  const issuer = `${input.baseUrl}${realmPath}`;
  const key = deriveSigningKey(input.state.seed);
  const tokens = createAccessTokens(issuer, key);
  const issued = createIssuedSecrets();
  return { issuer, tokens, issued, handle: createRealmHandler({ ...input, issuer, key, tokens, issued }) };
}
