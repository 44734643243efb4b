import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { FailureError } from '../../shared/models/failure.ts';
import { isSystemError } from '../storage/atomic-file.ts';
import type { Clock } from '../storage/clock.ts';
import type { LandingPages } from './landing-page.ts';
import type { LandingKind } from './landing-texts.ts';

/** What the owner of the wait makes of one request to the redirect address. */
export type Verdict<T> =
  | { readonly kind: 'noise' }
  | { readonly kind: 'done'; readonly page: LandingKind; readonly value: T };

export interface LoopbackOptions<T> {
  /** 0 for any free port. */
  readonly port: number;
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly pages: LandingPages;
  readonly signal: AbortSignal;
  /** Called for each well-formed request to the redirect address; must not throw. */
  readonly judge: (query: URLSearchParams) => Verdict<T>;
}

export interface LoopbackListener<T> {
  readonly redirectUri: string;
  /** Epoch ms when the wait ends by itself. */
  readonly deadline: number;
  /** @throws FailureError `cancelled`, reason `timed-out` or `cancelled` */
  readonly answer: Promise<T>;
  /** Ends the wait and every connection; safe to call at any time. Resolves when the port is free. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const CALLBACK = '/callback';
const PAGES: Readonly<Record<string, LandingKind>> = { '/done': 'success', '/denied': 'denied', '/failed': 'failed' };
/** How long the browser has, after the answer, to fetch the page that it was redirected to. */
const PAGE_GRACE_MS = 10_000;

/**
 * Waits on a loopback address for the answer of a sign-in in the system browser (RFC 8252 sections 7.3 and 8.3): the
 * literal 127.0.0.1, one path, GET only, one answer. Anything else gets a page or a status and changes nothing: other
 * programs and pages can reach this port too, and a wrong request must not end the wait.
 *
 * The answer is redirected (303) to a page without a query, so the code stays in no address bar and no history.
 *
 * @throws FailureError `unavailable`, reason `port-in-use`, when the fixed port is taken
 */
export async function openLoopbackListener<T>(options: LoopbackOptions<T>): Promise<LoopbackListener<T>> {
  const { clock, signal } = options;
  const answer = Promise.withResolvers<T>();
  // The failure also reaches whoever awaits the answer; this keeps an early cancel from being an unhandled one.
  answer.promise.catch(() => undefined);
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000, maxHeaderSize: 32_768 });
  const port = await listen(server, options.port);
  let answered = false;

  const close = closer(server);
  const end = (reason: 'timed-out' | 'cancelled', message: string): void => {
    answer.reject(new FailureError('cancelled', message, { reason }));
    void close();
  };
  const deadline = clock.now() + options.timeoutMs;
  let cancelTimer = clock.after(options.timeoutMs, () => end('timed-out', 'Nobody signed in in time'));
  const onAbort = (): void => end('cancelled', 'The sign-in was cancelled');
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  server.once('close', () => {
    cancelTimer();
    signal.removeEventListener('abort', onAbort);
  });

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const url = addressed(request, port);
    if (url === undefined) return refuse(response, 400);
    if (request.method !== 'GET') return refuse(response, 405, { allow: 'GET' });
    const landing = answered ? PAGES[url.pathname] : undefined;
    if (landing !== undefined) {
      response.once('close', () => void close());
      return show(response, 200, options.pages.page(landing, request.headers['accept-language']));
    }
    if (url.pathname !== CALLBACK) return refuse(response, 404);
    if (answered) return refuse(response, 410);
    const verdict = options.judge(url.searchParams);
    if (verdict.kind === 'noise') {
      return show(response, 400, options.pages.page('noise', request.headers['accept-language']));
    }
    answered = true;
    cancelTimer();
    signal.removeEventListener('abort', onAbort);
    const [location = '/failed'] = Object.entries(PAGES).find(([, kind]) => kind === verdict.page) ?? [];
    cancelTimer = clock.after(PAGE_GRACE_MS, () => void close());
    response.writeHead(303, {
      location,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      connection: 'close',
    });
    response.end();
    answer.resolve(verdict.value);
  });

  return {
    redirectUri: `http://${HOST}:${port}${CALLBACK}`,
    deadline,
    answer: answer.promise,
    close() {
      answer.reject(new FailureError('cancelled', 'The sign-in was cancelled', { reason: 'cancelled' }));
      return close();
    },
  };
}

/** The request's address, if it was truly made to us: another Host header means DNS rebinding or a proxy. */
function addressed(request: IncomingMessage, port: number): URL | undefined {
  if (request.headers.host !== `${HOST}:${port}`) return undefined;
  const path = request.url ?? '';
  const text = `http://${HOST}:${port}${path}`;
  return path.startsWith('/') && URL.canParse(text) ? new URL(text) : undefined;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = isSystemError(error, 'EADDRINUSE') || isSystemError(error, 'EACCES');
      const message = taken ? `Port ${port} is in use by another program` : 'No port could be opened';
      reject(new FailureError('unavailable', message, { reason: taken ? 'port-in-use' : 'port-failed' }));
    });
    server.listen({ host: HOST, port, exclusive: true }, () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new FailureError('unavailable', 'No port could be opened', { reason: 'port-failed' }));
    });
  });
}

function closer(server: Server): () => Promise<void> {
  let closed: Promise<void> | undefined;
  return () => {
    closed ??= new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    return closed;
  };
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, {
    'content-type': 'text/plain',
    'cache-control': 'no-store',
    connection: 'close',
    ...headers,
  });
  response.end(`${status}\n`);
}

function show(
  response: ServerResponse,
  status: number,
  page: { readonly html: string; readonly headers: Readonly<Record<string, string>> },
): void {
  response.writeHead(status, { ...page.headers, connection: 'close' });
  response.end(page.html);
}
