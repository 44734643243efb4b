import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Simulator } from '../instance.ts';
import { startSimulator } from '../server.ts';
import { type CheckedClient, createCheckedClient } from '../testing/checked-client.ts';
import { openEvents } from '../testing/event-reader.ts';
import { draft, manifest } from '../testing/sample-campaign.ts';

const tenant = 'northwind-utilities';
const base = `/api/v1/${tenant}/campaigns`;
let simulator: Simulator;
let morgan: CheckedClient;

beforeAll(async () => {
  simulator = await startSimulator({ world: { seed: 7, conversations: 6, speed: 1, clock: 'driven' } });
  morgan = await createCheckedClient(simulator.url, 'morgan.roy@dialai.example', tenant);
});
afterAll(() => simulator.close());

let id = '';
beforeEach(async () => {
  const made = await morgan.call('POST', base, draft());
  expect(made).toMatchObject({ status: 201, body: { state: 'draft', revision: 1, legalVerbs: ['start'] } });
  id = Object(made.body).campaignId;
});

const pass = (ms: number) => simulator.world().clock.advance(ms);
const error = (answer: { body: unknown }) => Object(answer.body).error;

async function upload(text: string, mode: 'append' | 'replace' = 'append'): Promise<string> {
  const form = new FormData();
  form.set('file', new File([text], 'manifest.csv', { type: 'text/csv' }));
  form.set('mode', mode);
  const taken = await morgan.call('POST', `${base}/${id}/manifest`, form);
  expect(taken).toMatchObject({ status: 202, body: { state: 'processing' } });
  pass(40);
  return Object(taken.body).uploadId;
}

test('a campaign is created, listed, changed, copied and archived', async () => {
  const listed = await morgan.call('GET', `${base}?status=draft,paused&text=sample&limit=2`);
  expect(Object(listed.body).items[0]).toMatchObject({ campaignId: id, progress: { total: 0 } });
  const changed = await morgan.call('PATCH', `${base}/${id}`, {
    name: 'Renamed',
    description: null,
    expectedRevision: 1,
  });
  expect(changed).toMatchObject({ status: 200, body: { name: 'Renamed', revision: 2 } });
  const stale = await morgan.call('PATCH', `${base}/${id}`, { name: 'Too late', expectedRevision: 1 });
  expect(stale).toMatchObject({ status: 409, body: { error: { code: 'stale-revision', revision: 2 } } });
  const wrong = await morgan.call('PATCH', `${base}/${id}`, { callerId: '416-555-0100', flowId: 'nothing' });
  expect(wrong.status).toBe(422);
  expect(error(wrong).details.map((each: { path: string }) => each.path)).toEqual(['flowId', 'callerId']);
  const { schedule } = draft();
  const dated = { schedule: { ...schedule, startsAt: '2026-03-11T09:00:00-04:00' } };
  expect((await morgan.call('PATCH', `${base}/${id}`, dated)).body).toMatchObject({
    schedule: { startsAt: '2026-03-11T13:00:00.000Z' },
  });
  const copy = await morgan.call('POST', `${base}/${id}/duplicate`, {});
  expect(Object(copy.body).schedule.startsAt).toBeUndefined();
  expect(copy).toMatchObject({ status: 201, body: { name: 'Renamed (copy)', state: 'draft', progress: { total: 0 } } });
  expect((await morgan.call('DELETE', `${base}/${id}`)).status).toBe(204);
  expect((await morgan.call('GET', `${base}/${id}`)).body).toMatchObject({ archived: true, editable: [] });
  const archived = await morgan.call('GET', `${base}?archived=true`);
  expect(Object(archived.body).items.map((each: { campaignId: string }) => each.campaignId)).toContain(id);
  expect((await morgan.call('GET', `${base}/cmp-999`)).status).toBe(404);
});

