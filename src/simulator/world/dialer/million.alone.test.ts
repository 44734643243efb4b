import { expect, it, vi } from 'vitest';
import { unwrap } from '../testing/test-world.ts';
import { bulkManifest } from './demo/demo-contacts.ts';
import { ana, testDesk } from './testing/test-desk.ts';

vi.setConfig({ testTimeout: 120_000 });

it('a million contacts come in by a manifest, are listed, found and called, in bounded memory', () => {
  const { desk, campaign, pass } = testDesk({ pace: 50 });
  const id = campaign([], { concurrency: 20 });
  const areas = ['416', '647', '905', '613', '519', '902', '204', '403', '604', '780'];
  const file = bulkManifest(1_000_000, areas);
  const before = process.memoryUsage();
  const began = performance.now();
  const { uploadId } = unwrap(
    desk.manifests.create(
      id,
      {
        fileName: 'all.csv',
        sizeBytes: file.length,
        mode: 'append',
        columns: ['phone', 'externalId', 'firstName', 'lastName', 'language'],
      },
      ana,
    ),
  );
  for (let at = 0; at < file.length; at += 1_048_576) {
    unwrap(desk.manifests.putChunk(id, uploadId, at, file.subarray(at, at + 1_048_576)));
  }
  unwrap(desk.manifests.complete(id, uploadId));
  pass(1_100, 20);
  const took = performance.now() - began;
  expect(unwrap(desk.manifests.get(id, uploadId)).counts).toMatchObject({ rows: 1_000_000, accepted: 1_000_000 });
  const after = process.memoryUsage();
  const grown = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20;
  process.stdout.write(
    `1,000,000 contacts: ${took.toFixed(0)} ms, ${grown.toFixed(0)} MB with the file's ${(file.length / 2 ** 20).toFixed(0)} MB\n`,
  );
  expect(grown).toBeLessThan(260);

  const last = unwrap(desk.contacts.list(id, { text: '0999999' }, undefined, 10));
  expect(last.items.length).toBe(0);
  const found = unwrap(desk.contacts.list(id, { text: ',999999,' }, undefined, 10));
  expect(found).toMatchObject({ total: 1, items: [{ externalId: '999999' }] });
  const skipped = unwrap(desk.contacts.skip(id, found.items[0]?.contactId ?? ''));
  expect(skipped.state).toBe('skipped');
  let cursor: string | undefined;
  let seen = 0;
  do {
    const page = unwrap(desk.contacts.list(id, { zone: 'America/Halifax' }, cursor, 1_000));
    seen += page.items.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toBe(100_000);
  unwrap(desk.drive(id, 'start', {}, ana));
  pass(3_000, 20);
  expect(unwrap(desk.get(id)).progress).toMatchObject({ total: 1_000_000, dialing: 20 });
  expect(unwrap(desk.forecast(id)).dialableNow).toBe(1_000_000 - 21);
});
