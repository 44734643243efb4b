import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, importJWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { SigningKey } from './signing-key.ts';

/** Audience of the user's own token, as Keycloak calls it; tenant tokens carry the tenant's slug instead. */
export const userAudience = 'account';

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  iat: z.number(),
  scope: z.string().default(''),
  name: z.string().optional(),
  email: z.string().optional(),
  azp: z.string().optional(),
  sid: z.string().optional(),
});

/** What a verified access token says. */
export interface AccessClaims {
  readonly subject: string;
  readonly name: string;
  readonly audience: readonly string[];
  readonly scopes: readonly string[];
  /** Epoch seconds. */
  readonly expiresAt: number;
  /** The grant behind it, so that a revoked session cannot be exchanged any more. */
  readonly grantId: string | undefined;
  readonly clientId: string | undefined;
}

/** Signs tenant tokens and verifies access tokens of this realm. */
export interface AccessTokens {
  /** @returns a compact JWS (RFC 9068 shape) for one tenant */
  signTenantToken(input: TenantTokenInput): Promise<string>;
  /**
   * Checks signature, issuer and validity in time.
   *
   * @param nowMs the verifier's clock, epoch milliseconds
   * @throws jose's errors (`JWTExpired`, `JWSSignatureVerificationFailed`, …) or a zod error for missing claims
   */
  verify(token: string, nowMs: number): Promise<AccessClaims>;
}

export interface TenantTokenInput {
  readonly tenant: string;
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly clientId: string;
  readonly grantId: string | undefined;
  readonly lifetimeSeconds: number;
}

/** Signer and verifier for one realm; both use the realm's one ES256 key. */
export function createAccessTokens(issuer: string, key: SigningKey): AccessTokens {
  const keys = createLocalJWKSet({ keys: [key.publicJwk] });
  const signingKey = importJWK(key.privateJwk, 'ES256');
  return {
    async signTenantToken(input) {
      const issuedAt = Math.floor(Date.now() / 1000);
      return new SignJWT({
        scope: input.scopes.join(' '),
        name: input.user.name,
        email: input.user.email,
        roles: [...input.roles],
        azp: input.clientId,
        ...(input.grantId === undefined ? {} : { sid: input.grantId }),
      })
        .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'at+jwt' })
        .setIssuer(issuer)
        .setSubject(input.user.id)
        .setAudience(input.tenant)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + input.lifetimeSeconds)
        .sign(await signingKey);
    },
    async verify(token, nowMs) {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ['ES256'],
        // An id token is signed by the same key: only the type tells that it opens no API.
        typ: 'at+jwt',
        currentDate: new Date(nowMs),
      });
      const claims = claimsSchema.parse(payload);
      return {
        subject: claims.sub,
        name: claims.name ?? claims.sub,
        audience: typeof claims.aud === 'string' ? [claims.aud] : claims.aud,
        scopes: claims.scope.split(' ').filter((each) => each !== ''),
        expiresAt: claims.exp,
        grantId: claims.sid,
        clientId: claims.azp,
      };
    },
  };
}