test('a small manifest comes as a form, in part, and its errors are told row by row', async () => {
  const uploadId = await upload(manifest(['+14165550101', '+14165550101', 'nonsense', '', '+14165550102']));
  const done = await morgan.call('GET', `${base}/${id}/manifests/${uploadId}`);
  expect(done.body).toMatchObject({
    state: 'partially-accepted',
    counts: { rows: 5, accepted: 2, duplicate: 1, invalid: 1, empty: 1, doNotCall: 0 },
  });
  const errors = await morgan.call('GET', `${base}/${id}/manifests/${uploadId}/errors?limit=2`);
  expect(errors.body).toMatchObject({
    total: 3,
    items: [
      { row: 2, kind: 'duplicate', code: 'duplicate-in-file', column: 'phone', value: '**********01' },
      { row: 3, kind: 'invalid', code: 'phone-invalid', value: '******se' },
    ],
  });
  const rest = await morgan.call(
    'GET',
    `${base}/${id}/manifests/${uploadId}/errors?limit=2&cursor=${Object(errors.body).nextCursor}`,
  );
  expect(rest.body).toMatchObject({ nextCursor: null, items: [{ row: 4, kind: 'empty', code: 'phone-missing' }] });
  expect((await morgan.call('GET', `${base}/${id}/manifests`)).body).toMatchObject({ items: [{ uploadId }], total: 1 });
  const contacts = await morgan.call('GET', `${base}/${id}/contacts?limit=1`);
  expect(contacts.body).toMatchObject({
    total: 2,
    items: [{ phone: '+14165550101', row: 1, timeZone: 'America/Toronto' }],
  });
});

test('the four verbs, each legal where the dispatcher says so', async () => {
  const dispatcher = `${base}/${id}/dispatcher`;
  await upload(manifest(['+14165550101', '+14165550102', '+14165550103']));
  const illegal = await morgan.call('POST', `${dispatcher}/resume`);
  expect(illegal).toMatchObject({
    status: 409,
    body: { error: { code: 'illegal-state', state: 'draft', legalVerbs: ['start'] } },
  });
  const { revision } = Object((await morgan.call('GET', dispatcher)).body);
  expect((await morgan.call('POST', `${dispatcher}/start`, { expectedRevision: revision + 1 })).status).toBe(409);
  const started = await morgan.call('POST', `${dispatcher}/start`, { expectedRevision: revision });
  expect(started).toMatchObject({ status: 200, body: { state: 'running', legalVerbs: ['pause', 'stop'] } });
  pass(3_000);
  expect((await morgan.call('GET', dispatcher)).body).toMatchObject({
    callsInProgress: 3,
    tenantInUse: 3,
    leased: [{ state: 'dialing' }, { state: 'dialing' }, { state: 'dialing' }],
  });
  expect((await morgan.call('GET', `${base}/${id}`)).body).toMatchObject({ progress: { dialing: 3 }, attempts: 3 });
  const live = await morgan.call('GET', `/api/v1/${tenant}/live/conversations`);
  const tags = Object(live.body).items.flatMap((each: { tags: { value: string }[] }) => each.tags);
  expect(tags.filter((each: { value: string }) => each.value === 'Sample reminders')).toHaveLength(3);
  const paused = await morgan.call('POST', `${dispatcher}/pause`, { reason: 'Complaints' });
  expect(paused.body).toMatchObject({ state: 'paused', pausedBy: { name: 'Morgan Roy', reason: 'Complaints' } });
  expect((await morgan.call('POST', `${dispatcher}/resume`)).body).toMatchObject({ state: 'running' });
  expect((await morgan.call('DELETE', `${base}/${id}`)).status).toBe(409);
  const stopped = await morgan.call('POST', `${dispatcher}/stop`, { callsInProgress: 'hang-up' });
  expect(stopped.body).toMatchObject({ state: 'stopped', callsInProgress: 0, legalVerbs: [] });
  expect((await morgan.call('GET', `${dispatcher}/forecast`)).body).toMatchObject({ dialableNow: 0, overlaps: [] });
});

