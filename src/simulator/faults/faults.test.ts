import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CheckedClient, createCheckedClient } from '../testing/checked-client.ts';
import { type EventReader, openEvents } from '../testing/event-reader.ts';
import { type FakeInstance, startFakeInstance } from '../testing/fake-instance.ts';
import { createSignInAgent } from '../testing/sign-in-agent.ts';
import type { FaultInput } from './fault-rule.ts';

let instance: FakeInstance;
let avery: CheckedClient;

beforeAll(async () => {
  instance = await startFakeInstance();
  avery = await createCheckedClient(instance.url, 'avery@example.test', 'north');
});
afterAll(() => instance.close());
beforeEach(async () => {
  await instance.admin('DELETE', 'faults');
  await instance.admin('POST', 'restart');
});

async function set(fault: FaultInput): Promise<void> {
  const response = await instance.admin('POST', 'faults', fault);
  expect(response.status).toBe(201);
}

async function listen(): Promise<EventReader> {
  const reader = await openEvents(`${instance.url}/api/v1/north/live/events`, avery.token);
  await reader.next();
  return reader;
}
const sequences = (events: readonly { data: string }[]) => events.map(({ data }) => Object(JSON.parse(data)).sequence);

test.each([
  ['unauthorized', 401],
  ['forbidden', 403],
  ['too-many-requests', 429],
  ['unavailable', 503],
] as const)('%s is answered once, as documented', async (kind, status) => {
  await set({ kind, operation: 'listFlows', times: 1, retryAfterSeconds: 7 });
  expect((await avery.call('GET', '/api/v1/north/internal-contacts')).status).toBe(200);
  const struck = await avery.call('GET', '/api/v1/north/flows');
  expect(struck.status).toBe(status);
  if (status === 429 || status === 503) expect(struck.headers.get('retry-after')).toBe('7');
  expect((await avery.call('GET', '/api/v1/north/flows')).status).toBe(200);
});

test('conflict names someone who has it', async () => {
  await set({ kind: 'conflict', operation: 'csrTakeOver', times: 1 });
  const struck = await avery.call('POST', '/api/org/north/v2/webchat/c-1/CsrTakeOver');
  expect(struck).toMatchObject({
    status: 409,
    body: { error: { code: 'taken-over', takenBy: { name: 'Jordan Blake' } } },
  });
});

test('a slow reply comes late', async () => {
  await set({ kind: 'slow-reply', operation: 'listFlows', delayMs: 80 });
  const before = performance.now();
  expect((await avery.call('GET', '/api/v1/north/flows')).status).toBe(200);
  expect(performance.now() - before).toBeGreaterThanOrEqual(79);
});

test('truncated JSON is no JSON, and the wrong content type is HTML with 200', async () => {
  await set({ kind: 'truncated-json', operation: 'listFlows', times: 1 });
  const cut = await raw('/api/v1/north/flows');
  expect(cut.headers.get('content-type')).toContain('application/json');
  await expect(cut.json()).rejects.toThrow();
  await set({ kind: 'wrong-content-type', operation: 'listFlows', times: 1 });
  const html = await raw('/api/v1/north/flows');
  expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await html.text()).toContain('<h1>');
});

test('a stream that is answered as HTML is not left open behind', async () => {
  await set({ kind: 'wrong-content-type', operation: 'streamConversations', times: 1 });
  expect(await (await raw('/api/v1/north/live/events')).text()).toContain('<h1>');
  await set({ kind: 'truncated-json' });
  const reader = await listen();
  expect(await openStreams()).toBe(1);
  reader.close();
});

test('a command whose reply is spoilt took effect all the same', async () => {
  await set({ kind: 'truncated-json', operation: 'csrTakeOver', times: 1 });
  const cut = await fetch(`${instance.url}/api/org/north/v2/webchat/c-1/CsrTakeOver`, { method: 'POST', ...auth() });
  await expect(cut.json()).rejects.toThrow();
  expect((await avery.call('GET', '/api/v1/transcripts/c-1')).body).toMatchObject({ handledBy: { userId: 'avery' } });
});

test('a skewed clock shows in the date and lets tokens expire early', async () => {
  await set({ kind: 'clock-skew', skewMs: 3_600_000 });
  const before = Date.now();
  const refused = await raw('/api/v1/north/flows');
  const after = Date.now();
  expect(Object(await refused.json()).error.code).toBe('token-expired');
  const unskewed = Date.parse(refused.headers.get('date') ?? '') - 3_600_000;
  expect(unskewed).toBeGreaterThan(before - 1_000);
  expect(unskewed).toBeLessThanOrEqual(after);
});

test('a stream is cut at every nth event', async () => {
  await set({ kind: 'cut-stream', every: 3 });
  const reader = await listen();
  instance.tenant('north').emit(5);
  expect(sequences(await reader.rest())).toEqual([1, 2, 3]);
});

test('every nth event comes twice', async () => {
  await set({ kind: 'duplicate-events', every: 2 });
  const reader = await listen();
  instance.tenant('north').emit(4);
  expect(sequences(await reader.take(6))).toEqual([1, 2, 2, 3, 4, 4]);
  reader.close();
});

test('every nth event changes places with the next, also over two bursts', async () => {
  await set({ kind: 'reorder-events', every: 3 });
  const reader = await listen();
  instance.tenant('north').emit(3);
  expect(sequences(await reader.take(2))).toEqual([1, 2]);
  instance.tenant('north').emit(2);
  expect(sequences(await reader.take(3))).toEqual([4, 3, 5]);
  reader.close();
});

