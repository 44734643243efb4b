import { describe, expect, it, vi } from 'vitest';
import { codeOf, unwrap } from '../testing/test-world.ts';
import { ana, testDesk, toronto } from './testing/test-desk.ts';

vi.setConfig({ testTimeout: 120_000 });

const hour = 3_600_000;

describe('contacts', () => {
  it('are found by state, zone, disposition and any part of name, number or external id', () => {
    const { desk, campaign } = testDesk();
    const id = campaign([]);
    const add = (phone: string, firstName: string, lastName: string, externalId: string) =>
      unwrap(desk.contacts.add(id, { phone, firstName, lastName, externalId, variables: {} }));
    const luc = add('+14165550101', 'Étienne', 'LeBlanc', 'acct-7');
    add('+16045550102', 'Mei', 'Chen', 'acct-8');
    add('+15145550103', 'Luc', 'Chénier', 'acct-9');
    unwrap(desk.contacts.skip(id, luc.contactId));
    const names = (filter: object) =>
      unwrap(desk.contacts.list(id, filter, undefined, 10)).items.map(({ firstName }) => firstName);
    expect(names({})).toEqual(['Étienne', 'Mei', 'Luc']);
    expect(names({ state: ['skipped'] })).toEqual(['Étienne']);
    expect(names({ zone: 'America/Vancouver' })).toEqual(['Mei']);
    expect(names({ zone: 'America/Halifax' })).toEqual([]);
    expect(names({ text: 'etienne leb' })).toEqual(['Étienne']);
    expect(names({ text: 'CHEN' })).toEqual(['Mei', 'Luc']);
    expect(names({ text: '5550102' })).toEqual(['Mei']);
    expect(names({ text: 'acct-9', state: ['pending'] })).toEqual(['Luc']);
    expect(names({ disposition: ['completed'] })).toEqual([]);
    expect(unwrap(desk.contacts.list(id, { text: 'chen' }, undefined, 1))).toMatchObject({ total: 2 });
  });

  it('are paged without losing or repeating any while some leave', () => {
    const { desk, campaign } = testDesk();
    const id = campaign(toronto(25));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = unwrap(desk.contacts.list(id, {}, cursor, 4));
      expect(page.items.length).toBeLessThanOrEqual(4);
      seen.push(...page.items.map(({ phone }) => phone));
      const [first] = page.items;
      // The one that has been read leaves: the others keep their places.
      if (first !== undefined) unwrap(desk.contacts.remove(id, first.contactId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(toronto(25));
    expect(codeOf(desk.contacts.list(id, {}, 'nonsense', 4))).toBe('invalid');
  });

  it('keep what they came with, and are refused what does not fit', () => {
    const { desk, campaign } = testDesk();
    const id = campaign([], { requiredVariables: ['visit'] });
    const given = {
      phone: '+14165550101',
      language: 'fr',
      timeZone: 'America/Halifax',
      variables: { visit: 'Tuesday' },
    };
    const made = unwrap(desk.contacts.add(id, given));
    expect(unwrap(desk.contacts.get(id, made.contactId))).toMatchObject({
      ...given,
      attemptHistory: [],
      notCalledBecause: { code: 'draft' },
    });
    for (const wrong of [
      { phone: '4165550101', variables: { visit: 'x' } },
      { phone: '+14165550101', variables: { visit: 'x' } },
      { phone: '+14165550102', variables: {} },
      { phone: '+14165550102', timeZone: 'EST', variables: { visit: 'x' } },
    ]) {
      expect(codeOf(desk.contacts.add(id, wrong))).toBe('invalid');
    }
    expect(codeOf(desk.contacts.get(id, 'ct-1-99'))).toBe('not-found');
    expect(codeOf(desk.contacts.get(id, 'nonsense'))).toBe('not-found');
    expect(codeOf(desk.contacts.get('cmp-99', made.contactId))).toBe('not-found');
  });

  it('are skipped, called again and set to a time, each only where it makes sense', () => {
    const { desk, campaign, contacts, pass, clock } = testDesk();
    const id = campaign(toronto(3), { concurrency: 1 });
    const last = unwrap(desk.contacts.add(id, { phone: '+14165550900', variables: {} })).contactId;
    unwrap(desk.contacts.reschedule(id, last, clock.now() + 100 * hour));
    const [a, b, c] = contacts(id).map(({ contactId }) => contactId);
    if (a === undefined || b === undefined || c === undefined) throw new Error('three were added');
    expect(unwrap(desk.contacts.skip(id, a)).state).toBe('skipped');
    expect(codeOf(desk.contacts.skip(id, a))).toBe('illegal-state');
    expect(codeOf(desk.contacts.reschedule(id, b, clock.now()))).toBe('invalid');
    const at = clock.now() + hour;
    expect(unwrap(desk.contacts.reschedule(id, b, at))).toMatchObject({
      state: 'scheduled',
      nextAttemptAt: new Date(at).toISOString(),
    });
    unwrap(desk.drive(id, 'start', {}, ana));
    pass(1_000);
    for (const verb of ['skip', 'retry', 'remove'] as const) expect(codeOf(desk.contacts[verb](id, c))).toBe('in-call');
    expect(codeOf(desk.contacts.reschedule(id, c, at))).toBe('in-call');
    pass(hour / 2, 1_000);
    expect(contacts(id).map(({ attempts }) => attempts > 0)).toEqual([false, false, true, false]);
    expect(unwrap(desk.contacts.get(id, b)).notCalledBecause).toEqual({
      code: 'retry-wait',
      until: new Date(at).toISOString(),
    });
    expect(unwrap(desk.contacts.retry(id, a)).state).toBe('pending');
    pass(hour / 2 + 30_000, 1_000);
    const [first, second] = contacts(id);
    expect([first?.attempts, second?.attempts]).toEqual([1, 1]);
    unwrap(desk.doNotCall.add({ phone: '+14165550900' }, ana));
    for (const verb of ['skip', 'retry'] as const) expect(codeOf(desk.contacts[verb](id, last))).toBe('illegal-state');
    expect(unwrap(desk.contacts.get(id, last)).notCalledBecause).toEqual({ code: 'do-not-call' });
    unwrap(desk.contacts.add(id, { phone: '+14165550901', variables: {} }));
    unwrap(desk.drive(id, 'stop', { callsInProgress: 'hang-up' }, ana));
    for (const verb of ['skip', 'retry'] as const) expect(codeOf(desk.contacts[verb](id, a))).toBe('illegal-state');
    expect(codeOf(desk.contacts.add(id, { phone: '+14165559999', variables: {} }))).toBe('illegal-state');
    expect(unwrap(desk.contacts.remove(id, a))).toBe(true);
    expect(codeOf(desk.contacts.remove(id, a))).toBe('not-found');
  });

  it('say why they are not called, in every state of their campaign', () => {
    const { desk, campaign, contacts, clock } = testDesk();
    const id = campaign(toronto(1));
    const because = () => unwrap(desk.contacts.get(id, contacts(id)[0]?.contactId ?? '')).notCalledBecause;
    expect(because()).toEqual({ code: 'draft' });
    const startsAt = new Date(clock.now() + hour).toISOString();
    const { schedule } = unwrap(desk.get(id));
    unwrap(desk.update(id, { schedule: { ...schedule, startsAt } }, undefined));
    unwrap(desk.drive(id, 'start', {}, ana));
    expect(because()).toEqual({ code: 'not-started', until: startsAt });
    unwrap(desk.drive(id, 'pause', { reason: 'Lunch' }, ana));
    expect(unwrap(desk.dispatcher(id)).pausedBy).toMatchObject({ ...ana, reason: 'Lunch' });
    expect(because()).toEqual({ code: 'paused' });
    unwrap(desk.drive(id, 'stop', {}, ana));
    expect(because()).toEqual({ code: 'campaign-ended' });
  });
});

describe('a forecast', () => {
  it('tells who can be called now, zone by zone, who overlaps, and when it would be done', () => {
    const { desk, campaign } = testDesk({}, { startAt: Date.parse('2026-03-10T13:30:00Z') });
    const office = { ...unwrap(desk.get(campaign([]))).schedule, windowStart: '09:00', windowEnd: '17:00' };
    const phones = [...toronto(30), '+16045550101', '+16045550102', '+19025550101'];
    const id = campaign(phones, { schedule: office });
    const other = campaign([...toronto(10), '+16045550101'], { name: 'Other' });
    expect(unwrap(desk.forecast(id)).overlaps).toEqual([]);
    unwrap(desk.drive(other, 'start', {}, ana));
    unwrap(desk.doNotCall.add({ phone: '+16045550101' }, ana));
    const forecast = unwrap(desk.forecast(id));
    expect(forecast).toMatchObject({ dialableNow: 31, doNotCallHits: 1 });
    expect(forecast.byZone).toEqual([
      { timeZone: 'America/Toronto', contacts: 30, dialableNow: 30, closesAt: '2026-03-10T21:00:00.000Z' },
      { timeZone: 'America/Vancouver', contacts: 1, dialableNow: 0, opensAt: '2026-03-10T16:00:00.000Z' },
      { timeZone: 'America/Halifax', contacts: 1, dialableNow: 1, closesAt: '2026-03-10T20:00:00.000Z' },
    ]);
    expect(forecast.overlaps).toEqual([{ campaignId: other, name: 'Other', contacts: 10 }]);
    expect(Date.parse(forecast.estimatedEndAt ?? '')).toBeGreaterThan(Date.parse('2026-03-10T16:00:00Z'));
    expect(Date.parse(forecast.estimatedEndAt ?? '')).toBeLessThan(Date.parse('2026-03-10T16:10:00Z'));
  });
});

describe('settings', () => {
  it('can be changed only where the state allows it, and tell beforehand where', () => {
    const { desk, campaign } = testDesk();
    const id = campaign(toronto(3));
    const changes = {
      name: 'Other name',
      description: 'Other words',
      flowId: 'service-notice',
      callerId: '+14165550199',
      concurrency: 2,
      maxAttempts: 5,
      answeringMachine: 'hang-up',
      requiredVariables: ['x'],
      retry: {},
    } as const;
    const tried = () =>
      Object.entries(changes)
        .filter(([field, value]) => codeOrOk(desk.update(id, { [field]: value }, undefined)) === 'ok')
        .map(([field]) => field);
    const told = () => unwrap(desk.get(id)).editable.filter((field) => Object.hasOwn(changes, field));
    const draftTold = told();
    expect(tried().sort()).toEqual(draftTold.toSorted());
    for (const verb of ['start', 'pause', 'stop'] as const) {
      unwrap(desk.drive(id, verb, {}, ana));
      // Others than those that stand there now, or nothing would be changed.
      unwrap(desk.get(id));
      for (const [field, value] of Object.entries({
        name: verb,
        concurrency: verb.length,
        flowId: 'outage-report',
        callerId: `+1416555012${verb.length}`,
      })) {
        const allowed = unwrap(desk.get(id)).editable.includes(field);
        const answer = desk.update(id, { [field]: value }, undefined);
        expect([verb, field, codeOrOk(answer)]).toEqual([verb, field, allowed ? 'ok' : 'not-editable']);
        if (!answer.ok) expect(answer.details).toMatchObject([{ path: field }]);
      }
    }
  });

  it('are not overwritten by somebody who has not seen the last change', () => {
    const { desk, campaign } = testDesk();
    const id = campaign(toronto(1));
    const seen = unwrap(desk.get(id)).revision;
    unwrap(desk.update(id, { name: 'First' }, seen));
    expect(desk.update(id, { name: 'Second' }, seen)).toMatchObject({ code: 'stale-revision', revision: seen + 1 });
    expect(desk.drive(id, 'start', { expectedRevision: seen }, ana)).toMatchObject({ code: 'stale-revision' });
    expect(unwrap(desk.drive(id, 'start', { expectedRevision: seen + 1 }, ana)).revision).toBe(seen + 2);
    expect(desk.archive(id)).toMatchObject({ code: 'illegal-state', legalVerbs: ['pause', 'stop'] });
  });
});

function codeOrOk(result: { readonly ok: boolean; readonly code?: string }): string {
  return result.ok ? 'ok' : (result.code ?? '');
}

describe('imports', () => {
  it('are given up when they are forgotten, and stay after a day', () => {
    const { desk, campaign, pass, contacts } = testDesk();
    const id = campaign([]);
    const input = { fileName: 'x.csv', sizeBytes: 100, mode: 'append', columns: ['phone'] } as const;
    const forgotten = unwrap(desk.manifests.create(id, input, ana));
    const bytes = Buffer.from('phone\n+14165550101\n');
    const kept = unwrap(desk.manifests.take(id, { fileName: 'y.csv', mode: 'append', bytes }, ana));
    pass(24 * hour + 60_000, 60_000);
    expect(unwrap(desk.manifests.get(id, forgotten.uploadId)).state).toBe('cancelled');
    expect(codeOf(desk.manifests.cancel(id, kept.uploadId))).toBe('not-reversible');
    expect(unwrap(desk.manifests.get(id, kept.uploadId)).reversibleUntil).toBeUndefined();
    expect(contacts(id)).toHaveLength(1);
  });

  it('check every row, each fault by its code', () => {
    const { desk, campaign, pass } = testDesk();
    const id = campaign([], { requiredVariables: ['visit'] });
    unwrap(desk.contacts.add(id, { phone: '+14165550150', variables: { visit: 'Friday' } }));
    const rows = [
      'phone,timeZone,firstName,visit',
      '+14165550101,America/Halifax,Ana,Tuesday',
      '+14165550102,Atlantic/Nowhere,Ana,Tuesday',
      '+14165550103,,Ana,',
      ',,Ana,Tuesday',
      '',
      ',,,',
      '+14165550104,,"Ana,Tuesday',
    ];
    const more = [
      '+14165550105,,Ana,Tuesday,,',
      '+14165550106,,Ana,Tuesday,surplus',
      `+14165550107,,${'A'.repeat(2_001)},Tuesday`,
      '+14165550150,,Ana,Tuesday',
      '+14165550101,,Ana,Tuesday',
      '1.4165E+10,,Ana,Tuesday',
    ];
    const text = `\uFEFF${[...rows.slice(0, 7), ...more, ...rows.slice(7)].join('\r\n')}`;
    const { uploadId } = unwrap(
      desk.manifests.take(id, { fileName: 'x.csv', mode: 'append', bytes: Buffer.from(text) }, ana),
    );
    pass(40, 20);
    const { counts, state } = unwrap(desk.manifests.get(id, uploadId));
    expect([state, counts]).toEqual([
      'partially-accepted',
      { rows: 13, accepted: 2, duplicate: 2, invalid: 6, empty: 3, doNotCall: 0 },
    ]);
    const { items } = unwrap(desk.manifests.errors(id, uploadId, undefined, 100));
    expect(items.map(({ row, code, column }) => [row, code, column])).toEqual([
      [2, 'time-zone-unknown', 'timeZone'],
      [3, 'variable-missing', 'visit'],
      [4, 'phone-missing', 'phone'],
      [5, 'empty-row', undefined],
      [6, 'empty-row', undefined],
      [8, 'too-many-cells', undefined],
      [9, 'too-long', 'firstName'],
      [10, 'duplicate-in-campaign', 'phone'],
      [11, 'duplicate-in-file', 'phone'],
      [12, 'phone-invalid', 'phone'],
      [13, 'malformed-quotes', undefined],
    ]);
  });
});
