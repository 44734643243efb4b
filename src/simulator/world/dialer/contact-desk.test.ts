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
