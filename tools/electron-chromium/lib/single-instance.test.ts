import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type SecondInstance, takeLock } from './single-instance.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'electron-chromium-unit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const me: SecondInstance = { argv: ['electron', '/app'], cwd: '/', data: { n: 1 } };

test('the second is refused and the first is told', async () => {
  const told = Promise.withResolvers<SecondInstance>();
  const first = takeLock(folder, me, told.resolve);
  expect(takeLock(folder, me, () => {})).toBeUndefined();
  expect(await told.promise).toEqual(me);
  first?.release();
  const next = takeLock(folder, me, () => {});
  expect(next).toBeDefined();
  next?.release();
});

test.each(['999999999', '1 1', 'nonsense', ''])('a lock left by a dead holder (%s) is taken over', (holder) => {
  writeFileSync(path.join(folder, 'holder'), holder);
  const lock = takeLock(folder, me, () => {});
  expect(lock).toBeDefined();
  lock?.release();
});
