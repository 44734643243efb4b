import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Campaign } from '../../shared/models/campaign.ts';
import { failureOf } from '../../shared/models/failure.ts';
import { maskOf } from '../../shared/models/mask.ts';
import { archiveAct, createAct, duplicateAct, updateAct } from './acts/campaign-acts.ts';
import { addContactAct, addDoNotCallAct, contactAct, removeDoNotCallAct } from './acts/contact-acts.ts';
import { dispatcherAct } from './acts/dispatcher-act.ts';
import { contactsHandlers } from './contacts.ts';
import { doNotCallHandlers } from './do-not-call.ts';
import { BlastRadiusReading } from './forecast/blast-radius.ts';
import { addContacts, type CampaignConsole, startCampaignConsole, WEDNESDAY_NOON } from './testing/campaign-console.ts';

const HOUR = 3_600_000;
describe.each(['primary', 'harbour'] as const)('campaigns by the %s dialect', (dialect) => {
  let here: CampaignConsole;

  beforeAll(async () => {
    here = await startCampaignConsole({ dialect });
  }, 30_000);
  afterAll(() => here.close());
  beforeEach(async () => {
    await here.at.admin('POST', 'restart');
    here.journal.records.length = 0;
  });

  async function create(more = {}): Promise<Campaign> {
    const result = await here.run(createAct(here.api, here.tenant, await here.draft(more)));
    if (result.outcome !== 'done' || result.now === undefined) throw new Error(JSON.stringify(result));
    return result.now;
  }
  const of = ({ id, name }: Campaign) => ({ tenant: here.tenant, campaign: { id, name } });
  const seen = ({ state, revision }: Campaign) => ({ state, revision });
  const start = (campaign: Campaign) =>
    here.run(dispatcherAct(here.api, { ...of(campaign), verb: 'start', expected: seen(campaign) }));

  describe('a campaign', () => {
    it('is created as it was drawn up, and its editable fields are told', async () => {
      const draft = await here.draft({ description: 'All who end in May', requiredVariables: ['policy'] });
      const campaign = await create(draft);
      expect(campaign).toMatchObject({
        ...draft,
        state: 'draft',
        revision: 1,
        archived: false,
        createdBy: 'Morgan Roy',
      });
      expect(campaign.legalVerbs).toEqual(['start']);
      expect(campaign.editable).toEqual(
        Object.keys({ ...draft, pointOfContactId: '' }).sort((a, b) => order(a) - order(b)),
      );
      expect((await here.api.campaigns.list()).map(({ id }) => id)).toEqual([campaign.id]);
    });

    it('is changed once, with the revision that was seen', async () => {
      const campaign = await create();
      const update = (changes: object) =>
        here.run(updateAct(here.api, of(campaign), { ...pictured(campaign) }, changes));
      const schedule = { ...(await here.draft()).schedule, endsAt: WEDNESDAY_NOON + HOUR, windowEnd: '24:00' };
      expect(await update({ name: 'Renewals', concurrency: 7, schedule, description: 'x' })).toMatchObject({
        outcome: 'done',
        now: { name: 'Renewals', concurrency: 7, revision: 2, schedule },
      });
      // The other console saved first: nothing is sent, and what differs is told.
      expect(await update({ concurrency: 3 })).toMatchObject({
        outcome: 'refused',
        failure: { code: 'stale' },
        differences: expect.arrayContaining([
          { field: 'name', before: 'Spring renewals', now: 'Renewals' },
          { field: 'concurrency', before: '5', now: '7' },
        ]),
      });
      expect(here.desk().get(campaign.id)).toMatchObject({ value: { concurrency: 7, revision: 2 } });
    });

    it('takes an optional field away', async () => {
      const campaign = await create({ description: 'Short' });
      const result = await here.run(updateAct(here.api, of(campaign), pictured(campaign), { description: null }));
      expect(result.outcome).toBe('done');
      expect((await here.api.campaigns.get(campaign.id)).description).toBeUndefined();
    });

    it('is not asked to change what its state keeps', async () => {
      const campaign = await create();
      await addContacts(here.api, campaign.id, 30);
      await start(campaign);
      const running = await here.api.campaigns.get(campaign.id);
      const result = await here.run(updateAct(here.api, of(running), pictured(running), { callerId: '+15145550199' }));
      expect(result).toMatchObject({
        outcome: 'refused',
        failure: { detail: { reason: 'not-editable', field: 'callerId' } },
      });
      // The creation and the start were sent, the change was not.
      expect(here.journal.records.filter(({ facts }) => facts.phase === 'sending')).toHaveLength(2);
    });

    it('is duplicated and archived; a running one is not', async () => {
      const campaign = await create();
      const copy = await here.run(duplicateAct(here.api, of(campaign), 'Second round'));
      expect(copy).toMatchObject({ outcome: 'done', now: { name: 'Second round', state: 'draft' } });
      await addContacts(here.api, campaign.id, 3);
      await start(campaign);
      const running = await here.api.campaigns.get(campaign.id);
      expect(await here.run(archiveAct(here.api, of(running), { state: 'running' }, undefined))).toMatchObject({
        outcome: 'refused',
        failure: { code: 'conflict', detail: { reason: 'illegal-state' } },
      });
      if (copy.outcome !== 'done' || copy.now === undefined) return expect.unreachable();
      expect(await here.run(archiveAct(here.api, of(copy.now), { state: 'draft' }, undefined))).toMatchObject({
        outcome: 'done',
      });
      expect((await here.api.campaigns.list()).map(({ name }) => name)).toEqual(['Spring renewals']);
    });

    it('is found again when the answer to its creation was lost', async () => {
      await here.at.admin('POST', 'faults', { kind: 'truncated-json', times: 1, operation: 'createCampaign' });
      const result = await here.run(createAct(here.api, here.tenant, await here.draft()));
      await here.at.admin('DELETE', 'faults');
      expect(result).toMatchObject({ outcome: 'done', now: { name: 'Spring renewals' } });
      expect(await here.api.campaigns.list()).toHaveLength(1);
    });
  });

  describe('contacts', () => {
    it('are added while it runs, found, skipped, retried, rescheduled and removed', async () => {
      const campaign = await create();
      const [first = '', second = ''] = await addContacts(here.api, campaign.id, 2);
      const target = { ...of(campaign), expected: { state: 'pending', attempts: 0 } };
      const act = (contact: string, deed: 'skip' | 'retry' | 'reschedule' | 'remove', more = {}) =>
        here.run(contactAct(here.api, { ...target, contact, deed, ...more }));
      expect(await act(first, 'skip')).toMatchObject({ outcome: 'done', now: { state: 'skipped' } });
      expect(await act(first, 'retry')).toMatchObject({
        outcome: 'refused',
        failure: { code: 'stale' },
        differences: [{ field: 'state', before: 'pending', now: 'skipped' }],
      });
      expect(await act(first, 'retry', { expected: { state: 'skipped' } })).toMatchObject({
        outcome: 'done',
        now: { state: 'pending' },
      });
      const later = WEDNESDAY_NOON + 2 * HOUR;
      expect(await act(second, 'reschedule', { at: later })).toMatchObject({
        outcome: 'done',
        now: { state: 'scheduled', nextAttemptAt: later },
      });
      expect(await act(first, 'remove')).toMatchObject({ outcome: 'done' });
      expect((await here.api.contacts.list(campaign.id)).items.map(({ id }) => id)).toEqual([second]);
      const added = await here.run(
        addContactAct(here.api, of(campaign), { phone: '+16045550123', firstName: 'Ada', variables: { policy: '7' } }),
      );
      expect(added).toMatchObject({ outcome: 'done', now: { firstName: 'Ada', variables: { policy: '7' } } });
      expect((await here.api.contacts.list(campaign.id, { text: '604555' })).items).toHaveLength(1);
    });

    it('say why they are not called, and what came of their calls', async () => {
      const campaign = await create();
      const [contact = ''] = await addContacts(here.api, campaign.id, 1);
      expect((await here.api.contacts.get(campaign.id, contact)).notCalledBecause).toEqual({ code: 'draft' });
      await start(campaign);
      here.advance(10 * 60_000);
      const called = await here.api.contacts.get(campaign.id, contact);
      expect(called.attempts).toBe(1);
      expect(called.history).toMatchObject([{ attempt: 1, at: expect.any(Number), unreported: false }]);
      expect(called.history[0]?.transcriptId).toBeDefined();
    });
  });

  describe('the do-not-call list', () => {
    it('takes a number once, gives it back, and imports many with exact counts', async () => {
      const add = () => here.run(addDoNotCallAct(here.api, here.tenant, { phone: '+14165550111', reason: 'Asked to' }));
      expect(await add()).toMatchObject({ outcome: 'done', now: { listed: true } });
      expect(await add()).toMatchObject({ outcome: 'done' });
      const { items } = await here.api.doNotCall.list('+14165550111');
      expect(items).toMatchObject([
        { phone: '+14165550111', reason: 'Asked to', source: 'operator', addedBy: 'Morgan Roy' },
      ]);
      const entries = [{ phone: '+14165550111' }, { phone: '+14165550112' }, { phone: 'nonsense' }];
      expect(await here.api.doNotCall.import(entries)).toMatchObject({
        added: 1,
        alreadyThere: 1,
        invalid: [{ index: 2 }],
      });
      const id = items[0]?.id ?? '';
      expect(await here.run(removeDoNotCallAct(here.api, here.tenant, id, undefined))).toMatchObject({
        outcome: 'done',
      });
      expect((await here.api.doNotCall.list('+14165550111')).items).toEqual([]);
    });
  });

  describe('the blast radius', () => {
    it('is the instance’s own, worked out from the contacts', async () => {
      const campaign = await create();
      await addContacts(here.api, campaign.id, 30, 100);
      await addContacts(here.api, campaign.id, 10, 300, 'America/Vancouver');
      await addContacts(here.api, campaign.id, 5, 400, 'Asia/Tokyo');
      await here.api.doNotCall.import([{ phone: '+14165550100' }, { phone: '+14165550101' }]);
      const other = await create({ name: 'Other' });
      await addContacts(here.api, other.id, 8, 110);
      await start(other);
      await here.run(dispatcherAct(here.api, { ...of(other), verb: 'pause', expected: { state: 'running' } }));
      const radius = await new BlastRadiusReading({
        api: here.api,
        campaignId: campaign.id,
        clock: { now: Date.now },
      }).run();
      expect(radius.done).toBe(true);
      expect(radius.differences.filter(({ what }) => what !== 'finish')).toEqual([]);
      const { ours } = radius;
      expect(ours).toMatchObject({ contacts: 43, dialableNow: 38, doNotCallHits: 2 });
      expect(ours.byZone.map(({ timeZone, contacts, dialableNow }) => [timeZone, contacts, dialableNow])).toEqual([
        ['America/Toronto', 28, 28],
        ['America/Vancouver', 10, 10],
        ['Asia/Tokyo', 5, 0],
      ]);
      expect(ours.byZone.map(({ opensAt, closesAt }) => [opensAt, closesAt])).toEqual(
        radius.theirs?.byZone.map(({ opensAt, closesAt }) => [opensAt, closesAt]),
      );
      expect(ours.overlaps?.map(({ name, contacts }) => [name, contacts])).toEqual([['Other', 8]]);
      expect(ours.finish).toMatchObject({ at: expect.any(Number) });
    });

    it('says what it read only in part, and what it could not read', async () => {
      const campaign = await create();
      await addContacts(here.api, campaign.id, 12);
      await here.at.admin('POST', 'faults', { kind: 'forbidden', operation: 'listDoNotCall' });
      const clock = { now: Date.now };
      const radius = await new BlastRadiusReading({ api: here.api, campaignId: campaign.id, clock, most: 5 }).run();
      await here.at.admin('DELETE', 'faults');
      expect(radius).toMatchObject({
        done: true,
        doNotCall: { done: true, failure: { code: 'forbidden' } },
        differences: [],
        theirs: { dialableNow: 12 },
      });
      expect(radius.ours.doNotCallHits).toBeUndefined();
    });
  });

  it('tells why a verb is refused without sending it, and does not repeat what is done', async () => {
    const campaign = await create();
    await addContacts(here.api, campaign.id, 3);
    const tell = (verb: 'start' | 'pause' | 'resume' | 'stop', state: string) =>
      here.run(dispatcherAct(here.api, { ...of(campaign), verb, expected: { state } }));
    expect(await tell('pause', 'draft')).toMatchObject({
      outcome: 'refused',
      failure: { code: 'conflict', detail: { reason: 'illegal-state', state: 'draft', legalVerbs: ['start'] } },
    });
    expect((await tell('start', 'draft')).outcome).toBe('done');
    expect(await tell('start', 'draft')).toMatchObject({ outcome: 'refused', failure: { code: 'stale' } });
    expect((await tell('pause', 'running')).outcome).toBe('done');
    expect((await tell('pause', 'running')).outcome).toBe('done');
    const sent = here.journal.records.filter(({ facts }) => facts.phase === 'sending');
    // The creation, the start and the first pause.
    expect(sent).toHaveLength(3);
    expect(
      failureOf(await here.api.dispatcher.tell(campaign.id, 'start').catch((thrown: unknown) => thrown)),
    ).toMatchObject({
      code: 'conflict',
      detail: { reason: 'illegal-state', state: 'paused', legalVerbs: ['resume', 'stop'] },
    });
  });

  it('exports contacts and numbers masked and without formulas, and journals how many, not which', async () => {
    const campaign = await create();
    await here.api.contacts.add(campaign.id, { phone: '+14165550123', firstName: '=SUM(A1)', lastName: 'Roy' });
    await here.api.doNotCall.add({ phone: '+14165550124', reason: '+1 416 asked' });
    const holds = () => {
      throw new Error('an export is not held');
    };
    const common = { apiFor: () => here.api, run: here.run, holds, journal: here.journal, me: () => undefined };
    const mask = () => maskOf('numbers');
    const contacts = contactsHandlers({ ...common, mask, refresh: async () => undefined });
    const numbers = doNotCallHandlers({ ...common, mask });
    const { tenant } = here;
    const people = await contacts.export({ ...of(campaign), filter: {}, heads: ['Number', 'First name'] });
    expect(people).toMatchObject({ entries: 1, cut: false });
    expect(people.text).toContain("'+1 ••• ••• 0123,'=SUM(A1),Roy");
    const listed = await numbers.export({ tenant, heads: ['Number'] });
    expect(listed.text).toContain("'+1 ••• ••• 0124,'+1 416 asked");
    const noted = JSON.stringify(here.journal.records);
    expect(noted).toContain('"contacts":1');
    expect(noted).not.toContain('0123');

    const openly = contactsHandlers({ ...common, mask: () => maskOf('none'), refresh: async () => undefined });
    expect((await openly.export({ ...of(campaign), filter: {}, heads: [] })).text).toContain("'+14165550123");
  });
});

function pictured({ state: _s, ...campaign }: Campaign) {
  const { answeringMachine: _a, legalVerbs: _l, ...rest } = campaign;
  return rest;
}

const ORDER = [
  'name',
  'description',
  'flowId',
  'pointOfContactId',
  'callerId',
  'schedule',
  'concurrency',
  'maxAttempts',
  'retry',
  'answeringMachine',
  'requiredVariables',
];
function order(field: string): number {
  return ORDER.indexOf(field);
}
