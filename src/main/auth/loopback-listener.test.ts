import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from '../../shared/models/failure.ts';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { type LandingPages, readLandingPages } from './landing-page.ts';
import { type LoopbackListener, type LoopbackOptions, openLoopbackListener } from './loopback-listener.ts';

let pages: LandingPages;
beforeAll(async () => {
  pages = await readLandingPages(join(import.meta.dirname, '../../../resources/sign-in'));
});

let clock: ManualClock;
let abort: AbortController;
let listener: LoopbackListener<string>;
let port: number;
const open = async (changes: Partial<LoopbackOptions<string>> = {}) => {
  listener = await openLoopbackListener({
    port: 0,
    clock,
    timeoutMs: 300_000,
    pages,
    signal: abort.signal,
    judge(query) {
      if (query.get('state') !== 'ours') return { kind: 'noise' };
      if (query.get('error') === 'access_denied') return { kind: 'done', page: 'denied', value: 'denied' };
      const code = query.get('code');
      return code === null ? { kind: 'noise' } : { kind: 'done', page: 'success', value: code };
    },
    ...changes,
  });
  port = Number(new URL(listener.redirectUri).port);
};
beforeEach(() => {
  clock = new ManualClock();
  abort = new AbortController();
  return open();
});
afterEach(() => listener.close());

const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const get = (path: string, headers: Record<string, string> = {}) => fetch(at(path), { redirect: 'manual', headers });

