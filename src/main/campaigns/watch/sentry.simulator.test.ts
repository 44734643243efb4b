import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Breaker, Safety } from '../../../shared/models/breaker.ts';
import { silentLog } from '../../storage/log.ts';
import { ManualClock } from '../../storage/testing/manual-clock.ts';
import { dispatcherAct } from '../acts/dispatcher-act.ts';
import { CampaignWatch } from '../board/campaign-watch.ts';
import { PaceBook } from '../board/pace-book.ts';
import { addContacts, type CampaignConsole, startCampaignConsole } from '../testing/campaign-console.ts';
import { Sentry } from './sentry.ts';
import { sentryWords } from './sentry-words.ts';

const MINUTE = 60_000;
let here: CampaignConsole;
let clock: ManualClock;
let raised: { readonly rule: string; readonly campaign: string; readonly said: string }[];
let ended: string[];

beforeAll(async () => {
  here = await startCampaignConsole();
}, 30_000);
afterAll(() => here.close());
beforeEach(async () => {
  await here.at.admin('POST', 'restart');
  here.journal.records.length = 0;
  clock = new ManualClock();
  raised = [];
  ended = [];
});

const BREAKER: Breaker = {
  id: 'b-1',
  metric: 'failure',
  abovePercent: 10,
  windowMinutes: 10,
  minimumCalls: 4,
  action: 'pause',
  enabled: true,
};

function sentryWith(safety: Safety): Sentry {
  return new Sentry({
    tenant: here.tenant,
    api: here.api,
    safety: () => safety,
    run: here.run,
    journal: here.journal,
    me: () => ({ name: 'Morgan Roy' }),
    clock,
    log: silentLog,
    words: () => sentryWords('en'),
    alerts: {
      raise: ({ rule, campaign, said }) => raised.push({ rule: rule.name, campaign: campaign.name, said }),
      end: (_tenant, rule, campaign) => ended.push(`${rule} ${campaign}`),
    },
  });
}

async function running(name: string, contacts: number) {
  const { id } = await here.api.campaigns.create(await here.draft({ name, concurrency: contacts }));
  await addContacts(here.api, id, contacts);
  await here.run(
    dispatcherAct(here.api, {
      tenant: here.tenant,
      campaign: { id, name },
      verb: 'start',
      expected: { state: 'draft' },
    }),
  );
  return id;
}
const stateOf = async (id: string) => (await here.api.dispatcher.get(id)).state;

it('pauses what fails too often once enough calls ended, notes it, and tells of it', async () => {
  const id = await running('Failing', 12);
  const sentry = sentryWith({ breakers: [BREAKER], stuckMinutes: 5 });
  await sentry.look(await here.api.campaigns.list());
  expect(sentry.view().readings).toMatchObject([{ campaignId: id, calls: 0, above: false }]);
  here.advance(5_000);
  here.desk().loseCalls(id, 5);
  here.desk().reportCalls(id);
  clock.advance(MINUTE);
  await sentry.look(await here.api.campaigns.list());
  expect(await stateOf(id)).toBe('paused');
  expect(sentry.view().trips).toMatchObject([
    { campaignId: id, paused: 'done', reading: { above: true, percent: 100 } },
  ]);
  expect(raised).toEqual([
    {
      rule: 'Failure rate above 10%',
      campaign: 'Failing',
      said: '100% of 5 calls in 10 min; being paused',
    },
  ]);
  const noted = here.journal.records.flatMap(({ details }) => details?.noted ?? []);
  expect(noted).toMatchObject([{ name: 'breakerTripped', facts: { calls: 5, counted: 5, action: 'pause' } }]);
  // Paused by a breaker or not: nothing resumes it but a person.
  clock.advance(MINUTE);
  await sentry.look(await here.api.campaigns.list());
  expect(await stateOf(id)).toBe('paused');
  expect(sentry.view().trips).toHaveLength(1);
});

it('only warns where it is told to, and judges only the campaign it is set on', async () => {
  const watched = await running('Watched', 8);
  const other = await running('Other', 8);
  const sentry = sentryWith({
    breakers: [
      { ...BREAKER, minimumCalls: 2, action: 'warn', campaignId: watched },
      { ...BREAKER, id: 'b-2', enabled: false },
    ],
    stuckMinutes: 5,
  });
  await sentry.look(await here.api.campaigns.list());
  here.advance(8_000);
  for (const id of [watched, other]) {
    here.desk().loseCalls(id, 4);
    here.desk().reportCalls(id);
  }
  clock.advance(MINUTE);
  await sentry.look(await here.api.campaigns.list());
  expect(raised.map(({ campaign }) => campaign)).toEqual(['Watched']);
  expect([await stateOf(watched), await stateOf(other)]).toEqual(['running', 'running']);
});

it('tells once of a dispatcher that stands still, and why, and takes it back when it moves', async () => {
  const id = await running('Lost', 3);
  const sentry = sentryWith({ breakers: [], stuckMinutes: 5 });
  here.advance(4_000);
  here.desk().loseCalls(id, 3);
  const look = async (minutes: number) => {
    here.advance(minutes * MINUTE);
    clock.advance(minutes * MINUTE);
    await sentry.look(await here.api.campaigns.list());
  };
  await look(0);
  await look(4);
  expect(raised).toEqual([]);
  await look(2);
  await look(1);
  expect(raised).toEqual([
    {
      rule: 'Dispatcher stands still',
      campaign: 'Lost',
      said: expect.stringMatching(/^No movement for \d+ min: calls that never reported back hold its lines$/),
    },
  ]);
  here.desk().reportCalls(id);
  await look(1);
  expect(ended).toEqual([`stuck ${id}`]);
});

it('goes by the clock that the instance stamps with, not by the date of its answers', async () => {
  const id = await running('Quick', 12);
  here.advance(4_000);
  // The instance's clock is months away from this machine's, and its answers are dated by a gateway: by that date it
  // would not have moved for ages.
  const watch = new CampaignWatch({
    api: here.api,
    id,
    clock,
    random: () => 0.5,
    stuckAfterMs: () => 5 * MINUTE,
    pace: new PaceBook(),
    onIdle: () => undefined,
  });
  await watch.refresh();
  expect(watch.view()).toMatchObject({ dispatcher: { state: 'running' } });
  expect(watch.view().stuck).toBeUndefined();
  here.desk().loseCalls(id, 12);
  here.advance(6 * MINUTE);
  clock.advance(6 * MINUTE);
  await watch.refresh();
  expect(watch.view().stuck).toMatchObject({ cause: 'unreported-calls' });
});
