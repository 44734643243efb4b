import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../storage/clock.ts';
import { silentLog } from '../../storage/log.ts';
import { dispatcherAct } from '../acts/dispatcher-act.ts';
import { addContacts, type CampaignConsole, startCampaignConsole } from '../testing/campaign-console.ts';
import { Panic } from './panic.ts';
import { PanicFile } from './panic-file.ts';

const OTHER = 'maritime-telecom';
let here: CampaignConsole;
let folder: string;

beforeAll(async () => {
  here = await startCampaignConsole();
}, 30_000);
afterAll(() => here.close());
beforeEach(async () => {
  await here.at.admin('POST', 'restart');
  here.journal.records.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'dialai-panic-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const panicIn = (tenants: readonly string[] = [here.tenant, OTHER], owner = 'demo|morgan') =>
  new Panic({
    file: new PanicFile(join(folder, 'panic.json')),
    apiFor: (tenant) => here.at.platform.campaignApi(tenant),
    tenants: () => tenants,
    run: here.run,
    journal: here.journal,
    me: () => ({ id: 'morgan', name: 'Morgan Roy' }),
    owner: () => owner,
    clock: systemClock,
    log: silentLog,
  });
const api = (tenant: string) => here.at.platform.campaignApi(tenant);
const stateOf = async (tenant: string, id: string) => (await api(tenant).dispatcher.get(id)).state;
const tell = (tenant: string, id: string, verb: 'start' | 'pause' | 'resume', state: string) =>
  here.run(dispatcherAct(api(tenant), { tenant, campaign: { id, name: id }, verb, expected: { state } }));

async function campaign(tenant: string, name: string, state: 'draft' | 'running' | 'paused') {
  const [flow] = await here.at.platform.tenantApi(tenant).flows();
  const { id } = await api(tenant).campaigns.create(await here.draft({ name, flowId: flow?.id ?? '' }));
  await addContacts(api(tenant), id, 20);
  if (state !== 'draft') await tell(tenant, id, 'start', 'draft');
  if (state === 'paused') await tell(tenant, id, 'pause', 'running');
  return id;
}

it('pauses what calls in every tenant, and of what it paused restores exactly that, after a restart too', async () => {
  const running = await campaign(here.tenant, 'Running', 'running');
  const abroad = await campaign(OTHER, 'Abroad', 'running');
  const paused = await campaign(here.tenant, 'Paused before', 'paused');
  const draft = await campaign(here.tenant, 'Draft', 'draft');
  const report = await panicIn().press('shortcut');
  expect(report).toMatchObject({ from: 'shortcut', by: 'Morgan Roy', done: true, unreachable: [] });
  const outcomes = Object.fromEntries(report.entries.map(({ campaignId, outcome }) => [campaignId, outcome]));
  expect(outcomes).toEqual({ [running]: 'paused', [abroad]: 'paused', [paused]: 'already-paused' });
  expect(await stateOf(here.tenant, running)).toBe('paused');
  expect(await stateOf(OTHER, abroad)).toBe('paused');
  expect(await stateOf(here.tenant, draft)).toBe('draft');
  const notes = here.journal.records.flatMap(({ details }) => details?.noted ?? []);
  expect(notes.map(({ name, facts }) => [name, facts?.['paused'], facts?.['alreadyPaused']])).toEqual([
    ['panic', 2, 1],
    ['panic', 2, 1],
  ]);

  // Another run of the console finds it again, and nothing was resumed meanwhile.
  const later = panicIn();
  await later.restoreReports();
  expect(later.view().reports).toEqual([report]);
  expect(await stateOf(here.tenant, running)).toBe('paused');
  const candidates = await later.look(report.id);
  expect(candidates.map(({ campaignId, verdict }) => [campaignId, verdict]).sort()).toEqual(
    [
      [running, 'ready'],
      [abroad, 'ready'],
    ].sort(),
  );
  const resumed = await tell(here.tenant, running, 'resume', 'paused');
  await later.note(later.reportOf(here.tenant, running) ?? '', here.tenant, running, resumed);
  expect(later.reportOf(here.tenant, running)).toBeUndefined();
  expect((await later.look(report.id)).map(({ campaignId }) => campaignId)).toEqual([abroad]);
});

it('leaves alone what somebody touched since', async () => {
  const id = await campaign(here.tenant, 'Touched', 'running');
  const panic = panicIn();
  const report = await panic.press('window');
  await api(here.tenant).campaigns.update(id, { concurrency: 1 });
  expect(await panic.look(report.id)).toMatchObject([{ verdict: 'changed', state: 'paused' }]);
});

it('tells of a tenant that does not answer, and pauses the others', async () => {
  const id = await campaign(here.tenant, 'Here', 'running');
  const report = await panicIn([here.tenant, 'no-such-tenant']).press('tray');
  expect(report.entries).toMatchObject([{ campaignId: id, outcome: 'paused' }]);
  expect(report.unreachable).toMatchObject([{ tenant: 'no-such-tenant', failure: { code: expect.any(String) } }]);
});

it('says of each dispatcher that could not be paused why, and offers to restore none of them', async () => {
  const id = await campaign(here.tenant, 'Refused', 'running');
  await here.at.admin('POST', 'faults', { kind: 'forbidden', operation: 'pauseDispatcher' });
  const panic = panicIn();
  const report = await panic.press('window');
  await here.at.admin('DELETE', 'faults');
  expect(report.entries).toMatchObject([{ campaignId: id, outcome: 'refused', failure: { code: 'forbidden' } }]);
  expect(await panic.look(report.id)).toEqual([]);
});

it('knows after a crash in the middle what was to be paused, and asks the instance how it stands', async () => {
  const id = await campaign(here.tenant, 'Crash', 'running');
  const file = new PanicFile(join(folder, 'panic.json'));
  const entry = {
    tenant: here.tenant,
    campaignId: id,
    name: 'Crash',
    stateBefore: 'running',
    outcome: 'waiting' as const,
  };
  await file.write([
    { id: 'p-1', owner: 'demo|morgan', at: 1, from: 'tray', done: false, entries: [entry], unreachable: [] },
  ]);
  const panic = panicIn();
  await panic.restoreReports();
  expect(panic.view().reports).toMatchObject([{ id: 'p-1', done: true }]);
  expect(await panic.look('p-1')).toMatchObject([{ verdict: 'changed', state: 'running' }]);
  const stranger = panicIn([here.tenant], 'demo|somebody-else');
  await stranger.restoreReports();
  expect(stranger.view().reports).toEqual([]);
  expect(await stranger.look('p-1')).toEqual([]);
});
