import { AccessToken } from '../../auth/access-token.ts';
import type { TokenSource } from '../../auth/token-source.ts';

/** Tokens named `<audience>-1`, `<audience>-2`, …: a new one each time the current one was rejected. */
export function testTokens(): TokenSource & { readonly issued: string[] } {
  const issued: string[] = [];
  const current = new Map<string, AccessToken>();
  const give = async (audience: string, rejected?: AccessToken): Promise<AccessToken> => {
    const known = current.get(audience);
    if (known !== undefined && known !== rejected) return known;
    const value = `${audience}-${issued.filter((one) => one.startsWith(`${audience}-`)).length + 1}`;
    issued.push(value);
    const token = new AccessToken(value, Number.MAX_SAFE_INTEGER);
    current.set(audience, token);
    return token;
  };
  return {
    issued,
    tenantToken: (tenant, rejected) => give(tenant, rejected),
    userToken: (rejected) => give('user', rejected),
  };
}
