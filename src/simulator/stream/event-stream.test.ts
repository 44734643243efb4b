import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createFaultBook } from '../faults/fault-book.ts';
import { type CheckedClient, createCheckedClient } from '../testing/checked-client.ts';
import { type EventReader, openEvents } from '../testing/event-reader.ts';
import { type FakeInstance, startFakeInstance } from '../testing/fake-instance.ts';
import { createFakeWorld, fakeTenantOf } from '../testing/fake-world.ts';
import { primaryEncoder } from './event-encoder.ts';
import { openEventStream } from './event-stream.ts';
import { createStreamFaults } from './stream-faults.ts';

let instance: FakeInstance;
let avery: CheckedClient;
const tenantStream = '/api/v1/north/live/events';

beforeAll(async () => {
  instance = await startFakeInstance();
  avery = await createCheckedClient(instance.url, 'avery@example.test', 'north');
});
afterAll(() => instance.close());
beforeEach(() => instance.admin('POST', 'restart'));

const open = (path: string, lastEventId?: string): Promise<EventReader> => {
  return openEvents(`${instance.url}${path}`, avery.token, lastEventId);
};

test('a heartbeat comes first, then each event once, with ids, as the document says', async () => {
  const reader = await open(tenantStream);
  expect(reader.response.headers.get('content-type')).toContain('text/event-stream');
  expect(await reader.next()).toMatchObject({ event: 'heartbeat', id: undefined });
  instance.tenant('north').emit(2);
  await avery.call('POST', '/api/org/north/v2/webchat/c-2/CsrTakeOver');
  await avery.call('POST', '/api/org/north/v2/webchat/c-2/addCsrMessage', { text: 'Hello' });
  const events = await reader.take(5);
  const { streamId } = instance.tenant('north');
  expect(events.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5].map((each) => `${streamId}:${each}`));
  expect(events[3]?.event).toBe('message.added');
  for (const { data } of events) avery.check.event('GET', tenantStream, JSON.parse(data));
  reader.close();
});

test('what was missed is sent again after Last-Event-ID', async () => {
  const tenant = instance.tenant('north');
  tenant.emit(7);
  const reader = await open(tenantStream, `${tenant.streamId}:4`);
  const events = await reader.take(4);
  expect(events.map(({ data }) => JSON.parse(data).sequence)).toEqual([4, 5, 6, 7]);
  expect(events[0]?.event).toBe('heartbeat');
  reader.close();
});

test.each([
  ['another stream', () => 'north-0:3', 'unknown-stream'],
  ['too old an id', (stream: string) => `${stream}:1`, 'too-old'],
  ['an id from the future', (stream: string) => `${stream}:999`, 'ahead'],
  ['nonsense', () => 'nonsense', 'unreadable-id'],
])('after %s there is a reset, then what is new', async (_name, idOf, reason) => {
  const tenant = instance.tenant('north');
  tenant.emit(30);
  const reader = await open(tenantStream, idOf(tenant.streamId));
  const [, reset] = await reader.take(2);
  expect(reset).toMatchObject({ event: 'reset', id: `${tenant.streamId}:30` });
  const data = JSON.parse(reset?.data ?? '');
  avery.check.event('GET', tenantStream, data);
  expect(data).toMatchObject({ reason, sequence: 30 });
  tenant.emit(1);
  expect(JSON.parse((await reader.next())?.data ?? '')).toMatchObject({ sequence: 31 });
  reader.close();
});

test('the stream of one conversation leaves the others out', async () => {
  const reader = await open('/api/v1/north/live/conversations/c-2/events');
  await reader.next();
  instance.tenant('north').emit(3);
  await avery.call('POST', '/api/org/north/v2/webchat/c-2/CsrTakeOver');
  expect(JSON.parse((await reader.next())?.data ?? '')).toMatchObject({ transcriptId: 'c-2', sequence: 4 });
  reader.close();
  expect((await fetch(`${instance.url}/api/v1/north/live/conversations/c-9/events`, auth())).status).toBe(404);
});

test('a restart cuts the streams and changes their id', async () => {
  const before = instance.tenant('north').streamId;
  const reader = await open(tenantStream);
  await reader.next();
  await instance.admin('POST', 'restart');
  expect(await reader.rest()).toEqual([]);
  expect(instance.tenant('north').streamId).not.toBe(before);
});

test('a client that leaves is forgotten', async () => {
  const reader = await open(tenantStream);
  await reader.next();
  expect(await openStreams()).toBe(1);
  reader.close();
  await vi.waitFor(async () => expect(await openStreams()).toBe(0), 15_000);
});

test('heartbeats come in time, and an expired token ends the stream with a word', async () => {
  vi.useFakeTimers();
  try {
    const { read, closed } = openDirect({ tokenLeftMs: 12_000 });
    await vi.advanceTimersByTimeAsync(12_000);
    const names = (await read()).match(/event: .*/g);
    expect(names).toEqual(['event: heartbeat', 'event: heartbeat', 'event: heartbeat', 'event: unauthorized']);
    expect(closed()).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test('a client that reads too slowly is reset instead of filling the memory', async () => {
  const { tenant, body } = openDirect({ tokenLeftMs: 1e9, padding: 300_000 });
  const reader = body.getReader();
  tenant.emit(1);
  await Promise.resolve();
  // The first event alone fills what may wait; the next ones run out of the world's buffer of twenty.
  tenant.emit(30);
  let text = '';
  while (!text.includes('event: reset')) text += new TextDecoder().decode((await reader.read()).value);
  expect(text.match(/event: conversation.updated/g)).toHaveLength(1);
  expect(text).toContain('"reason":"behind"');
  await reader.cancel();
});

function openDirect(options: { tokenLeftMs: number; padding?: number }) {
  const tenant = fakeTenantOf(createFakeWorld({}), 'north');
  let isClosed = false;
  const { padding } = options;
  const encoder = {
    ...primaryEncoder,
    ...(padding === undefined ? {} : { event: () => `event: conversation.updated\ndata: ${'x'.repeat(padding)}\n\n` }),
  };
  const { body } = openEventStream(
    {
      source: tenant,
      lastEventId: undefined,
      encoder,
      faults: createStreamFaults(createFaultBook(), 'streamConversations'),
      heartbeatMs: 5_000,
      tokenLeftMs: options.tokenLeftMs,
      now: () => 0,
    },
    () => {
      isClosed = true;
    },
  );
  return { tenant, body, closed: () => isClosed, read: () => new Response(body).text() };
}

async function openStreams(): Promise<number> {
  return Object(await (await instance.admin('GET', 'state')).json()).streams;
}

function auth() {
  return { headers: { authorization: `Bearer ${avery.token}` } };
}
