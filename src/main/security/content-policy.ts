/**
 * The Content-Security-Policy of every page of the console. The renderer has no network at all (`connect-src 'none'`);
 * styles that libraries inject carry the page's nonce. In development Vite needs its own socket and inline refresh code.
 * @param nonce fresh for each page load.
 */
export function contentPolicy(nonce: string, development?: { readonly origin: string }): string {
  const dev = development === undefined ? undefined : new URL(development.origin);
  return [
    "default-src 'none'",
    dev === undefined ? `script-src 'self'` : `script-src 'self' 'nonce-${nonce}'`,
    dev === undefined ? `style-src 'self' 'nonce-${nonce}'` : `style-src 'self' 'unsafe-inline'`,
    "img-src 'self' data:",
    "font-src 'self'",
    dev === undefined ? "connect-src 'none'" : `connect-src 'self' ws://${dev.host}`,
    "media-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
