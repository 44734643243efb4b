import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Protocol, protocol } from 'electron';
import { APP_SCHEME, appFile } from './app-path.ts';
import { contentPolicy } from './content-policy.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Must run before `ready`: the scheme is standard and secure, so that the pages have an origin of their own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the built pages under `app://console/`, each HTML page with a nonce of its own.
 * @param root folder of the built pages.
 */
export function serveApp(root: string, scheme: Pick<Protocol, 'handle'> = protocol): void {
  scheme.handle(APP_SCHEME, (request) => appResponse(root, request.method, request.url));
}

/** The answer to one request for a page or asset; 404 for anything that may not be served. */
export async function appResponse(root: string, method: string, url: string): Promise<Response> {
  const file = method === 'GET' ? appFile(root, url) : undefined;
  const type = file === undefined ? undefined : TYPES[extname(file)];
  if (file === undefined || type === undefined) return notFound();
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return notFound();
  const nonce = randomBytes(18).toString('base64');
  const headers = {
    'content-type': type,
    'content-security-policy': contentPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': type.startsWith('text/html') ? 'no-store' : 'max-age=31536000, immutable',
  };
  if (!type.startsWith('text/html')) return new Response(new Uint8Array(bytes), { headers });
  return new Response(bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce), { headers });
}

const notFound = (): Response =>
  new Response('Not found', {
    status: 404,
    headers: { 'content-type': 'text/plain', 'content-security-policy': "default-src 'none'" },
  });
