import { allowInsecureRequests } from 'oauth4webapi';
import { isPermitted } from './instance-address.ts';

/**
 * The only place where the console permits plain http, and only towards a literal loopback address when the caller asks
 * for it: that is the embedded demo instance (RFC 8252 section 8.3 explains why loopback needs no TLS). Each request is
 * checked once more by the identity fetch, so a loopback server cannot send the console to plain http elsewhere.
 */
export function loopbackException(issuer: URL, allowLoopback: boolean): { [allowInsecureRequests]?: true } {
  const plain = issuer.protocol === 'http:' && isPermitted(issuer, { allowLoopback });
  return plain ? { [allowInsecureRequests]: true } : {};
}
