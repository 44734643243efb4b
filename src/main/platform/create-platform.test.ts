import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from '../../shared/models/failure.ts';
import { createPlatform, type Platform } from './create-platform.ts';
import { type Connected, connectedTo } from './testing/connected.ts';
import { DOCUMENT_31, DOCUMENT_32 } from './testing/documents.ts';
import { platformDeps, settingsFor } from './testing/simulated.ts';
import { inTurn, json } from './testing/test-server.ts';
import { testTokens } from './testing/test-tokens.ts';

let to: Connected;
beforeEach(async () => {
  to = await connectedTo(DOCUMENT_31);
});
afterEach(() => to.close());

/** Another console on the same machine: same cache, nothing in memory. */
const another = (): Platform => createPlatform(platformDeps(testTokens(), to.cacheDir));
const reportOf = async (platform: Platform, url: string, tenants?: readonly string[]) => {
  await platform.connect(settingsFor(url, tenants));
  return platform.report();
};

describe('connect', () => {
  it('fetches the description with the user’s token and says where it came from', () => {
    expect(to.report).toMatchObject({ source: 'fetched', openapi: '3.1.0', title: 'Documented', version: '2' });
    expect(to.report.url).toBe(`${to.server.url}/api/swagger/openapi.json`);
    expect(to.tokens.issued).toEqual(['user-1']);
  });

  it('falls back to a tenant’s token when the user’s is refused', async () => {
    to.answerWith(inTurn(json({}, 401), json({}, 401), json(DOCUMENT_32)));
    const report = await reportOf(another(), to.server.url, ['north', 'south']);
    expect(report).toMatchObject({ source: 'fetched', openapi: '3.2.0' });
    expect(to.server.seen.map(({ authorization }) => authorization)).toEqual([
      'Bearer user-1',
      'Bearer user-2',
      'Bearer north-1',
    ]);
  });

  it.each([
    ['a web page', '<!doctype html>', 'openapi-not-json'],
    ['half a document', '{"openapi":"3.1.0",', 'openapi-not-json'],
    ['an old version', '{"swagger":"2.0","paths":{}}', 'openapi-version'],
    ['a list', '[]', 'openapi-malformed'],
    ['a deep document', `{"openapi":"3.1.0","paths":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`, 'openapi-too-deep'],
  ])('goes on with the last good copy after %s, and names the problem', async (_, text, reason) => {
    to.answerWith((__, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(text);
    });
    const report = await reportOf(another(), to.server.url);
    expect(report).toMatchObject({ source: 'cached', openapi: '3.1.0', problem: { code: reason } });
    expect(report.operations.find(({ operation }) => operation === 'conversations.live')?.bound).toBe(true);
  });

  it('refuses an endless document without reading it to its end', async () => {
    to.answerWith((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const part = Buffer.alloc(1024 * 1024, '[');
      const more = () => {
        while (!response.destroyed) if (!response.write(part)) return void response.once('drain', more);
      };
      more();
    });
    expect(await reportOf(another(), to.server.url)).toMatchObject({
      source: 'cached',
      problem: { code: 'openapi-too-large' },
    });
  });

  it('ignores a damaged cache and goes on with the documented paths', async () => {
    for (const name of await readdir(to.cacheDir)) await writeFile(join(to.cacheDir, name), '{"format":1,"apiUrl":');
    to.answerWith(json({}, 404));
    const report = await reportOf(another(), to.server.url);
    expect(report).toMatchObject({ source: 'built-in', problem: { code: 'not-found' } });
    expect(report.operations.filter(({ bound }) => bound)).toHaveLength(5);
  });

  it('keeps copies of instances apart', async () => {
    const other = await connectedTo(DOCUMENT_32);
    to.answerWith(json({}, 500));
    other.answerWith(json({}, 500));
    expect(await reportOf(another(), other.server.url)).toMatchObject({ source: 'built-in' });
    await other.close();
  });

  it('works when the cache cannot be written', async () => {
    const deps = platformDeps(testTokens(), to.cacheDir, { writeFile: () => Promise.reject(new Error('ENOSPC')) });
    expect(await reportOf(createPlatform(deps), to.server.url)).toMatchObject({ source: 'fetched' });
  });

  it('before it, everything says that nothing is connected', () => {
    expect(() => another().report()).toThrowError(/No instance/);
    expect(() => another().tenantApi('north').can('flows.list')).toThrowError(/No instance/);
  });
});

describe('refresh and overrides', () => {
  it('binds anew, and clients that are in use follow', async () => {
    expect(to.api.can('conversations.stream')).toBe(false);
    to.answerWith(json(DOCUMENT_32));
    expect(await to.platform.refresh()).toMatchObject({ openapi: '3.2.0' });
    expect(to.api.can('conversations.stream')).toBe(true);
  });

  it('keeps what is bound when the refresh fails', async () => {
    to.answerWith(json({}, 500));
    expect(await to.platform.refresh()).toMatchObject({
      source: 'fetched',
      openapi: '3.1.0',
      problem: { code: 'server-error' },
    });
    expect(to.api.can('conversations.live')).toBe(true);
  });

  it('binds by hand, for good, and undoes it', async () => {
    const place = { method: 'get', path: '/api/v1/transcripts' };
    const live = (report: Awaited<ReturnType<Platform['refresh']>>) =>
      report.operations.find(({ operation }) => operation === 'conversations.live');
    expect(live(await to.platform.setOverride('conversations.live', place))).toMatchObject({
      rule: 'override',
      ...place,
    });
    expect(live(await reportOf(to.platform, to.server.url))).toMatchObject({ rule: 'override' });
    to.answerWith(json([{ id: 'c-1', status: 'queued' }]));
    expect((await to.api.liveSnapshot()).conversations).toHaveLength(1);
    expect(live(await to.platform.setOverride('conversations.live'))).toMatchObject({ rule: 'operation-id' });
  });

  it.each(['//evil.example/x', 'https://evil.example', '/a b', '/a?b=c', ''])('refuses the place %j', async (path) => {
    const failure = await to.platform.setOverride('flows.list', { method: 'get', path }).catch(failureOf);
    expect(failure).toMatchObject({ code: 'invalid', detail: { reason: 'override-malformed' } });
  });

  it('gives one place to one operation only', async () => {
    const place = { method: 'get', path: '/somewhere' };
    await to.platform.setOverride('flows.list', place);
    expect(await to.platform.setOverride('internalContacts.list', place).catch(failureOf)).toMatchObject({
      detail: { reason: 'override-taken' },
    });
  });
});