test('single contacts are added, skipped, set to a time, called again and removed', async () => {
  const contacts = `${base}/${id}/contacts`;
  const added = await morgan.call('POST', contacts, {
    phone: '+16045550188',
    firstName: 'Mei',
    variables: { account: '7' },
  });
  expect(added).toMatchObject({
    status: 201,
    body: { state: 'pending', timeZone: 'America/Vancouver', variables: { account: '7' } },
  });
  const one = `${contacts}/${Object(added.body).contactId}`;
  expect((await morgan.call('POST', contacts, { phone: '+16045550188' })).status).toBe(422);
  expect((await morgan.call('POST', `${one}/skip`, { reason: 'Moved' })).body).toMatchObject({ state: 'skipped' });
  expect((await morgan.call('POST', `${one}/skip`)).body).toMatchObject({
    error: { code: 'illegal-state', state: 'skipped' },
  });
  expect((await morgan.call('POST', `${one}/retry`)).body).toMatchObject({ state: 'pending' });
  expect((await morgan.call('POST', `${one}/reschedule`, { at: '2026-03-11T09:00:00-07:00' })).body).toMatchObject({
    state: 'scheduled',
    nextAttemptAt: '2026-03-11T16:00:00.000Z',
  });
  expect((await morgan.call('GET', one)).body).toMatchObject({
    attemptHistory: [],
    notCalledBecause: { code: 'draft' },
  });
  expect(
    (await morgan.call('GET', `${contacts}?state=scheduled,pending&text=mei&zone=America/Vancouver`)).body,
  ).toMatchObject({ total: 1 });
  expect((await morgan.call('GET', `${contacts}?state=sleeping`)).status).toBe(422);
  expect((await morgan.call('DELETE', one)).status).toBe(204);
  expect((await morgan.call('GET', one)).status).toBe(404);
});

test('the do-not-call list tells who and when, takes many at once, and keeps what is there', async () => {
  const list = `/api/v1/${tenant}/do-not-call`;
  const added = await morgan.call('POST', list, { phone: '+14165550177', reason: 'Asked by phone' });
  expect(added).toMatchObject({ status: 201, body: { source: 'operator', addedBy: { name: 'Morgan Roy' } } });
  const again = await morgan.call('POST', list, { phone: '+14165550177', reason: 'Other' });
  expect(again).toMatchObject({ status: 200, body: { reason: 'Asked by phone' } });
  expect((await morgan.call('POST', list, { phone: 'nobody' })).status).toBe(422);
  const entries = ['+14165550177', '+14165550178', '', '12'].map((phone) => ({ phone }));
  expect((await morgan.call('POST', `${list}/import`, { entries })).body).toEqual({
    added: 1,
    alreadyThere: 1,
    invalid: [
      { index: 2, code: 'phone-missing' },
      { index: 3, code: 'phone-invalid' },
    ],
  });
  const found = await morgan.call('GET', `${list}?text=asked`);
  expect(found.body).toMatchObject({ total: 1, items: [{ phone: '+14165550177' }] });
  expect((await morgan.call('DELETE', `${list}/${Object(added.body).entryId}`)).status).toBe(204);
  expect((await morgan.call('DELETE', `${list}/${Object(added.body).entryId}`)).status).toBe(404);
});

test('a supervisor drives the dispatcher but changes no campaign; who only reads does neither', async () => {
  const avery = await createCheckedClient(simulator.url, 'avery.tremblay@dialai.example', tenant);
  const robin = await createCheckedClient(simulator.url, 'robin.chen@dialai.example', tenant);
  for (const client of [avery, robin]) {
    expect((await client.call('GET', base)).status).toBe(200);
    expect((await client.call('GET', `/api/v1/${tenant}/do-not-call`)).status).toBe(200);
    const create = await client.call('POST', base, draft());
    expect(create).toMatchObject({ status: 403, body: { error: { requiredScope: 'campaigns:write' } } });
    const dnc = await client.call('POST', `/api/v1/${tenant}/do-not-call`, { phone: '+14165550179' });
    expect(dnc).toMatchObject({ status: 403, body: { error: { requiredScope: 'dnc:write' } } });
  }
  const start = `${base}/${id}/dispatcher/start`;
  expect(await robin.call('POST', start)).toMatchObject({
    status: 403,
    body: { error: { requiredScope: 'campaigns:dispatch' } },
  });
  expect((await avery.call('POST', start)).status).toBe(200);
  await avery.call('POST', `${base}/${id}/dispatcher/stop`);
});

