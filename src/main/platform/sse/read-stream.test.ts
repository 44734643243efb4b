import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from '../../../shared/models/failure.ts';
import type { StreamedEvent } from '../tenant-api.ts';
import { type Connected, connectedTo } from '../testing/connected.ts';
import { DOCUMENT_32 } from '../testing/documents.ts';
import { type Answer, inTurn, json } from '../testing/test-server.ts';
import { MAX_EVENT_CHARS } from './read-stream.ts';

let to: Connected;
beforeEach(async () => {
  to = await connectedTo(DOCUMENT_32);
});
afterEach(() => to.close());

/** Sends the pieces one by one, each after the client has had time to read the one before. */
function streaming(...pieces: readonly (string | Uint8Array)[]): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.socket?.setNoDelay(true);
    const next = (nth: number) => {
      const piece = pieces[nth];
      if (piece === undefined) response.end();
      else response.write(piece, () => setImmediate(next, nth + 1));
    };
    next(0);
  };
}

function read(options: { readonly signal?: AbortSignal; readonly lastEventId?: string } = {}) {
  const batches: (readonly StreamedEvent[])[] = [];
  let opened = 0;
  const done = to.api
    .streamConversations({
      signal: new AbortController().signal,
      ...options,
      onEvents: (events) => batches.push(events),
      onOpen: () => opened++,
    })
    .then(
      () => ({ ended: true as const, failure: undefined }),
      (thrown: unknown) => ({ ended: false as const, failure: failureOf(thrown) }),
    );
  return { batches, opened: () => opened, done };
}

const event = (text: string) =>
  `event: message.added\nid: s:1\ndata: {"transcriptId":"c","message":{"id":"m","text":"${text}"}}\n\n`;
const texts = (batches: readonly (readonly StreamedEvent[])[]) =>
  batches.flat().map(({ event: one }) => (one.type === 'message' ? one.message.text : one.type));

describe('streamConversations', () => {
  it('hands over what one read brought together, and resolves at the server’s end', async () => {
    to.answerWith(streaming(`${event('a') + event('b')}: still here\n\n`));
    const stream = read({ lastEventId: 's:0' });
    expect(await stream.done).toEqual({ ended: true });
    expect(stream.opened()).toBe(1);
    expect(texts(stream.batches)).toEqual(['a', 'b', 'heartbeat']);
    expect(to.server.seen[0]).toMatchObject({
      url: '/t/north/live',
      authorization: 'Bearer north-1',
      lastEventId: 's:0',
    });
  });

  it('puts characters and events together that were cut anywhere', async () => {
    const bytes = new TextEncoder().encode(event('déjà vu 👍'));
    to.answerWith(streaming(...Array.from(bytes, (byte) => Uint8Array.of(byte))));
    const stream = read();
    await stream.done;
    expect(texts(stream.batches)).toEqual(['déjà vu 👍']);
  });

  it('refuses what is no event stream', async () => {
    to.answerWith(json({ items: [] }));
    const stream = read();
    expect(await stream.done).toMatchObject({
      failure: { code: 'unavailable', detail: { reason: 'wrong-content-type' } },
    });
    expect(stream.batches).toEqual([]);
  });

  it('never takes the token to another origin, and follows on its own', async () => {
    const elsewhere = await connectedTo(DOCUMENT_32);
    elsewhere.answerWith(streaming(event('stolen')));
    to.answerWith((_, response) => void response.writeHead(302, { location: `${elsewhere.server.url}/live` }).end());
    const stream = read();
    expect(await stream.done).toMatchObject({
      failure: { code: 'unavailable', detail: { reason: 'redirect-elsewhere' } },
    });
    expect(stream.batches).toEqual([]);
    expect(elsewhere.server.seen).toEqual([]);
    await elsewhere.close();

    const moved: Answer = (_, response) => void response.writeHead(307, { location: '/moved' }).end();
    to.answerWith(inTurn(moved, streaming(event('a'))));
    expect(texts((await collect()).batches)).toEqual(['a']);
    expect(to.server.seen.at(-1)).toMatchObject({ url: '/moved', authorization: 'Bearer north-1' });
  });

  it('gives up on an event without end', async () => {
    const part = 'x'.repeat(1024 * 1024);
    to.answerWith(streaming('data: ', ...Array.from({ length: MAX_EVENT_CHARS / part.length + 2 }, () => part)));
    expect(await read().done).toMatchObject({
      failure: { code: 'unavailable', detail: { reason: 'event-too-large' } },
    });
  });

  it('opens with a fresh token after 401, and never again with one that a stream was ended for', async () => {
    const ended = streaming('event: unauthorized\ndata: {}\n\n');
    to.answerWith(inTurn(json({}, 401), ended, streaming(event('a'))));
    expect(texts((await collect()).batches)).toEqual(['unauthorized']);
    expect(texts((await collect()).batches)).toEqual(['a']);
    expect(to.server.seen.map(({ authorization }) => authorization)).toEqual([
      'Bearer north-1',
      'Bearer north-2',
      'Bearer north-3',
    ]);
  });

  it('is lost when the connection is cut, and says so', async () => {
    to.answerWith((request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(event('a'), () => setImmediate(() => request.socket.destroy()));
    });
    expect(await read().done).toMatchObject({ failure: { code: 'offline', detail: { reason: 'connection-lost' } } });
  });

  it('stops when told, with nothing handed over afterwards and the connection closed', async () => {
    const controller = new AbortController();
    const closed = new Promise<void>((done) => {
      to.answerWith((request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        request.on('close', () => done());
        response.write(event('a'));
      });
    });
    const batches: (readonly StreamedEvent[])[] = [];
    const failure = await to.api
      .streamConversations({
        signal: controller.signal,
        onEvents: (events) => {
          batches.push(events);
          controller.abort();
        },
      })
      .catch(failureOf);
    await closed;
    expect(failure).toMatchObject({ code: 'cancelled' });
    expect(batches).toHaveLength(1);
  });

  it('reports back-pressure and refusals like any call', async () => {
    to.answerWith(json({}, 503, { 'retry-after': '4' }));
    expect(await read().done).toMatchObject({ failure: { code: 'saturated', detail: { retryAfterMs: 4000 } } });
    to.answerWith(json({}, 403));
    expect(await read().done).toMatchObject({ failure: { code: 'forbidden' } });
    expect(to.server.seen).toHaveLength(2);
  });
});

async function collect() {
  const stream = read();
  await stream.done;
  return stream;
}
