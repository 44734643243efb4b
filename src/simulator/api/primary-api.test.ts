import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CheckedClient, createCheckedClient } from '../testing/checked-client.ts';
import { type FakeInstance, startFakeInstance } from '../testing/fake-instance.ts';

let instance: FakeInstance;
let avery: CheckedClient;
const chat = '/api/org/north/v2/webchat';

beforeAll(async () => {
  instance = await startFakeInstance();
  avery = await createCheckedClient(instance.url, 'avery@example.test', 'north');
});
afterAll(() => instance.close());
beforeEach(() => instance.admin('POST', 'restart'));

test('the document is OpenAPI 3.2 and has every operation by its name', async () => {
  const response = await fetch(`${instance.url}/api/swagger/openapi.json`, {
    headers: { authorization: `Bearer ${avery.token}` },
  });
  const document = Object(await response.json());
  expect(document.openapi).toBe('3.2.0');
  expect(
    document.paths['/api/v1/{tenant}/live/events'].get.responses['200'].content['text/event-stream'].itemSchema,
  ).toBeDefined();
  expect(avery.check.operationIds.toSorted()).toEqual([
    'addCampaignContact',
    'addCsrMessage',
    'addDoNotCall',
    'announceInboxPresence',
    'announcePresence',
    'archiveCampaign',
    'cancelManifestUpload',
    'completeManifestUpload',
    'createCampaign',
    'createManifestUpload',
    'createWebchat',
    'csrTakeOver',
    'duplicateCampaign',
    'endAssignment',
    'flagTranscript',
    'getCaller',
    'getCampaign',
    'getCampaignContact',
    'getCampaignEvents',
    'getContactHistory',
    'getDispatcher',
    'getDispatcherForecast',
    'getInbox',
    'getManifestUpload',
    'getMetricHistory',
    'getMissionControlMetrics',
    'getPersonalConfiguration',
    'getReadableTranscript',
    'getRecording',
    'getSystemHealth',
    'getTranscript',
    'handBackToAi',
    'importDoNotCall',
    'listCampaignContacts',
    'listCampaigns',
    'listDoNotCall',
    'listFlows',
    'listIncidents',
    'listInternalContacts',
    'listJourneyParameters',
    'listManifestRowErrors',
    'listManifests',
    'listSkills',
    'listTenants',
    'listTranscriptViews',
    'listTranscripts',
    'liveConversations',
    'pauseDispatcher',
    'putManifestChunk',
    'recordTranscriptView',
    'removeCampaignContact',
    'removeDoNotCall',
    'reportTranscript',
    'requeueAssignment',
    'rescheduleCampaignContact',
    'resumeDispatcher',
    'retryCampaignContact',
    'searchTranscripts',
    'sendWebchatMessage',
    'setAvailability',
    'setPersonalConfiguration',
    'setTranscriptStatus',
    'setTranscriptTags',
    'skipCampaignContact',
    'startDispatcher',
    'stopDispatcher',
    'streamConversations',
    'streamTranscript',
    'transferConversation',
    'updateCampaign',
    'uploadManifestFile',
    'wrapUpAssignment',
  ]);
  expect((await fetch(`${instance.url}/api/swagger/openapi.json`)).status).toBe(401);
});

test('caller and tenants, with the user token and with a tenant token', async () => {
  const user = await createCheckedClient(instance.url, 'avery@example.test');
  expect((await user.call('GET', '/api/v1/me')).body).toMatchObject({ id: 'avery', roles: [], scopes: [] });
  expect((await user.call('GET', '/api/v1/tenants')).body).toMatchObject({
    items: [{ slug: 'north' }, { slug: 'south' }],
  });
  expect((await avery.call('GET', '/api/v1/me')).body).toMatchObject({
    roles: ['Supervisor'],
    tenants: [{ slug: 'north' }, { slug: 'south' }],
  });
  const sam = await createCheckedClient(instance.url, 'sam@example.test');
  expect((await sam.call('GET', '/api/v1/tenants')).body).toEqual({ items: [] });
});

test('reads: snapshot, list, search, one, text, flows, contacts', async () => {
  expect((await avery.call('GET', '/api/v1/north/live/conversations')).body).toMatchObject({
    streamId: expect.stringMatching(/^north-\d+$/),
    sequence: 0,
  });
  const first = await avery.call(
    'GET',
    '/api/v1/transcripts?limit=1&status=in-progress,queued&platform=webchat&flagged=false&from=2026-01-01T00:00:00Z',
  );
  expect(first.body).toMatchObject({ total: 2, nextCursor: '1' });
  expect((await avery.call('GET', '/api/v1/transcripts?limit=1&cursor=1')).body).toMatchObject({ nextCursor: null });
  const hits = await avery.call('POST', '/api/v1/transcripts/search', {
    query: 'Elm',
    filters: { platform: ['webchat'] },
  });
  expect(hits.body).toMatchObject({ total: 2 });
  expect((await avery.call('GET', '/api/v1/transcripts/c-1')).body).toMatchObject({ messages: [{ index: 0 }] });
  expect((await avery.call('GET', '/api/v1/transcripts/c-1/readable')).body).toContain('Customer: The power is out');
  expect((await avery.call('GET', '/api/v1/north/flows')).body).toMatchObject({ items: [{ name: 'Outage report' }] });
  expect((await avery.call('GET', '/api/v1/north/internal-contacts')).body).toMatchObject({ items: [{ id: 'ic-1' }] });
});