test('every nth event is malformed', async () => {
  await set({ kind: 'malformed-events', every: 2, times: 1 });
  const reader = await listen();
  instance.tenant('north').emit(4);
  const events = await reader.take(4);
  const readable = events.map(({ data }) => {
    try {
      return Object(JSON.parse(data)).sequence;
    } catch {
      return 'malformed';
    }
  });
  expect(readable).toEqual([1, 'malformed', 3, 4]);
  reader.close();
});

test('an event is larger than any client should take', async () => {
  await set({ kind: 'oversize-event', every: 2, bytes: 1_000_000 });
  const reader = await listen();
  instance.tenant('north').emit(3);
  const sizes = (await reader.take(3)).map(({ data }) => data.length > 1_000_000);
  expect(sizes).toEqual([false, true, false]);
  reader.close();
});

test('a stream is told 401 on its way and closed', async () => {
  await set({ kind: 'unauthorized-mid-stream', every: 2 });
  const reader = await listen();
  instance.tenant('north').emit(3);
  const events = await reader.rest();
  expect(events.map(({ event }) => event)).toEqual(['conversation.updated', 'conversation.updated', 'unauthorized']);
});

test('a stalled stream is silent but open, heartbeats included', async () => {
  const quick = await startFakeInstance({ heartbeatMs: 5, faults: [] });
  try {
    const { token } = await createCheckedClient(quick.url, 'avery@example.test', 'north');
    await quick.admin('POST', 'faults', { kind: 'stall-stream', every: 2, times: 1 });
    const stalled = await openEvents(`${quick.url}/api/v1/north/live/events`, token);
    await stalled.next();
    quick.tenant('north').emit(4);
    let seen = await stalled.next();
    while (seen && JSON.parse(seen.data).sequence < 2) seen = await stalled.next();
    let later: unknown = 'nothing';
    void stalled.next().then(
      (event) => {
        later = event;
      },
      () => {},
    );
    // Another stream proves that time has passed and heartbeats were due.
    const healthy = await openEvents(`${quick.url}/api/v1/north/live/events`, token);
    await healthy.take(10);
    expect(later).toBe('nothing');
    expect(Object(await (await quick.admin('GET', 'state')).json()).streams).toBe(2);
    stalled.close();
    healthy.close();
  } finally {
    await quick.close();
  }
});

test('identity breaks only when it is named', async () => {
  await set({ kind: 'unavailable' });
  const agent = createSignInAgent(instance.url);
  const user = await agent.signIn('avery@example.test');
  await set({ kind: 'unavailable', operation: 'identity.token', times: 1 });
  const form = { grant_type: 'refresh_token', refresh_token: user.refresh_token ?? '' };
  expect((await agent.token(form)).status).toBe(503);
  expect((await agent.token(form)).status).toBe(200);
});

test('discovery can leave PKCE out, come as HTML or be cut', async () => {
  const discovery = `${instance.issuer}/.well-known/openid-configuration`;
  await set({ kind: 'no-pkce' });
  const document = await (await fetch(discovery)).json();
  expect(document).toMatchObject({ issuer: instance.issuer });
  expect(document).not.toHaveProperty('code_challenge_methods_supported');
  await instance.admin('DELETE', 'faults');
  expect(await (await fetch(discovery)).json()).toHaveProperty('code_challenge_methods_supported');
  await set({ kind: 'wrong-content-type', operation: 'identity.discovery', times: 1 });
  expect((await fetch(discovery)).headers.get('content-type')).toContain('text/html');
  await set({ kind: 'truncated-json', operation: 'identity.discovery', times: 1 });
  await expect((await fetch(discovery)).json()).rejects.toThrow();
});

test('faults given at the start are in force, one by one they can be taken away', async () => {
  const broken = await startFakeInstance({
    faults: [{ kind: 'clock-skew', every: 1, delayMs: 0, retryAfterSeconds: 0, skewMs: 1, bytes: 1 }],
  });
  try {
    const state = Object(await (await broken.admin('GET', 'state')).json());
    expect(state.faults).toMatchObject([{ id: 'f-1', rule: { kind: 'clock-skew' } }]);
    expect((await broken.admin('DELETE', 'faults/f-1')).status).toBe(204);
    expect((await broken.admin('DELETE', 'faults/f-1')).status).toBe(404);
  } finally {
    await broken.close();
  }
});

test('the admin endpoint wants its key and sense', async () => {
  expect((await fetch(`${instance.url}/__admin/state`)).status).toBe(401);
  const wrong = await fetch(`${instance.url}/__admin/state`, { headers: { 'x-admin-key': 'no' } });
  expect(wrong.status).toBe(401);
  expect((await instance.admin('POST', 'faults', { kind: 'nonsense' })).status).toBe(422);
  const before = Object(await (await instance.admin('GET', 'state')).json()).now;
  expect(await (await instance.admin('POST', 'clock/advance', { ms: 1500 })).json()).toEqual({ now: before + 1500 });
  const act = { action: 'take-over', tenant: 'north', transcriptId: 'c-1', userId: 'casey' };
  expect((await instance.admin('POST', 'act', act)).status).toBe(200);
  expect((await avery.call('POST', '/api/org/north/v2/webchat/c-1/CsrTakeOver')).status).toBe(409);
  const reader = await listen();
  expect((await instance.admin('POST', 'streams/cut')).status).toBe(204);
  expect(await reader.rest()).toEqual([]);
});

async function openStreams(): Promise<number> {
  return Object(await (await instance.admin('GET', 'state')).json()).streams;
}
const auth = () => ({ headers: { authorization: `Bearer ${avery.token}` } });
const raw = (path: string) => fetch(`${instance.url}${path}`, auth());
