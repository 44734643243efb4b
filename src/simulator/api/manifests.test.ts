import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FaultInput } from '../faults/fault-rule.ts';
import type { Simulator } from '../instance.ts';
import { startSimulator } from '../server.ts';
import { type CheckedClient, createCheckedClient } from '../testing/checked-client.ts';
import { draft, manifest } from '../testing/sample-campaign.ts';

const tenant = 'northwind-utilities';
const base = `/api/v1/${tenant}/campaigns`;
const columns = ['phone', 'externalId', 'firstName', 'lastName', 'language', 'account'];
let simulator: Simulator;
let morgan: CheckedClient;
let id = '';

beforeAll(async () => {
  simulator = await startSimulator({ world: { seed: 7, conversations: 6, speed: 1, clock: 'driven' } });
  morgan = await createCheckedClient(simulator.url, 'morgan.roy@dialai.example', tenant);
});
afterAll(() => simulator.close());
beforeEach(async () => {
  await admin('DELETE', 'faults');
  id = Object((await morgan.call('POST', base, draft())).body).campaignId;
});

const pass = (ms: number) => simulator.world().clock.advance(ms);
const phones = (count: number, from = 0) => {
  return Array.from({ length: count }, (_, i) => `+1416555${String(from + i).padStart(4, '0')}`);
};

async function admin(verb: string, path: string, body?: object): Promise<Response> {
  return fetch(`${simulator.url}/__admin/${path}`, {
    method: verb,
    headers: { 'x-admin-key': simulator.adminKey },
    ...(body && { body: JSON.stringify(body) }),
  });
}
const setFault = (fault: FaultInput) => admin('POST', 'faults', fault);

async function begin(file: Uint8Array, mode = 'append', extra = {}): Promise<string> {
  const input = { fileName: 'list.csv', sizeBytes: file.length, mode, columns, ...extra };
  const opened = await morgan.call('POST', `${base}/${id}/manifests`, input);
  expect(opened).toMatchObject({ status: 201, body: { state: 'receiving', receivedBytes: 0, chunkBytes: 1_048_576 } });
  return Object(opened.body).uploadId;
}
const put = (upload: string, offset: number, bytes: Uint8Array<ArrayBuffer>) =>
  morgan.call('PUT', `${base}/${id}/manifests/${upload}/chunks?offset=${offset}`, bytes);
const complete = (upload: string) => morgan.call('POST', `${base}/${id}/manifests/${upload}/complete`);
const read = async (upload: string) => Object((await morgan.call('GET', `${base}/${id}/manifests/${upload}`)).body);
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

async function importAll(text: string, mode = 'append'): Promise<string> {
  const file = bytesOf(text);
  const upload = await begin(file, mode);
  expect((await put(upload, 0, file)).body).toEqual({ receivedBytes: file.length });
  expect(await complete(upload)).toMatchObject({ status: 202, body: { state: 'processing' } });
  pass(40);
  return upload;
}
const progress = async () => Object((await morgan.call('GET', `${base}/${id}`)).body).progress;
const listed = async () => {
  const page = await morgan.call('GET', `${base}/${id}/contacts?limit=1000`);
  return Object(page.body).items.map((each: { phone: string }) => each.phone);
};

test('chunks go on from where the upload stands, and are accepted again when they are the same', async () => {
  const file = bytesOf(manifest(phones(200)));
  const upload = await begin(file, 'append', { sha256: createHash('sha256').update(file).digest('hex') });
  expect(await put(upload, 100, file.subarray(100, 200))).toMatchObject({
    status: 409,
    body: { error: { code: 'offset-mismatch', receivedBytes: 0 } },
  });
  expect((await put(upload, 0, file.subarray(0, 1_000))).body).toEqual({ receivedBytes: 1_000 });
  expect((await put(upload, 0, file.subarray(0, 1_000))).body).toEqual({ receivedBytes: 1_000 });
  expect((await put(upload, 500, file.subarray(500, 3_000))).body).toEqual({ receivedBytes: 3_000 });
  const others = file.slice(0, 1_000).map((byte) => byte ^ 1);
  expect(await put(upload, 0, others)).toMatchObject({ status: 409, body: { error: { receivedBytes: 3_000 } } });
  expect(await complete(upload)).toMatchObject({
    status: 409,
    body: { error: { code: 'incomplete', receivedBytes: 3_000 } },
  });
  await put(upload, 3_000, file.subarray(3_000));
  const first = await complete(upload);
  expect((await complete(upload)).body).toEqual(first.body);
  pass(40);
  expect(await read(upload)).toMatchObject({ state: 'accepted', counts: { rows: 200, accepted: 200 } });
  expect(await complete(upload)).toMatchObject({ status: 202, body: { state: 'accepted' } });
  expect(await listed()).toEqual(phones(200));
});

test('an upload that is cut at every tenth is gone on with, and nothing is lost or there twice', async () => {
  const file = bytesOf(manifest(phones(3_000)));
  const upload = await begin(file);
  const tenth = Math.ceil(file.length / 10);
  let at = 0;
  let cuts = 0;
  while (at < file.length) {
    await setFault({ kind: 'cut-upload', times: 1, bytes: Math.ceil(tenth / 3) });
    const chunk = file.slice(at, at + tenth);
    const outcome = await put(upload, at, chunk).then(
      () => 'kept',
      () => 'cut',
    );
    expect(outcome).toBe('cut');
    cuts += 1;
    const { receivedBytes } = await read(upload);
    expect(receivedBytes).toBeGreaterThan(at);
    expect(receivedBytes).toBeLessThan(at + chunk.length);
    const rest = await put(upload, receivedBytes, file.slice(receivedBytes, at + tenth));
    expect(rest.status).toBe(200);
    at = Object(rest.body).receivedBytes;
  }
  expect(cuts).toBe(10);
  await complete(upload);
  pass(40);
  expect(await read(upload)).toMatchObject({ state: 'accepted', counts: { rows: 3_000, accepted: 3_000 } });
});