test('a conversation is taken over, answered, tagged and completed', async () => {
  expect((await avery.call('POST', `${chat}/c-1/CsrTakeOver`)).body).toMatchObject({
    handledBy: { kind: 'human', userId: 'avery' },
  });
  const reply = await avery.call('POST', `${chat}/c-1/addCsrMessage`, {
    text: 'Hello, this is Avery.',
    clientMessageId: 'x',
  });
  expect(reply).toMatchObject({ status: 201, body: { role: 'csr', clientMessageId: 'x' } });
  expect(
    (await avery.call('PUT', '/api/v1/transcripts/c-1/tags', { tags: [{ name: 'Issue', value: 'Outage' }] })).status,
  ).toBe(200);
  expect((await avery.call('PUT', `${chat}/c-1/status`, { status: 'completed' })).body).toMatchObject({
    status: 'completed',
  });
  expect(await avery.call('POST', `${chat}/c-1/CsrTakeOver`)).toMatchObject({
    status: 422,
    body: { error: { code: 'not-takeable' } },
  });
});

test('a conversation is looked at afterwards: flag, report, views, history, journey, recording', async () => {
  const one = '/api/v1/transcripts/c-1';
  expect((await avery.call('PUT', `${one}/flag`, { flagged: true })).body).toMatchObject({ flagged: true });
  const reported = await avery.call('POST', `${one}/reports`, { reason: 'Wrong advice' });
  expect(reported).toMatchObject({
    status: 201,
    body: { status: 'reported', report: { reason: 'Wrong advice', by: { id: 'avery' } } },
  });
  expect((await avery.call('POST', `${one}/reports`, { reason: '' })).status).toBe(422);
  expect((await avery.call('POST', `${one}/views`)).body).toMatchObject({ views: [{ by: { id: 'avery' } }] });
  expect((await avery.call('GET', `${one}/views`)).status).toBe(200);
  expect((await avery.call('GET', `${one}/contact-history?limit=5`)).body).toMatchObject({ total: 1 });
  expect((await avery.call('GET', '/api/v1/north/journey/parameters')).body).toEqual({ names: ['accountNumber'] });
  expect((await avery.call('GET', `${one}/recording`)).status).toBe(404);
});

test('the inbox: state, availability, configuration, end, wrap-up, requeue', async () => {
  const inbox = '/api/v1/north/inbox';
  expect((await avery.call('GET', inbox)).body).toMatchObject({
    queue: [{ transcriptId: 'c-2' }],
    me: { userId: 'avery' },
    assigned: [{ transcriptId: 'c-1', state: 'open' }],
  });
  expect((await avery.call('PUT', `${inbox}/me/availability`, { availability: 'busy' })).body).toMatchObject({
    me: { availability: 'busy' },
    requeued: ['c-1'],
  });
  expect((await avery.call('PUT', `${inbox}/me/availability`, { availability: 'disconnected' })).status).toBe(422);
  expect((await avery.call('PUT', `${inbox}/me/presence`)).body).toMatchObject({ userId: 'avery' });
  const wanted = { skills: ['French'], voiceCalls: true, maxChats: 5, maxEmails: 0 };
  expect((await avery.call('PUT', `${inbox}/me/configuration`, wanted)).body).toEqual(wanted);
  expect((await avery.call('GET', `${inbox}/me/configuration`)).body).toEqual(wanted);
  expect((await avery.call('POST', `${inbox}/assignments/c-1/end`)).body).toMatchObject({ state: 'wrap-up' });
  const notes = { notes: 'Called back.', disposition: 'Solved' };
  expect((await avery.call('POST', `${inbox}/assignments/c-1/wrap-up`, notes)).status).toBe(200);
  expect((await avery.call('POST', `${inbox}/assignments/c-9/wrap-up`, notes)).status).toBe(409);
  expect((await avery.call('POST', `${inbox}/assignments/c-1/requeue`, { skills: ['French'] })).status).toBe(200);
  expect((await avery.call('GET', '/api/v1/north/skills')).body).toEqual({
    items: [{ name: 'Billing' }, { name: 'French' }],
  });
});

