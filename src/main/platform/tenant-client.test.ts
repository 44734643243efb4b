import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Failure, failureOf } from '../../shared/models/failure.ts';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { TIMEOUTS } from './client/timeouts.ts';
import { type Connected, connectedTo } from './testing/connected.ts';
import { DOCUMENT_30, DOCUMENT_31 } from './testing/documents.ts';
import { type Answer, inTurn, json } from './testing/test-server.ts';

let to: Connected;
const conversation = { transcriptId: 'c-1', status: 'in-progress', platform: 'webchat' };
const failing = async (call: Promise<unknown>): Promise<Failure> =>
  call.then(
    () => expect.unreachable('it should have failed'),
    (thrown: unknown) => failureOf(thrown),
  );
const cutOff: Answer = (request) => void request.socket.destroy();
const html: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<!doctype html><title>Sign in</title>');
};
const truncated: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"items":[{"transcriptId":"c-1"');
};
const redirectTo =
  (location: string, status = 302): Answer =>
  (_, response) => {
    response.writeHead(status, { location });
    response.end();
  };

beforeEach(async () => {
  to = await connectedTo(DOCUMENT_31);
});
afterEach(() => to.close());

describe('requests', () => {
  it('fills tenant and id into the template under whatever names, below the document’s base path', async () => {
    to.answerWith(json(conversation));
    expect(await to.api.takeOver('c/1?x')).toMatchObject({ id: 'c-1', platform: 'webchat' });
    expect(to.server.seen).toEqual([
      {
        method: 'POST',
        url: '/gw/api/org/north/v2/webchat/c%2F1%3Fx/CsrTakeOver',
        authorization: 'Bearer north-1',
        lastEventId: undefined,
        body: '',
      },
    ]);
  });

  it('refuses an id that would climb the path, before anything is sent', async () => {
    expect(await failing(to.api.takeOver('..'))).toMatchObject({
      code: 'invalid',
      detail: { reason: 'unsendable-id' },
    });
    expect(to.server.seen).toEqual([]);
  });

  it('names body fields and spells values as the schema says', async () => {
    const other = await connectedTo(DOCUMENT_30);
    other.answerWith(json({ id: 'm-1', body: 'Bonjour', from: 'operator' }));
    expect(await other.api.reply('c-1', 'Bonjour', 'client-id-1')).toMatchObject({ id: 'm-1', role: 'csr' });
    other.answerWith(json({}));
    await other.api.complete('c-1');
    expect(other.server.seen.map(({ url, body }) => [url, JSON.parse(body)])).toEqual([
      ['/v3/north/chats/c-1/operator-messages', { body: 'Bonjour', kind: 'OPERATOR' }],
      ['/v3/north/chats/c-1/close', { state: 'CLOSED' }],
    ]);
    await other.close();
  });

  it('refuses a note that the instance has no field for, instead of dropping it', async () => {
    const other = await connectedTo({
      openapi: '3.1.0',
      paths: {
        '/t/{tenant}/conversations/{id}/release': {
          post: {
            requestBody: {
              content: { 'application/json': { schema: { properties: { force: { type: 'boolean' } } } } },
            },
          },
        },
      },
    });
    expect(await failing(other.api.handBack('c-1', 'please'))).toMatchObject({
      code: 'unavailable',
      detail: { reason: 'unfillable-body', field: 'note' },
    });
    expect(other.server.seen).toEqual([]);
    await other.close();
  });

  it('says what is not bound', async () => {
    expect(to.api.can('flows.list')).toBe(false);
    expect(await failing(to.api.flows())).toMatchObject({
      code: 'unavailable',
      detail: { reason: 'not-bound', operation: 'flows.list' },
    });
  });
});

describe('tokens', () => {
  it('tries once more with a fresh token after 401, writes included', async () => {
    to.answerWith(inTurn(json({}, 401), json(conversation)));
    expect(await to.api.takeOver('c-1')).toMatchObject({ id: 'c-1' });
    expect(to.server.seen.map(({ authorization }) => authorization)).toEqual(['Bearer north-1', 'Bearer north-2']);
  });

  it('gives up after the second 401', async () => {
    to.answerWith(json({}, 401));
    expect(await failing(to.api.takeOver('c-1'))).toMatchObject({
      code: 'signed-out',
      detail: { reason: 'token-rejected' },
    });
    expect(to.server.seen).toHaveLength(2);
  });

  it('tells a wrong clock apart from a token that is refused', async () => {
    const date = new Date(Date.now() + 900_000).toUTCString();
    to.answerWith(json({}, 401, { date }));
    expect(await failing(to.api.takeOver('c-1'))).toMatchObject({ code: 'invalid', detail: { reason: 'clock-skew' } });
  });

  it('never sends the token to another origin', async () => {
    const elsewhere = await connectedTo(DOCUMENT_31);
    elsewhere.answerWith(json({ items: [] }));
    to.answerWith(redirectTo(`${elsewhere.server.url}/steal`));
    expect(await failing(to.api.liveSnapshot())).toMatchObject({
      code: 'unavailable',
      detail: { reason: 'redirect-elsewhere' },
    });
    expect(elsewhere.server.seen).toEqual([]);
    await elsewhere.close();
  });

  it('understands Chromium’s network stack, which throws at redirects', async () => {
    let throwing = false;
    const other = await connectedTo(DOCUMENT_31, {
      fetch: (url, init) => (throwing ? Promise.reject(new Error('Redirect was cancelled')) : fetch(url, init)),
    });
    throwing = true;
    expect(await failing(other.api.liveSnapshot())).toMatchObject({
      code: 'unavailable',
      detail: { reason: 'redirect-unusable' },
    });
    expect((await failing(other.api.takeOver('c-1'))).code).toBe('unknown-outcome');
    await other.close();
  });

  it('follows redirects of reads on the same origin, never of writes, and not for ever', async () => {
    to.answerWith(inTurn(redirectTo('/moved'), json({ items: [conversation] })));
    expect((await to.api.liveSnapshot()).conversations).toHaveLength(1);
    to.answerWith(redirectTo('/moved', 307));
    expect(await failing(to.api.takeOver('c-1'))).toMatchObject({
      code: 'unavailable',
      detail: { reason: 'redirected' },
    });
    to.answerWith(redirectTo('/moved', 303));
    expect((await failing(to.api.takeOver('c-1'))).code).toBe('unknown-outcome');
    to.server.seen.length = 0;
    to.answerWith(redirectTo('/round'));
    expect(await failing(to.api.liveSnapshot())).toMatchObject({ detail: { reason: 'redirect-unusable' } });
    expect(to.server.seen).toHaveLength(4);
  });
});

describe('refusals', () => {
  it.each([
    [
      403,
      { error: { code: 'forbidden', requiredScope: 'chat:csr' } },
      { code: 'forbidden', detail: { requiredScope: 'chat:csr', status: 403 } },
    ],
    [
      403,
      { errors: [{ required_permission: 'chat:csr' }] },
      { code: 'forbidden', detail: { requiredScope: 'chat:csr' } },
    ],
    [404, { title: 'No such transcript' }, { code: 'not-found', detail: { serverText: 'No such transcript' } }],
    [
      409,
      { error: { code: 'taken-over', takenBy: { id: 'u-2', name: 'Robin', at: '2026-03-01T12:00:00Z' } } },
      {
        code: 'conflict',
        detail: { reason: 'taken-over', takenBy: { id: 'u-2', name: 'Robin', at: Date.UTC(2026, 2, 1, 12) } },
      },
    ],
    [
      409,
      {
        errors: [
          { code: 'TAKEN_OVER', claimed_by: { user_id: 'u-2', display_name: 'Robin', claimed_at: 1_772_366_400_000 } },
        ],
      },
      {
        code: 'conflict',
        detail: { reason: 'taken-over', takenBy: { id: 'u-2', name: 'Robin', at: 1_772_366_400_000 } },
      },
    ],
    [409, { holder: 'Robin' }, { code: 'conflict', detail: { takenBy: { name: 'Robin' } } }],
    [422, { detail: [{ loc: ['body', 'text'], msg: 'too long' }] }, { code: 'invalid' }],
    [
      422,
      { error: { message: 'No', details: [{ path: 'text' }] } },
      { code: 'invalid', detail: { field: 'text', serverText: 'No' } },
    ],
    [405, {}, { code: 'unavailable', detail: { reason: 'not-offered' } }],
    [500, { message: 'boom' }, { code: 'unknown-outcome', detail: { reason: 'server-error' } }],
    [502, {}, { code: 'unknown-outcome' }],
    [429, {}, { code: 'saturated', detail: { status: 429 } }],
  ])('reads %i %j', async (status, body, failure) => {
    to.answerWith(json(body, status));
    expect(await failing(to.api.takeOver('c-1'))).toMatchObject(failure);
    expect(to.server.seen).toHaveLength(1);
  });

  it('reads Retry-After as seconds and as a date', async () => {
    to.answerWith(json({}, 429, { 'retry-after': '7' }));
    expect((await failing(to.api.takeOver('c-1'))).detail?.retryAfterMs).toBe(7000);
    to.answerWith(
      json({}, 503, { date: 'Sun, 01 Mar 2026 12:00:00 GMT', 'retry-after': 'Sun, 01 Mar 2026 12:00:09 GMT' }),
    );
    expect(await failing(to.api.takeOver('c-1'))).toMatchObject({ code: 'saturated', detail: { retryAfterMs: 9000 } });
  });

  it('carries no token, address or person in a failure', async () => {
    to.answerWith(json({ message: 'Bearer abc.def eyJhbGciOi.eyJzdWIi.sig lea@example.test +1 416 555 0100' }, 400));
    const failure = JSON.stringify(await failing(to.api.takeOver('c-secret')));
    for (const secret of ['abc.def', 'eyJ', 'lea@', '555', 'c-secret', 'north-1'])
      expect(failure).not.toContain(secret);
    expect(failure).toContain('[e-mail]');
  });
});

describe('broken answers', () => {
  it.each([
    ['HTML', html, { code: 'unavailable', detail: { reason: 'wrong-content-type' } }],
    ['truncated JSON', truncated, { code: 'unavailable', detail: { reason: 'malformed-json' } }],
    ['no list', json({ ok: true }), { code: 'unavailable', detail: { reason: 'unreadable-answer' } }],
    [
      'a list of nothing known',
      json({ items: [1, { a: 2 }] }),
      { code: 'unavailable', detail: { reason: 'unreadable-answer' } },
    ],
    ['an error', json({}, 500), { code: 'unavailable', detail: { reason: 'server-error' } }],
  ])('a read answered with %s fails plainly', async (_, answer, failure) => {
    to.answerWith(answer);
    expect(await failing(to.api.liveSnapshot())).toMatchObject(failure);
    expect(to.server.seen).toHaveLength(1);
  });

  it.each([
    ['HTML', html],
    ['truncated JSON', truncated],
    ['a cut connection', cutOff],
  ])('a write answered with %s has an unknown outcome and is sent once', async (_, answer) => {
    to.answerWith(answer);
    expect((await failing(to.api.takeOver('c-1'))).code).toBe('unknown-outcome');
    expect(to.server.seen).toHaveLength(1);
  });

  it('what is never answered is given up after its time: a read plainly, a write in doubt, neither sent again', async () => {
    const clock = new ManualClock();
    const still = await connectedTo(DOCUMENT_31, { clock });
    const arrivals = [TIMEOUTS.read, TIMEOUTS.write];
    still.answerWith(() => clock.advance(arrivals.shift() ?? 0));
    expect(await failing(still.api.liveSnapshot())).toMatchObject({ code: 'offline', detail: { reason: 'time-out' } });
    expect(await failing(still.api.takeOver('c-1'))).toMatchObject({
      code: 'unknown-outcome',
      detail: { reason: 'time-out' },
    });
    expect(still.server.seen).toHaveLength(2);
    expect(clock.waiting).toBe(0);
    await still.close();
  });

  it('knows that a write never left when nobody listens', async () => {
    let address = '';
    const other = await connectedTo(DOCUMENT_31, {
      fetch: (url, init) => fetch(address === '' ? url : address, init),
    });
    // Port 2 is registered and used by nothing; one that was just closed may be somebody's by now.
    address = 'http://127.0.0.1:2/';
    expect(await failing(other.api.takeOver('c-1'))).toMatchObject({ code: 'offline', detail: { reason: 'refused' } });
    await other.close();
  });

  it('repeats reads twice at most when the connection breaks or the instance is briefly busy', async () => {
    to.answerWith(inTurn(cutOff, json({}, 503), json({ items: [conversation] })));
    expect((await to.api.liveSnapshot()).conversations).toHaveLength(1);
    expect(to.server.seen).toHaveLength(3);
    to.server.seen.length = 0;
    to.answerWith(json({}, 503));
    expect((await failing(to.api.liveSnapshot())).code).toBe('saturated');
    expect(to.server.seen).toHaveLength(3);
    to.server.seen.length = 0;
    to.answerWith(json({}, 503, { 'retry-after': '60' }));
    expect((await failing(to.api.liveSnapshot())).detail?.retryAfterMs).toBe(60_000);
    expect(to.server.seen).toHaveLength(1);
  });

  it('cancels a read', async () => {
    const controller = new AbortController();
    to.answerWith(() => controller.abort());
    expect((await failing(to.api.liveSnapshot(controller.signal))).code).toBe('cancelled');
  });

  it('counts a malformed row as absent among good ones', async () => {
    to.answerWith(json({ results: [conversation, { transcriptId: null }, 'x'] }));
    expect((await to.api.liveSnapshot()).conversations.map(({ id }) => id)).toEqual(['c-1']);
  });

  it('measures the clocks’ difference', async () => {
    const clock = new ManualClock();
    const still = await connectedTo(DOCUMENT_31, { clock });
    still.answerWith(json({ items: [] }, 200, { date: new Date(clock.now() + 3_600_000).toUTCString() }));
    await still.api.liveSnapshot();
    // A date has whole seconds, so half of one is added.
    expect(still.api.clockSkew()).toBe(3_600_500);
    await still.close();
  });
});
