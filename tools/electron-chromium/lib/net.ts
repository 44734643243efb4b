/** `net`: Node's fetch, with the application's schemes and files. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { handlerOf } from './protocol.ts';
import { strict } from './strict.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

async function fetchFile(url: string): Promise<Response> {
  try {
    const file = fileURLToPath(url);
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    return new Response(await readFile(file), { headers: { 'content-type': type } });
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  }
}

type FetchOptions = RequestInit & { readonly bypassCustomProtocolHandlers?: boolean };

export const net = strict('net', {
  online: true,
  isOnline: (): boolean => true,
  async fetch(input: string | URL | Request, options: FetchOptions = {}): Promise<Response> {
    const { bypassCustomProtocolHandlers = false, ...init } = options;
    const url = input instanceof Request ? input.url : String(input);
    const handler = bypassCustomProtocolHandlers ? undefined : handlerOf(url);
    if (handler) return handler(new Request(input, init));
    return url.startsWith('file:') ? fetchFile(url) : fetch(input, init);
  },
});