test('hand back and transfer', async () => {
  await avery.call('POST', `${chat}/c-1/CsrTakeOver`);
  expect((await avery.call('POST', `${chat}/c-1/HandBack`, { note: 'Calm now.' })).body).toMatchObject({
    aiState: 'running',
  });
  await avery.call('POST', `${chat}/c-2/CsrTakeOver`);
  const wrong = await avery.call('POST', `${chat}/c-2/transfer`, { internalContactId: 'ic-9' });
  expect(wrong.status).toBe(422);
  expect((await avery.call('POST', `${chat}/c-2/transfer`, { internalContactId: 'ic-1' })).status).toBe(200);
});

test('409 names who took it, or that the caller does not hold it', async () => {
  const casey = await createCheckedClient(instance.url, 'casey@example.test', 'north');
  await casey.call('POST', `${chat}/c-1/CsrTakeOver`);
  const taken = await avery.call('POST', `${chat}/c-1/CsrTakeOver`);
  expect(taken).toMatchObject({
    status: 409,
    body: { error: { code: 'taken-over', takenBy: { id: 'casey', name: 'Casey Martin' } } },
  });
  const reply = await avery.call('POST', `${chat}/c-1/addCsrMessage`, { text: 'Hello' });
  expect(reply).toMatchObject({ status: 409, body: { error: { code: 'not-holder' } } });
});

test('401 for no token, a broken one, and one for another tenant', async () => {
  const bare = await fetch(`${instance.url}/api/v1/north/flows`);
  expect(bare.status).toBe(401);
  expect(bare.headers.get('www-authenticate')).toContain('invalid_token');
  const south = await createCheckedClient(instance.url, 'avery@example.test', 'south');
  expect(await south.call('GET', '/api/v1/north/flows')).toMatchObject({
    status: 401,
    body: { error: { code: 'wrong-audience' } },
  });
  const user = await createCheckedClient(instance.url, 'avery@example.test');
  expect(await user.call('GET', '/api/v1/transcripts')).toMatchObject({
    status: 401,
    body: { error: { code: 'wrong-audience' } },
  });
});

test('403 names the missing scope', async () => {
  const robin = await createCheckedClient(instance.url, 'robin@example.test', 'north');
  const refused = await robin.call('POST', `${chat}/c-1/CsrTakeOver`);
  expect(refused).toMatchObject({ status: 403, body: { error: { code: 'missing-scope', requiredScope: 'chat:csr' } } });
  expect(refused.headers.get('www-authenticate')).toContain('scope="chat:csr"');
});

test('404 and 422 tell what is wrong', async () => {
  expect((await avery.call('GET', '/api/v1/transcripts/c-99')).status).toBe(404);
  expect((await avery.call('POST', `${chat}/c-99/CsrTakeOver`)).status).toBe(404);
  const empty = await avery.call('POST', `${chat}/c-1/addCsrMessage`, { text: ' ' });
  expect(empty).toMatchObject({ status: 422, body: { error: { code: 'invalid', details: [{ path: 'text' }] } } });
  expect((await avery.call('PUT', `${chat}/c-1/status`, { status: 'queued' })).status).toBe(422);
  expect((await avery.call('GET', '/api/v1/transcripts?cursor=nonsense')).status).toBe(422);
  expect((await avery.call('GET', '/api/v1/transcripts?limit=0')).status).toBe(422);
  const broken = await fetch(`${instance.url}${chat}`, {
    method: 'POST',
    body: '{',
    headers: { authorization: `Bearer ${avery.token}`, 'content-type': 'application/json' },
  });
  expect(broken.status).toBe(422);
});

test('a full model pool answers 503 and 429 with Retry-After', async () => {
  const create = await avery.call('POST', chat, { contactName: 'saturated' });
  expect([create.status, create.headers.get('retry-after')]).toEqual([503, '4']);
  const send = await avery.call('POST', `${chat}/c-1`, { text: 'saturated' });
  expect([send.status, send.headers.get('retry-after')]).toEqual([429, '4']);
  expect((await avery.call('POST', chat, { text: 'Bonjour', language: 'fr' })).status).toBe(201);
  expect((await avery.call('POST', `${chat}/c-1`, { text: 'Merci' })).status).toBe(202);
});

test('every answer has a request id and the date', async () => {
  const before = Date.now();
  const one = await avery.call('GET', '/api/v1/me');
  const after = Date.now();
  const other = await avery.call('GET', '/api/v1/me');
  const missing = await avery.call('GET', '/api/v1/transcripts/c-99');
  const ids = [one, other, missing].map(({ headers }) => headers.get('x-request-id'));
  expect(new Set(ids).size).toBe(3);
  expect(ids).not.toContain(null);
  // A date has whole seconds.
  const date = Date.parse(one.headers.get('date') ?? '');
  expect(date).toBeGreaterThan(before - 1_000);
  expect(date).toBeLessThanOrEqual(after);
});
