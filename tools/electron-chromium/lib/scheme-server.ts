/** The loopback server behind the application's own schemes: gives each request to the scheme's handler. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { handlerOf } from './protocol.ts';
import { schemes } from './schemes.ts';

// About the connection to this server, not about the request.
const connectionHeaders = new Set([
  'host',
  'connection',
  'upgrade-insecure-requests',
  'accept-encoding',
  'content-length',
]);
const bodyHeaders = new Set(['content-encoding', 'content-length', 'transfer-encoding']);

function toRequest(incoming: IncomingMessage, url: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || connectionHeaders.has(name)) continue;
    const text = String(value);
    if (name === 'origin') headers.set(name, schemes.origin(schemes.fromWeb(text)));
    else headers.set(name, name === 'referer' ? schemes.fromWeb(text) : text);
  }
  const method = incoming.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers });
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
  return new Request(url, { method, headers, body, duplex: 'half' });
}

async function respond(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy();
    return;
  }
  for (const [name, value] of response.headers)
    if (!bodyHeaders.has(name)) outgoing.appendHeader(name, schemes.headerToWeb(name, value));
  outgoing.writeHead(response.status);
  if (response.body) await pipeline(Readable.fromWeb(response.body), outgoing);
  else outgoing.end();
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const web = `http://${incoming.headers.host}${incoming.url}`;
  const url = schemes.fromWeb(web);
  // Chromium asks for an icon by itself; Electron does not.
  if (incoming.url === '/favicon.ico' && incoming.headers['sec-fetch-dest'] === 'image') {
    outgoing.writeHead(404).end();
    return;
  }
  const handler = url === web ? undefined : handlerOf(url);
  if (!handler) {
    outgoing.destroy();
    return;
  }
  await respond(await handler(toRequest(incoming, url)), outgoing);
}

/**
 * Starts the server; it does not keep the process alive.
 * @returns its port on 127.0.0.1
 */
export function startSchemeServer(): Promise<number> {
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => {
      // A page that goes away in the middle of a response is nothing to report.
      if (!outgoing.destroyed) process.stderr.write(`electron-chromium: protocol handler failed: ${String(error)}\n`);
      outgoing.destroy();
    });
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
