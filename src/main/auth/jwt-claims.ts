import { z } from 'zod';

/** What a JWT says of itself. Not verified here: a hint for the console, the instance verifies. */
export interface JwtClaims {
  readonly issuer?: string;
  readonly subject?: string;
  readonly audience: readonly string[];
  /** Epoch ms. */
  readonly expiresAt?: number;
  readonly scopes: readonly string[];
  readonly name?: string;
  readonly email?: string;
  /** Tenants that the claims name; the platform documents no claim, so the usual ones are looked at. */
  readonly tenants: readonly string[];
}

const names = z.array(z.string().min(1).max(200));
const payloadSchema = z.object({
  iss: z.string().optional().catch(undefined),
  sub: z.string().optional().catch(undefined),
  aud: z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]),
  exp: z.number().optional().catch(undefined),
  scope: z.string().catch(''),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  tenant: z.string().min(1).optional().catch(undefined),
  tenants: names.catch([]),
  // Keycloak's organization claim: a list of aliases, or an object whose keys they are.
  organization: z.union([names, z.record(z.string(), z.unknown()).transform(Object.keys)]).catch([]),
});

/**
 * Reads the payload of a JWS in compact form (RFC 7519).
 *
 * @returns undefined when the text is not a JWT; strange claims are left out, never an error
 */
export function readJwt(token: string): JwtClaims | undefined {
  const parts = token.split('.');
  const [header, body] = parts;
  if (parts.length !== 3 || header === undefined || body === undefined) return undefined;
  if (parseObject(header) === undefined) return undefined;
  const payload = payloadSchema.safeParse(parseObject(body));
  if (!payload.success) return undefined;
  const { iss, sub, aud, exp, scope, name, preferred_username, email, tenant, tenants, organization } = payload.data;
  const called = name ?? preferred_username;
  return {
    audience: aud,
    scopes: scope.split(' ').filter((each) => each !== ''),
    tenants: [...new Set([...(tenant === undefined ? [] : [tenant]), ...tenants, ...organization])],
    ...(iss === undefined ? {} : { issuer: iss }),
    ...(sub === undefined ? {} : { subject: sub }),
    ...(exp === undefined ? {} : { expiresAt: exp * 1000 }),
    ...(called === undefined ? {} : { name: called }),
    ...(email === undefined ? {} : { email }),
  };
}

function parseObject(part: string): unknown {
  if (!/^[\w-]+$/u.test(part)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
