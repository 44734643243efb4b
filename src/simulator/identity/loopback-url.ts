const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Reads a redirect address and accepts it only on loopback, on any port and path (RFC 8252 section 7.3).
 *
 * @returns the parsed address, or undefined when it is not one
 */
export function loopbackUrl(value: string): URL | undefined {
  if (!URL.canParse(value)) return undefined;
  const url = new URL(value);
  const plain = url.protocol === 'http:' && url.hash === '' && url.username === '' && url.password === '';
  return plain && loopbackHosts.includes(url.hostname) ? url : undefined;
}
