import { createECDH, createHash, hkdfSync } from 'node:crypto';
import type { JWK } from 'jose';

/** An ES256 key pair: the private half for signing, the public half as the realm's certs publish it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

/**
 * Derives the realm's ES256 signing key from a seed, so that tokens outlive a restart that is given the same seed.
 *
 * @param seed any text; a random one makes a key nobody can reproduce
 * @returns the key pair as JWKs with a thumbprint-like `kid` (RFC 7517)
 */
export function deriveSigningKey(seed: string): SigningKey {
  const curve = createECDH('prime256v1');
  // 32 bytes of HKDF are a valid P-256 scalar but for odds of about 2^-32, and setPrivateKey throws in that case.
  curve.setPrivateKey(Buffer.from(hkdfSync('sha256', seed, 'dialai-simulator', 'realm signing key', 32)));
  const point = curve.getPublicKey();
  const shared = { kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33, 65)) };
  const kid = createHash('sha256').update(point).digest('base64url').slice(0, 16);
  const publicJwk: JWK = { ...shared, kid, use: 'sig', alg: 'ES256' };
  const scalar = Buffer.concat([Buffer.alloc(32), curve.getPrivateKey()]).subarray(-32);
  return { kid, publicJwk, privateJwk: { ...publicJwk, d: base64url(scalar) } };
}

function base64url(bytes: Buffer): string {
  return bytes.toString('base64url');
}