test('misfortunes are scripted: a campaign fails, calls are lost and reported after all', async () => {
  const befall = (body: object) =>
    fetch(`${simulator.url}/__admin/campaigns`, {
      method: 'POST',
      headers: { 'x-admin-key': simulator.adminKey },
      body: JSON.stringify({ tenant, campaignId: id, ...body }),
    });
  await upload(
    manifest(['+14165550101', '+14165550102', '+14165550103', '+14165550104', '+14165550105', '+14165550106']),
  );
  await morgan.call('POST', `${base}/${id}/dispatcher/start`);
  pass(2_000);
  expect((await befall({ action: 'lose-calls', count: 4 })).status).toBe(200);
  pass(120_000);
  const stuck = Object((await morgan.call('GET', `${base}/${id}/dispatcher`)).body);
  expect(stuck).toMatchObject({ unreported: 4 });
  expect(stuck.leased[0]).toMatchObject({ state: 'unreported' });
  const told = await fetch(`${simulator.url}/__admin/campaigns`, { headers: { 'x-admin-key': simulator.adminKey } });
  const { campaigns, voice } = Object(await told.json()).tenants[0];
  expect(campaigns.find((each: { campaignId: string }) => each.campaignId === id)).toMatchObject({ unreported: 4 });
  expect(voice.cap).toBe(24);
  await befall({ action: 'report-calls' });
  expect((await morgan.call('GET', `${base}/${id}/dispatcher`)).body).toMatchObject({ unreported: 0 });
  await befall({ action: 'fail', message: 'The carrier is gone.' });
  expect((await morgan.call('GET', `${base}/${id}`)).body).toMatchObject({
    state: 'failed',
    failure: { code: 'carrier-rejected', message: 'The carrier is gone.' },
    legalVerbs: [],
  });
  expect((await befall({ action: 'fail' })).status).toBe(409);
  expect((await befall({ action: 'fail', tenant: 'nowhere' })).status).toBe(404);
});

test('a stream tells of the campaigns that change, by the rules of the other streams', async () => {
  const path = `${base}/events`;
  pass(2_000);
  const reader = await openEvents(`${simulator.url}${path}`, morgan.token);
  const first = await reader.next();
  expect(first?.event).toBe('heartbeat');
  await upload(manifest(['+14165550101', '+14165550102']));
  await morgan.call('POST', `${base}/${id}/dispatcher/start`);
  pass(1_000);
  const told = await reader.next();
  expect(told?.event).toBe('campaign.updated');
  expect(JSON.parse(told?.data ?? '')).toMatchObject({ campaignId: id, campaign: { state: 'running' } });
  reader.close();
  pass(5_000);
  const again = await openEvents(`${simulator.url}${path}`, morgan.token, told?.id);
  const [heartbeat, missed] = await again.take(2);
  expect([heartbeat?.event, missed?.event]).toEqual(['heartbeat', 'campaign.updated']);
  again.close();
  const lost = await openEvents(`${simulator.url}${path}`, morgan.token, 'another:4');
  const [, reset] = await lost.take(2);
  expect(JSON.parse(reset?.data ?? '')).toMatchObject({ reason: 'unknown-stream' });
  lost.close();
  for (const event of [first, told, heartbeat, missed, reset])
    morgan.check.event('GET', path, JSON.parse(event?.data ?? ''));
});
