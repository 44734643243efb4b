import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CheckedClient, createCheckedClient } from '../../testing/checked-client.ts';
import { openEvents } from '../../testing/event-reader.ts';
import { type FakeInstance, startFakeInstance } from '../../testing/fake-instance.ts';
import { readStatus, spellStatus } from './mapping.ts';

let instance: FakeInstance;
let avery: CheckedClient;
const base = '/gateway/tenants/north';

beforeAll(async () => {
  instance = await startFakeInstance({ dialect: 'harbour' });
  avery = await createCheckedClient(instance.url, 'avery@example.test', 'north');
});
afterAll(() => instance.close());
beforeEach(() => instance.admin('POST', 'restart'));

test('the document is OpenAPI 3.0.3 with other ids and none of the primary paths', async () => {
  const response = await fetch(`${instance.url}/api/swagger/openapi.json`, {
    headers: { authorization: `Bearer ${avery.token}` },
  });
  const document = Object(await response.json());
  expect(document.openapi).toBe('3.0.3');
  expect(Object.keys(document.paths).filter((path) => !path.startsWith('/gateway/'))).toEqual([]);
  expect(avery.check.operationIds).toHaveLength(70);
  expect(avery.check.operationIds).toContain('conversation_claim');
  expect(JSON.stringify(document)).not.toContain('x-dialai');
  const gone = await fetch(`${instance.url}/api/v1/me`, { headers: { authorization: `Bearer ${avery.token}` } });
  expect(gone.status).toBe(404);
});

test('session and organisations', async () => {
  expect((await avery.call('GET', '/gateway/session')).body).toMatchObject({
    data: { user_id: 'avery', role_names: ['Supervisor'] },
  });
  expect((await avery.call('GET', '/gateway/tenants')).body).toMatchObject({
    data: [{ org: 'north', stage: 'PRODUCTION' }, { org: 'south' }],
    meta: { page: 1, total: 2 },
  });
});

test('reads, with numbered pages and other spellings', async () => {
  const live = await avery.call('GET', `${base}/active-conversations`);
  expect(live.body).toMatchObject({
    data: [{ conversation_id: 'c-1', channel: 'WEB_CHAT', risk_score: 25 }, {}],
    meta: { position: 0 },
  });
  const page = (query: string) => avery.call('GET', `${base}/conversations?${query}`);
  expect((await page('per_page=1&conversation_status=IN_PROGRESS&channel=WEB_CHAT')).body).toMatchObject({
    data: [{ conversation_id: 'c-1' }],
    meta: { page: 1, per_page: 1, total: 2 },
  });
  expect((await page('per_page=1&page=2')).body).toMatchObject({ data: [{ conversation_id: 'c-2' }] });
  expect((await page('per_page=1&page=3')).body).toMatchObject({ data: [], meta: { total: 2 } });
  expect((await page('page=0')).status).toBe(422);
  expect((await avery.call('GET', `${base}/conversations/c-1`)).body).toMatchObject({
    data: { utterances: [{ speaker: 'CUSTOMER' }] },
  });
  expect((await avery.call('GET', `${base}/conversations/c-1/readable-text`)).body).toContain('Customer:');
  expect((await avery.call('POST', `${base}/conversation-searches`, { phrase: 'Elm' })).body).toMatchObject({
    meta: { total: 2 },
  });
  expect((await avery.call('GET', `${base}/dialog-flows`)).status).toBe(200);
  expect((await avery.call('GET', `${base}/transfer-destinations`)).body).toMatchObject({
    data: [{ destination_id: 'ic-1' }],
  });
});

test('a conversation is looked at afterwards: flag, report, audio, history, who opened it', async () => {
  const one = `${base}/conversations/c-1`;
  expect((await avery.call('PUT', `${one}/review-flag`, { flagged_for_review: true })).body).toMatchObject({
    data: { flagged_for_review: true },
  });
  expect((await avery.call('POST', `${one}/report`, { reason: 'Wrong advice' })).body).toMatchObject({
    data: { conversation_status: 'REPORTED' },
  });
  expect((await avery.call('GET', `${one}/audio`)).status).toBe(404);
  expect((await avery.call('GET', `${one}/customer-history`)).body).toMatchObject({ meta: { total: 1 } });
  expect((await avery.call('GET', `${one}/access-log`)).body).toMatchObject({ data: [] });
  expect((await avery.call('POST', `${one}/access-log`)).body).toMatchObject({ data: [{ user_id: 'avery' }] });
  expect((await avery.call('GET', `${base}/journey-parameters`)).body).toMatchObject({
    data: [{ key: 'accountNumber' }],
  });
});

