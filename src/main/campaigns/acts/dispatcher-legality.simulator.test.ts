import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CAMPAIGN_STATES } from '../../../shared/models/campaign.ts';
import { DISPATCHER_VERBS, type DispatcherVerb } from '../../../shared/models/dispatcher.ts';
import type { CampaignApi } from '../../platform/campaigns/campaign-api.ts';
import { type CampaignConsole, startCampaignConsole } from '../testing/campaign-console.ts';
import { dispatcherAct } from './dispatcher-act.ts';

const MINUTE = 60_000;
let here: CampaignConsole;
/** What was sent, with the state the dispatcher was in at that moment and whether it was legal there. */
let sent: { readonly state: string; readonly verb: DispatcherVerb; readonly legal: boolean }[] = [];
let watched: CampaignApi;

beforeAll(async () => {
  here = await startCampaignConsole();
}, 30_000);
afterAll(() => here.close());
beforeEach(async () => {
  await here.at.admin('POST', 'restart');
  sent = [];
  watched = {
    ...here.api,
    dispatcher: {
      ...here.api.dispatcher,
      tell: (id, verb, options) => {
        const now = here.desk().dispatcher(id);
        if (now.ok) sent.push({ state: now.value.state, verb, legal: now.value.legalVerbs.includes(verb) });
        return here.api.dispatcher.tell(id, verb, options);
      },
    },
  };
});

async function campaignOf(contacts: number, startsInMinutes = 0): Promise<string> {
  const { schedule, ...draft } = await here.draft({ concurrency: 2 });
  const startsAt = here.at.simulator.world().clock.now() + startsInMinutes * MINUTE;
  const made = await here.api.campaigns.create({
    ...draft,
    schedule: { ...schedule, ...(startsInMinutes > 0 && { startsAt }) },
  });
  for (let nth = 0; nth < contacts; nth++) {
    here.desk().contacts.add(made.id, { phone: `+141655501${String(nth).padStart(2, '0')}`, variables: {} });
  }
  return made.id;
}

const stateOf = (id: string) => {
  const now = here.desk().dispatcher(id);
  if (!now.ok) throw new Error('no such campaign');
  return now.value;
};

/** Tells a verb as a window would: with what is on screen, which may be old. */
async function tell(id: string, verb: DispatcherVerb, seen: string, callsInProgress?: 'finish' | 'hang-up') {
  const campaign = { id, name: 'K' };
  const expected = { state: seen };
  return here.run(dispatcherAct(watched, { tenant: here.tenant, campaign, verb, expected, callsInProgress }));
}

const wait = fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(0, 1, 6) });
const tells = fc.record({
  kind: fc.constant('tell' as const),
  verb: fc.constantFrom(...DISPATCHER_VERBS),
  /** Which of the legal verbs to say instead; undefined: the verb above, legal or not. */
  legal: fc.option(fc.nat(3), { freq: 3 }),
  /** What the window shows: the state as it is (most often), or anything else that it was. */
  seen: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.constantFrom(...CAMPAIGN_STATES)),
  hangUp: fc.boolean(),
});
const step = fc.oneof(
  { weight: 8, arbitrary: tells },
  { weight: 3, arbitrary: wait },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lose' as const), count: fc.integer({ min: 1, max: 3 }) }) },
  fc.record({ kind: fc.constant('report' as const) }),
  fc.record({ kind: fc.constant('fail' as const) }),
);

it('never sends a verb that is illegal, and is done only when the state shows it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 14 }),
      fc.constantFrom(0, 0, 30),
      async (steps, startsIn) => {
        const id = await campaignOf(4, startsIn);
        for (const one of steps) {
          if (one.kind === 'wait') here.advance(one.minutes * MINUTE);
          else if (one.kind === 'lose') here.desk().loseCalls(id, one.count);
          else if (one.kind === 'report') here.desk().reportCalls(id);
          else if (one.kind === 'fail') here.desk().fail(id, 'Scripted');
          else {
            const before = stateOf(id);
            const verb = (one.legal === null ? undefined : before.legalVerbs[one.legal]) ?? one.verb;
            const result = await tell(id, verb, one.seen ?? before.state, one.hangUp ? 'hang-up' : 'finish');
            const after = stateOf(id);
            expect(result.outcome).not.toBe('unknown');
            // What is refused changed nothing.
            if (result.outcome === 'refused') expect(after.revision).toBe(before.revision);
          }
        }
        expect(sent.filter(({ legal }) => !legal)).toEqual([]);
        here.desk().fail(id, 'Over');
      },
    ),
    { numRuns: 25, seed: 20260415 },
  );
  // The steps came to sending at all, and to more than one verb.
  expect(new Set(sent.map(({ verb }) => verb)).size).toBe(DISPATCHER_VERBS.length);
}, 120_000);

/** How to come to each state in which something is legal, from a draft. */
const WAYS: Readonly<Record<string, (id: string) => Promise<unknown> | unknown>> = {
  draft: () => undefined,
  scheduled: (id) => tell(id, 'start', 'draft'),
  running: (id) => tell(id, 'start', 'draft'),
  paused: async (id) => {
    await tell(id, 'start', 'draft');
    await tell(id, 'pause', 'running');
  },
  draining: async (id) => {
    await tell(id, 'start', 'draft');
    here.advance(2_000);
    // A call that never reports back holds the draining for ever.
    here.desk().loseCalls(id, 1);
    await tell(id, 'stop', 'running');
  },
};
const LEGAL = [
  ['draft', 'start'],
  ['scheduled', 'pause'],
  ['scheduled', 'stop'],
  ['running', 'pause'],
  ['running', 'stop'],
  ['paused', 'resume'],
  ['paused', 'stop'],
  ['draining', 'stop'],
] as const;

it.each(LEGAL)('from %s it can %s', async (state, verb) => {
  const id = await campaignOf(6, state === 'scheduled' ? 30 : 0);
  await WAYS[state]?.(id);
  expect(stateOf(id).state).toBe(state);
  sent = [];
  const result = await tell(id, verb, state, state === 'draining' ? 'hang-up' : undefined);
  expect(result.outcome).toBe('done');
  expect(sent).toEqual([{ state, verb, legal: true }]);
});

it('these are all the verbs that the instance calls legal, in every state', async () => {
  const found: string[] = [];
  for (const [state, way] of Object.entries(WAYS)) {
    const id = await campaignOf(6, state === 'scheduled' ? 30 : 0);
    await way(id);
    for (const verb of stateOf(id).legalVerbs) found.push(`${state} ${verb}`);
  }
  expect(found.sort()).toEqual(LEGAL.map((pair) => pair.join(' ')).sort());
  const id = await campaignOf(1);
  here.desk().fail(id, 'Scripted');
  await tell(id, 'start', 'draft');
  here.desk().fail(id, 'Scripted');
  expect(stateOf(id)).toMatchObject({ state: 'failed', legalVerbs: [] });
});