/** Sends bytes as they are and gives the whole answer; fetch would correct them. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

async function reasonOf(answer: Promise<unknown>): Promise<string | undefined> {
  const failure = failureOf(await answer.catch((error: unknown) => error));
  expect(failure.code).toBe('cancelled');
  return failure.detail?.reason;
}

function refused(host: string, toPort: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(toPort, host, () => {
      socket.destroy();
      resolve(false);
    });
    socket.on('error', () => resolve(true));
  });
}

describe('the loopback listener', () => {
  it('is reachable on 127.0.0.1 alone, by its literal address', async () => {
    expect(listener.redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/u);
    expect(await refused('127.0.0.1', port)).toBe(false);
    expect(await refused('::1', port)).toBe(true);
    const others = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    for (const { address } of others.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      expect(await refused(address, port)).toBe(true);
    }
  });

  it('takes one answer, moves the code out of the address bar, shows the page, then is gone', async () => {
    const answer = await get('/callback?code=secret-code&state=ours', { 'accept-language': 'fr-CA,en;q=0.5' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/done');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await listener.answer).toBe('secret-code');
    const page = await get('/done', { 'accept-language': 'fr-CA,en;q=0.5' });
    const html = await page.text();
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('Revenez à la console Dialai');
    expect(html).toContain('Go back to Dialai Console');
    expect(html).not.toContain('secret-code');
    expect(html).not.toMatch(/\{\{|<script|src=|url\(/u);
    await listener.close();
    expect(await refused('127.0.0.1', port)).toBe(true);
    expect(clock.waiting).toBe(0);
  });

  it('serves its page under a policy that lets nothing in', async () => {
    const policy = (await get('/callback?state=other')).headers.get('content-security-policy');
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+='; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/u,
    );
  });

  it.each([
    ['a wrong path', () => get('/'), 404],
    ['a path below', () => get('/callback/x?code=a&state=ours'), 404],
    ['the icon', () => get('/favicon.ico'), 404],
    ['the page before its time', () => get('/done'), 404],
    ['a wrong state', () => get('/callback?code=a&state=theirs'), 400],
    ['no state', () => get('/callback?code=a'), 400],
    ['no code', () => get('/callback?state=ours'), 400],
    ['an error of somebody else', () => get('/callback?error=access_denied&state=theirs'), 400],
    ['a POST', () => fetch(at('/callback?code=a&state=ours'), { method: 'POST', body: 'x' }), 405],
    ['a HEAD', () => fetch(at('/callback?code=a&state=ours'), { method: 'HEAD' }), 405],
    ['a preflight', () => fetch(at('/callback?code=a&state=ours'), { method: 'OPTIONS' }), 405],
  ])('%s does not end the wait', async (_, send, status) => {
    expect((await send()).status).toBe(status);
    expect((await get('/callback?code=right&state=ours')).status).toBe(303);
    expect(await listener.answer).toBe('right');
  });

  it.each([
    ['another host (DNS rebinding)', 'GET /callback?code=a&state=ours HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
    ['the name localhost', 'GET /callback?code=a&state=ours HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['no host', 'GET /callback?code=a&state=ours HTTP/1.0\r\n\r\n'],
    ['an absolute address', 'GET http://evil.example/callback?code=a&state=ours HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['junk', '\x16\x03\x01\x02\0'],
  ])('%s does not end the wait', async (_, text) => {
    expect(await raw(text)).toContain('HTTP/1.1 400');
    await get('/callback?code=right&state=ours');
    expect(await listener.answer).toBe('right');
  });

  it('a second answer changes nothing', async () => {
    await get('/callback?code=first&state=ours');
    expect((await get('/callback?code=second&state=ours')).status).toBe(410);
    expect(await listener.answer).toBe('first');
  });

  it('a refusal is an answer with a page of its own', async () => {
    const answer = await get('/callback?error=access_denied&state=ours');
    expect(answer.headers.get('location')).toBe('/denied');
    expect(await listener.answer).toBe('denied');
    expect(await (await get('/denied')).text()).toContain('The sign-in was refused');
  });

  it('a slow client holds nobody up, not even the end', async () => {
    const slow = await new Promise<Socket>((resolve) => {
      const socket: Socket = connect(port, '127.0.0.1', () =>
        socket.write('GET /callback?code=', () => resolve(socket)),
      );
      socket.on('error', () => undefined);
    });
    await get('/callback?code=right&state=ours');
    expect(await listener.answer).toBe('right');
    const gone = new Promise((resolve) => slow.once('close', resolve));
    await listener.close();
    await gone;
  });

  it('a kept-alive connection is closed too', async () => {
    const agentless = request({ host: '127.0.0.1', port, path: '/x', headers: { connection: 'keep-alive' } });
    const response = await new Promise<import('node:http').IncomingMessage>((resolve) => {
      agentless.on('response', resolve).end();
    });
    expect(response.headers.connection).toBe('close');
    response.resume();
  });

  it('ends by itself after its time, by the clock', async () => {
    expect(listener.deadline).toBe(clock.now() + 300_000);
    clock.advance(299_999);
    expect(await refused('127.0.0.1', port)).toBe(false);
    clock.advance(1);
    expect(await reasonOf(listener.answer)).toBe('timed-out');
    await listener.close();
    expect(await refused('127.0.0.1', port)).toBe(true);
  });

  it('the page is offered for a while after the answer, then the port is closed unasked', async () => {
    await get('/callback?code=right&state=ours');
    clock.advance(10_000);
    await listener.close();
    expect(await refused('127.0.0.1', port)).toBe(true);
    expect(await listener.answer).toBe('right');
  });

  it('can be cancelled, also before it begins', async () => {
    abort.abort();
    expect(await reasonOf(listener.answer)).toBe('cancelled');
    await listener.close();
    expect(clock.waiting).toBe(0);
    await open();
    expect(await reasonOf(listener.answer)).toBe('cancelled');
  });

  it('a fixed port can be used again at once, and one in use is reported', async () => {
    const taken = openLoopbackListener({
      port,
      clock,
      timeoutMs: 1,
      pages,
      signal: abort.signal,
      judge: () => ({ kind: 'noise' }),
    });
    const failure = failureOf(await taken.catch((error: unknown) => error));
    expect(failure).toMatchObject({ code: 'unavailable', detail: { reason: 'port-in-use' } });
    await get('/callback?code=right&state=ours');
    await listener.close();
    await open({ port });
    expect(new URL(listener.redirectUri).port).toBe(String(port));
  });
});
