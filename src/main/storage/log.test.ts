import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog } from './log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('writes levels, words and fields, redacted, into a file of the owner', async () => {
  const file = join(folder, 'console.log');
  const log = createLog({ file });
  log.info('signed in', { tenants: 3 });
  log.warn('refused eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.sig', { url: 'https://a.example/cb?code=abc' });
  log.error('failed', { text: 'refresh_token=verysecret' });
  const text = await readFile(file, 'utf8');
  expect(text).toContain('[info]  signed in {"tenants":3}');
  expect(text).toContain('[warn]  refused [token] {"url":"https://a.example/cb?[query]"}');
  expect(text).toContain('[error] failed');
  expect(text).not.toMatch(/eyJ|abc|verysecret/u);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('two logs do not mix, and a token in an odd place does not get through', async () => {
  const one = createLog({ file: join(folder, 'one.log') });
  const two = createLog({ file: join(folder, 'two.log') });
  one.info('one');
  two.info('two', { 'Bearer abcdef': 'x' });
  expect(await readFile(join(folder, 'one.log'), 'utf8')).not.toContain('two');
  expect(await readFile(join(folder, 'two.log'), 'utf8')).not.toContain('abcdef');
});