test('the work queue: state, availability, configuration, end, wrap-up, requeue', async () => {
  const queue = `${base}/work-queue`;
  expect((await avery.call('GET', queue)).body).toMatchObject({
    data: { waiting: [{ conversation_id: 'c-2' }], my_items: [{ conversation_id: 'c-1', item_state: 'OPEN' }] },
  });
  expect((await avery.call('PUT', `${queue}/my-availability`, { agent_status: 'BUSY' })).body).toMatchObject({
    data: { myself: { agent_status: 'BUSY' }, returned_to_queue: ['c-1'] },
  });
  expect((await avery.call('PUT', `${queue}/my-presence`)).status).toBe(200);
  const wanted = { skills: ['French'], takes_calls: true, chat_limit: 5, email_limit: 0 };
  expect((await avery.call('PUT', `${queue}/my-configuration`, wanted)).body).toEqual({ data: wanted });
  expect((await avery.call('GET', `${queue}/my-configuration`)).body).toEqual({ data: wanted });
  const item = `${queue}/assignments/c-1`;
  expect((await avery.call('POST', `${item}/end`)).body).toMatchObject({ data: { item_state: 'WRAP_UP' } });
  expect((await avery.call('POST', `${item}/wrap-up`, { remark: 'Called back.' })).status).toBe(200);
  expect((await avery.call('POST', `${item}/requeue`, {})).status).toBe(200);
  expect((await avery.call('GET', `${base}/skills`)).body).toMatchObject({ data: [{ name: 'Billing' }, {}] });
});

test('a conversation is claimed, answered, labelled and closed', async () => {
  const one = `${base}/conversations/c-1`;
  expect((await avery.call('POST', `${one}/claim`)).body).toMatchObject({
    data: { agent: { type: 'HUMAN', user_id: 'avery' } },
  });
  const sent = await avery.call('POST', `${one}/agent-messages`, { content: 'Hello', client_reference: 'x' });
  expect(sent).toMatchObject({ status: 201, body: { data: { speaker: 'AGENT', client_reference: 'x' } } });
  expect((await avery.call('PUT', `${one}/labels`, { labels: [{ key: 'Issue', value: 'Outage' }] })).status).toBe(200);
  const closed = await avery.call('PUT', `${one}/conversation-status`, { conversation_status: 'COMPLETED' });
  expect(closed.body).toMatchObject({ data: { conversation_status: 'COMPLETED' } });
});

test('release, forward, and a web chat of a visitor', async () => {
  await avery.call('POST', `${base}/conversations/c-1/claim`);
  expect((await avery.call('POST', `${base}/conversations/c-1/release`, {})).body).toMatchObject({
    data: { ai_activity: 'RUNNING' },
  });
  await avery.call('POST', `${base}/conversations/c-2/claim`);
  expect((await avery.call('POST', `${base}/conversations/c-2/forward`, { destination_id: 'ic-1' })).status).toBe(200);
  expect((await avery.call('POST', `${base}/web-chats`, { content: 'Hi' })).status).toBe(201);
  expect((await avery.call('POST', `${base}/web-chats`, { visitor_name: 'saturated' })).status).toBe(503);
  expect((await avery.call('POST', `${base}/web-chats/c-1/visitor-messages`, { content: 'Hi' })).status).toBe(202);
});

test('refusals come in its own words', async () => {
  const casey = await createCheckedClient(instance.url, 'casey@example.test', 'north');
  await casey.call('POST', `${base}/conversations/c-1/claim`);
  const taken = await avery.call('POST', `${base}/conversations/c-1/claim`);
  expect(taken).toMatchObject({
    status: 409,
    body: { errors: [{ code: 'TAKEN_OVER', claimed_by: { user_id: 'casey' } }] },
  });
  const robin = await createCheckedClient(instance.url, 'robin@example.test', 'north');
  const refused = await robin.call('POST', `${base}/conversations/c-1/claim`);
  expect(refused).toMatchObject({ status: 403, body: { errors: [{ required_permission: 'chat:csr' }] } });
  expect((await avery.call('GET', `${base}/conversations/c-9`)).status).toBe(404);
  expect((await avery.call('GET', '/gateway/tenants/south/feed')).status).toBe(401);
});

test('the feed has its own event names, and faults are set by the same operations', async () => {
  const path = `${base}/feed`;
  await instance.admin('POST', 'faults', { kind: 'cut-stream', operation: 'streamConversations', every: 3 });
  const reader = await openEvents(`${instance.url}${path}`, avery.token, 'north-0:1');
  const [ping, resync] = await reader.take(2);
  expect([ping?.event, resync?.event]).toEqual(['Ping', 'Resync']);
  await avery.call('POST', `${base}/conversations/c-2/claim`);
  await avery.call('POST', `${base}/conversations/c-2/agent-messages`, { content: 'Hello' });
  const events = await reader.rest();
  expect(events.map(({ event }) => event)).toEqual(['ConversationChanged', 'UtteranceAdded', 'ConversationChanged']);
  for (const { event, data } of [ping, resync, ...events].filter((each) => each !== undefined)) {
    const parsed = JSON.parse(data);
    avery.check.event('GET', path, parsed);
    expect(parsed.event_type).toBe(event);
  }
});

test('statuses keep their meaning on the way out and back', () => {
  for (const status of ['in-progress', 'answering-machine-no-message', 'completed']) {
    expect(readStatus(spellStatus(status))).toBe(status);
  }
  expect(spellStatus('Billing Queue')).toBe('Billing Queue');
});
