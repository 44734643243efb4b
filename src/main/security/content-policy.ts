/**
 * The Content-Security-Policy of every page of the console. The renderer has no network at all (`connect-src 'none'`);
 * styles that libraries inject carry the page's nonce. Recordings are played from bytes that main handed over (`blob:`). In development the pages come from Vite's own server instead.
 * @param nonce fresh for each page load.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}
