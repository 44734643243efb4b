import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { readCommandLine } from './cli-options.ts';
import { openIdentityStateFile } from './identity/identity-state.ts';
import type { Simulator } from './instance.ts';
import { startSimulator } from './server.ts';
import type { SimulatorOptions } from './simulator-options.ts';
import { createCheckedClient } from './testing/checked-client.ts';
import { openEvents } from './testing/event-reader.ts';
import { createSignInAgent } from './testing/sign-in-agent.ts';

const running: Simulator[] = [];
afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.close();
});

async function start(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const world = { seed: 7, conversations: 30, speed: 1, clock: 'driven', campaigns: { start: 'demo' } } as const;
  const simulator = await startSimulator({ world, ...options });
  running.push(simulator);
  return simulator;
}
const accountOf = ({ accounts }: Simulator, name: string) => {
  const found = accounts.find((each) => each.name === name);
  if (!found) throw new Error(`no account of ${name}`);
  return found;
};

test('where a real instance has its web app, the demo says that it has none', async () => {
  const simulator = await start();
  const page = await fetch(simulator.url, { headers: { 'accept-language': 'fr-CA' } });
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Instance de démonstration')]);
});

test('the accounts of the demo are there', async () => {
  const simulator = await start();
  expect(accountOf(simulator, 'Avery Tremblay').tenants.length).toBeGreaterThanOrEqual(3);
  expect(accountOf(simulator, 'Morgan Roy').tenants.length).toBeGreaterThan(0);
  expect(accountOf(simulator, 'Robin Chen').tenants.length).toBeGreaterThan(0);
  expect(accountOf(simulator, 'Sam Diaz').tenants).toEqual([]);
  const alex = await createSignInAgent(simulator.url).signIn(accountOf(simulator, 'Alex Kim').email);
  await expect(createSignInAgent(simulator.url).exchange(alex.access_token, 'northwind-utilities')).rejects.toThrow();
});

test.each(['primary', 'harbour'] as const)(
  'the real world fits the document of %s, at rest and on the stream',
  async (dialect) => {
    const simulator = await start({ dialect });
    const { email, tenants } = accountOf(simulator, 'Avery Tremblay');
    for (const tenant of tenants) {
      const client = await createCheckedClient(simulator.url, email, tenant);
      const at = dialect === 'primary' ? `/api/v1/${tenant}` : `/gateway/tenants/${tenant}`;
      const [list, live, stream, flows] =
        dialect === 'primary'
          ? ['/api/v1/transcripts?limit=200', `${at}/live/conversations`, `${at}/live/events`, `${at}/flows`]
          : [`${at}/conversations?per_page=200`, `${at}/active-conversations`, `${at}/feed`, `${at}/dialog-flows`];
      for (const path of [list, live, flows]) expect((await client.call('GET', path)).status).toBe(200);
      const events = await openEvents(`${simulator.url}${stream}`, client.token);
      await events.next();
      const before = simulator.world().tenant(tenant)?.sequence ?? 0;
      simulator.world().clock.advance(120_000);
      const told = (simulator.world().tenant(tenant)?.sequence ?? 0) - before;
      expect(told).toBeGreaterThan(10);
      for (const { data } of await events.take(told)) client.check.event('GET', stream, JSON.parse(data));
      events.close();
      for (const { transcriptId } of simulator.world().tenant(tenant)?.conversations() ?? []) {
        const one =
          dialect === 'primary' ? `/api/v1/transcripts/${transcriptId}` : `${at}/conversations/${transcriptId}`;
        expect((await client.call('GET', one)).status).toBe(200);
      }
    }
  },
);

test('the campaigns of the demo fit the document, contacts and manifests included', async () => {
  const simulator = await start();
  const { email, tenants } = accountOf(simulator, 'Avery Tremblay');
  for (const tenant of tenants) {
    const client = await createCheckedClient(simulator.url, email, tenant);
    const at = `/api/v1/${tenant}/campaigns`;
    const { items } = Object((await client.call('GET', at)).body);
    expect(items.length).toBeGreaterThanOrEqual(5);
    for (const { campaignId } of items) {
      for (const path of ['', '/dispatcher', '/dispatcher/forecast', '/manifests', '/contacts?limit=1000']) {
        expect((await client.call('GET', `${at}/${campaignId}${path}`)).status).toBe(200);
      }
      const [upload] = Object((await client.call('GET', `${at}/${campaignId}/manifests`)).body).items;
      const path = `${at}/${campaignId}/manifests/${upload.uploadId}/errors`;
      expect(Object((await client.call('GET', path)).body).total).toBe(upload.counts.rows - upload.counts.accepted);
      const page = await client.call('GET', `${at}/${campaignId}/contacts?state=done,dialing,waiting-retry&limit=5`);
      for (const { contactId } of Object(page.body).items) {
        const one = await client.call('GET', `${at}/${campaignId}/contacts/${contactId}`);
        expect(Object(one.body).attemptHistory.length).toBeGreaterThan(0);
      }
    }
    expect((await client.call('GET', `/api/v1/${tenant}/do-not-call?limit=1000`)).status).toBe(200);
  }
});

