import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Simulator } from '../instance.ts';
import { startSimulator } from '../server.ts';
import { type CheckedClient, createCheckedClient } from '../testing/checked-client.ts';
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
  const copy = await morgan.call('POST', `${base}/${id}/duplicate`, {});
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