test.each([
  ['too-many-requests', 429],
  ['unavailable', 503],
  ['conflict', 409],
] as const)('%s in the middle leaves the upload where it was', async (kind, status) => {
  const file = bytesOf(manifest(phones(20)));
  const upload = await begin(file);
  const half = Math.floor(file.length / 2);
  await setFault({ kind, operation: 'putManifestChunk', after: 1, times: 1, code: 'offset-mismatch' });
  expect((await put(upload, 0, file.slice(0, half))).status).toBe(200);
  const struck = await put(upload, half, file.slice(half));
  expect(struck.status).toBe(status);
  if (status === 409) expect(struck.body).toMatchObject({ error: { code: 'offset-mismatch' } });
  expect((await read(upload)).receivedBytes).toBe(half);
  expect((await put(upload, half, file.slice(half))).status).toBe(200);
});

test('a chunk whose reply is lost has been kept, and so has the completion', async () => {
  const file = bytesOf(manifest(phones(20)));
  const upload = await begin(file);
  await setFault({ kind: 'truncated-json', operation: 'putManifestChunk', times: 1 });
  await expect(put(upload, 0, file)).rejects.toThrow();
  expect((await read(upload)).receivedBytes).toBe(file.length);
  await setFault({ kind: 'truncated-json', operation: 'completeManifestUpload', times: 1 });
  await expect(complete(upload)).rejects.toThrow();
  pass(40);
  expect((await complete(upload)).body).toMatchObject({ state: 'accepted', counts: { accepted: 20 } });
  expect(await progress()).toMatchObject({ total: 20 });
});

test('a whole file is rejected with its reason', async () => {
  const rejected = async (file: Uint8Array<ArrayBuffer>, extra = {}) => {
    const upload = await begin(file, 'append', extra);
    if (file.length > 0) await put(upload, 0, file);
    await complete(upload);
    pass(40);
    const found = await read(upload);
    expect(found.state).toBe('rejected');
    return found.rejection.code;
  };
  expect(await rejected(bytesOf(''))).toBe('empty-file');
  expect(await rejected(bytesOf(`${columns.join(',')}\n`))).toBe('no-rows');
  expect(await rejected(bytesOf('telephone\n+14165550101\n'))).toBe('no-phone-column');
  expect(await rejected(bytesOf('phone,a,a\n'))).toBe('duplicate-columns');
  expect(await rejected(bytesOf('phone\n+14165550101\n'))).toBe('columns-differ');
  expect(await rejected(new Uint8Array([0x70, 0xff, 0xfe]))).toBe('not-utf8');
  expect(await rejected(bytesOf(manifest(['nobody'])))).toBe('nothing-accepted');
  expect(await rejected(bytesOf(manifest(phones(1))), { sha256: 'a'.repeat(64) })).toBe('checksum-mismatch');
  expect(await progress()).toMatchObject({ total: 0 });
  await morgan.call('PATCH', `${base}/${id}`, { requiredVariables: ['visit'] });
  expect(await rejected(bytesOf(manifest(phones(1))))).toBe('variable-column-missing');
  const large = { fileName: 'large.csv', sizeBytes: 300 * 1024 * 1024, mode: 'append', columns };
  expect((await morgan.call('POST', `${base}/${id}/manifests`, large)).status).toBe(413);
});

test('an import is taken back: what was not called leaves, what it replaced comes back', async () => {
  await importAll(manifest(phones(4)));
  const [first] = Object((await morgan.call('GET', `${base}/${id}/contacts`)).body).items;
  await morgan.call('POST', `${base}/${id}/contacts/${first.contactId}/skip`);
  const upload = await importAll(manifest(phones(3, 3)), 'replace');
  expect(await listed()).toEqual(phones(3, 3));
  const cancelled = await morgan.call('DELETE', `${base}/${id}/manifests/${upload}`);
  expect(cancelled.status).toBe(204);
  expect(await read(upload)).toMatchObject({ state: 'reversed' });
  expect(await listed()).toEqual(phones(4));
  expect(await progress()).toMatchObject({ total: 4, pending: 3, skipped: 1 });
  expect((await morgan.call('DELETE', `${base}/${id}/manifests/${upload}`)).status).toBe(204);
});

test('what has been called stays when its import is taken back, and a running campaign replaces nothing', async () => {
  const upload = await importAll(manifest(phones(4)));
  await morgan.call('POST', `${base}/${id}/dispatcher/start`);
  pass(1_500);
  const { total, pending } = await progress();
  expect(pending).toBeLessThan(4);
  expect(
    (
      await morgan.call('POST', `${base}/${id}/manifests`, {
        fileName: 'x.csv',
        sizeBytes: 1,
        mode: 'replace',
        columns,
      })
    ).body,
  ).toMatchObject({ error: { code: 'illegal-state', state: 'running' } });
  expect((await morgan.call('DELETE', `${base}/${id}/manifests/${upload}`)).status).toBe(204);
  expect(await progress()).toMatchObject({ total: total - pending, pending: 0 });
});

test('an upload can be given up', async () => {
  const file = bytesOf(manifest(phones(2)));
  const given = await begin(file);
  expect((await morgan.call('DELETE', `${base}/${id}/manifests/${given}`)).status).toBe(204);
  expect(await put(given, 0, file)).toMatchObject({ status: 409, body: { error: { state: 'cancelled' } } });
});