test('a supervisor takes a web chat over, answers and completes it, and the stream tells', async () => {
  const simulator = await start();
  const tenant = 'northwind-utilities';
  const avery = await createCheckedClient(simulator.url, accountOf(simulator, 'Avery Tremblay').email, tenant);
  const events = await openEvents(`${simulator.url}/api/v1/${tenant}/live/events`, avery.token);
  await events.next();
  const live = simulator.world().tenant(tenant)?.conversations() ?? [];
  const id = live.find((each) => each.handledBy.kind === 'ai' && each.status === 'in-progress')?.transcriptId;
  const chat = `/api/org/${tenant}/v2/webchat/${id}`;
  expect(await avery.call('POST', `${chat}/CsrTakeOver`)).toMatchObject({
    status: 200,
    body: { handledBy: { name: 'Avery Tremblay' } },
  });
  expect(await avery.call('POST', `${chat}/addCsrMessage`, { text: 'Hello, Avery here.' })).toMatchObject({
    status: 201,
  });
  expect(await avery.call('PUT', `${chat}/status`, { status: 'completed' })).toMatchObject({
    body: { status: 'completed' },
  });
  let last = await events.next();
  while (last && last.event !== 'conversation.ended') last = await events.next();
  expect(JSON.parse(last?.data ?? '{}')).toMatchObject({ conversation: { transcriptId: id, status: 'completed' } });
  events.close();
});

test('an instance comes back on its port, and sessions kept in a file go on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  try {
    const file = join(folder, 'identity.json');
    const first = await start({ identity: openIdentityStateFile(file) });
    expect(statSync(file).mode & 0o077).toBe(0);
    const user = await createSignInAgent(first.url).signIn(accountOf(first, 'Avery Tremblay').email);
    await first.close();
    const second = await start({ port: Number(new URL(first.url).port), identity: openIdentityStateFile(file) });
    expect(second.url).toBe(first.url);
    // Connections of the first instance that fetch still pools fail once.
    await vi.waitFor(() => fetch(`${second.url}/api/swagger`), 15_000);
    const agent = createSignInAgent(second.url);
    expect((await agent.exchange(user.access_token, 'northwind-utilities')).token_type).toBe('Bearer');
    const refresh = { grant_type: 'refresh_token', refresh_token: user.refresh_token ?? '' };
    expect((await agent.token(refresh)).status).toBe(200);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a taken port is an error', async () => {
  const { url } = await start();
  await expect(start({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('the Swagger page and its files are served', async () => {
  const { url } = await start();
  expect(await (await fetch(`${url}/api/swagger`)).text()).toContain('swagger-ui-bundle.js');
  expect(await (await fetch(`${url}/api/swagger?plain`)).text()).not.toContain('swagger-ui-bundle.js');
  for (const name of ['sign-in.js', 'swagger-ui.css', 'swagger-ui-bundle.js']) {
    expect((await fetch(`${url}/api/swagger/assets/${name}`)).status).toBe(200);
  }
  expect((await fetch(`${url}/api/swagger/assets/..%2fpackage.json`)).status).toBe(404);
});

test('the command line is read, and told what is wrong with it', () => {
  expect(readCommandLine(['--help'])).toEqual({ kind: 'help' });
  expect(readCommandLine(['--port', '99999'])).toMatchObject({
    kind: 'wrong',
    reason: expect.stringContaining('--port'),
  });
  expect(readCommandLine(['--colour'])).toMatchObject({ kind: 'wrong' });
  expect(readCommandLine(['--fault', 'nonsense'])).toMatchObject({ kind: 'wrong' });
  expect(readCommandLine(['--unreported-share', '2'])).toMatchObject({ kind: 'wrong' });
  expect(readCommandLine([])).toMatchObject({ options: { world: { campaigns: { start: 'demo' } } } });
  const flags = [
    '--seed',
    '9',
    '--speed',
    '2.5',
    '--heartbeat',
    '0.5',
    '--fault',
    'cut-stream:every=4',
    '--token-lifetime',
    '30',
    '--campaigns',
    'none',
    '--dialer-pace',
    '5',
    '--voice-lines',
    '3',
  ];
  expect(readCommandLine(flags)).toMatchObject({
    kind: 'run',
    options: {
      world: { seed: 9, speed: 2.5, campaigns: { start: 'none', pace: 5, unreportedShare: 0, lines: 3 } },
      heartbeatMs: 500,
      faults: [{ kind: 'cut-stream', every: 4 }],
      lifetimes: { access: 30 },
    },
  });
});

test('as a child it tells its parent when it is ready, and ends when told to', async () => {
  const ready = z.object({ type: z.literal('ready'), url: z.string(), issuer: z.string(), adminKey: z.string() });
  const child = fork(join(import.meta.dirname, 'child.ts'), ['--conversations', '5'], { silent: true });
  try {
    const message = await new Promise<unknown>((done) => child.once('message', done));
    const { url, adminKey } = ready.parse(message);
    expect((await fetch(`${url}/__admin/state`, { headers: { 'x-admin-key': adminKey } })).status).toBe(200);
    const ended = new Promise((done) => child.once('exit', done));
    child.send({ type: 'stop' });
    expect(await ended).toBe(0);
  } finally {
    child.kill('SIGKILL');
  }
});

test('as a program it prints where it is, ends on SIGTERM, and says when a flag is wrong', async () => {
  const run = (args: string[]) => fork(join(import.meta.dirname, 'cli.ts'), args, { silent: true });
  const child = run(['--conversations', '5']);
  const printed = await new Promise<string>((done) => child.stdout?.once('data', (data) => done(String(data))));
  expect(printed).toMatch(/Dialai instance {3}http:\/\/127\.0\.0\.1:\d+/);
  expect(printed).toContain('Avery Tremblay');
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  const wrong = run(['--speed', 'fast']);
  expect(await new Promise((done) => wrong.once('exit', done))).toBe(2);
});
