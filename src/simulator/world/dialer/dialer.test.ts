import { describe, expect, it, vi } from 'vitest';
import { unwrap } from '../testing/test-world.ts';
import { watch } from '../testing/witness.ts';
import { ana, anyHour, testDesk, toronto } from './testing/test-desk.ts';

// Whole campaigns are played here; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const minute = 60_000;

describe('a running campaign', () => {
  it('makes each call an outbound conversation that names it, shows on the stream and is a transcript afterwards', () => {
    const { desk, world, campaign, contacts, pass } = testDesk();
    const witness = watch(world);
    const id = campaign(toronto(12), { name: 'Spring reminders', concurrency: 4 });
    unwrap(desk.drive(id, 'start', {}, ana));
    pass(2_000);
    const [live] = world.conversations();
    expect(live).toMatchObject({
      platform: 'voice',
      direction: 'outbound',
      contact: { display: '+14165550000' },
      flow: { id: 'payment-reminder' },
      tags: [{ name: 'Campaign', value: 'Spring reminders' }],
    });
    expect(live?.parameters).toContainEqual({ name: 'campaignId', value: id, source: 'asserted' });
    pass(20 * minute);
    expect(witness.faults).toEqual([]);
    const ended = witness.events.filter(({ type }) => type === 'conversation.ended');
    expect(ended.length).toBeGreaterThanOrEqual(12);
    for (const contact of contacts(id)) {
      const { attemptHistory } = unwrap(desk.contacts.get(id, contact.contactId));
      expect(attemptHistory.length).toBe(contact.attempts);
      const last = attemptHistory.at(-1);
      const transcript = world.get(last?.transcriptId ?? '');
      expect(transcript?.contact.display).toBe(contact.phone);
      expect(transcript?.endedAt).toBe(last?.endedAt);
      expect(last?.disposition).toBe(/^[a-z-]+$/.test(transcript?.status ?? '') ? transcript?.status : 'human-handoff');
    }
  });

  it('completes once every contact is final, with the documented dispositions', () => {
    const { desk, campaign, pass, progress } = testDesk({ pace: 20, lines: 60 });
    const id = campaign(toronto(250), { concurrency: 60 });
    unwrap(desk.drive(id, 'start', {}, ana));
    pass(5 * 3_600_000, 1_000);
    const { state, outcomes, attempts, endedAt, legalVerbs } = unwrap(desk.get(id));
    expect([state, legalVerbs]).toEqual(['completed', []]);
    expect(endedAt).toBeDefined();
    const { total, done, unreachable, doNotCall } = progress(id);
    expect(done + unreachable + doNotCall).toBe(total);
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(attempts);
    expect(Object.keys(outcomes)).toEqual(
      expect.arrayContaining([
        'completed',
        'no-answer',
        'busy',
        'failed',
        'human-handoff',
        'abandoned',
        'unsubscribed',
        'answering-machine-message-left',
      ]),
    );
  });

  it('calls each contact by its own clock, the one whose window closes first first', () => {
    const { desk, campaign, contacts, pass } = testDesk({}, { startAt: Date.parse('2026-03-10T12:58:00Z') });
    const schedule = { ...anyHour.schedule, windowStart: '09:00', windowEnd: '17:00' };
    const phones = ['+16045550101', '+14165550101', '+19025550101', '+17095550101'];
    const id = campaign(phones, { schedule, concurrency: 1, maxAttempts: 1 });
    unwrap(desk.drive(id, 'start', {}, ana));
    pass(1_000);
    const state = (phone: string) => contacts(id).find((each) => each.phone === phone)?.state;
    expect(phones.map(state)).toEqual(['pending', 'pending', 'pending', 'dialing']);
    const [pacific, east] = contacts(id);
    expect(unwrap(desk.contacts.get(id, pacific?.contactId ?? '')).notCalledBecause).toEqual({
      code: 'outside-window',
      until: '2026-03-10T16:00:00.000Z',
    });
    expect(unwrap(desk.contacts.get(id, east?.contactId ?? '')).notCalledBecause?.until).toBe(
      '2026-03-10T13:00:00.000Z',
    );
    pass(12 * minute);
    expect(phones.map(state).filter((each) => each === 'pending')).toEqual(['pending']);
    expect(state('+16045550101')).toBe('pending');
    pass(3.2 * 3_600_000, 1_000);
    expect(state('+16045550101')).not.toBe('pending');
    expect(unwrap(desk.get(id)).nextWindowCloses).toEqual([]);
  });

  it('keeps days and holidays by the contact’s calendar', () => {
    const saturday = Date.parse('2026-03-14T18:00:00Z');
    const { desk, campaign, contacts, pass } = testDesk({}, { startAt: saturday });
    const schedule = { ...anyHour.schedule, days: ['mon', 'tue'] as const, holidays: ['2026-03-16'] };
    const id = campaign(toronto(1), { schedule });
    unwrap(desk.drive(id, 'start', {}, ana));
    pass(minute, 1_000);
    const [contact] = contacts(id);
    const because = () => unwrap(desk.contacts.get(id, contact?.contactId ?? '')).notCalledBecause;
    expect(because()).toEqual({ code: 'day-off', until: '2026-03-17T04:00:00.000Z' });
    pass(2 * 24 * 3_600_000, 10_000);
    expect(because()).toEqual({ code: 'holiday', until: '2026-03-17T04:00:00.000Z' });
    pass(12 * 3_600_000, 10_000);
    expect(contacts(id)[0]?.attempts).toBe(1);
  });

  it('tries again by outcome, not before its time, not beyond the most attempts', () => {
    const { desk, campaign, contacts, pass, clock } = testDesk({ pace: 10 });
    const retry = { 'no-answer': { afterMinutes: 7 }, busy: { afterMinutes: 3 } };
    const id = campaign(toronto(60), { concurrency: 20, maxAttempts: 2, retry });
    unwrap(desk.drive(id, 'start', {}, ana));
    pass(2 * minute);
    const waiting = contacts(id).find(({ state }) => state === 'waiting-retry');
    expect(Date.parse(waiting?.nextAttemptAt ?? '')).toBeGreaterThan(clock.now());
    const detail = unwrap(desk.contacts.get(id, waiting?.contactId ?? ''));
    expect(detail.notCalledBecause).toEqual({ code: 'retry-wait', until: waiting?.nextAttemptAt });
    pass(40 * minute, 500);
    for (const { contactId, state, disposition } of contacts(id)) {
      const { attemptHistory, attempts } = unwrap(desk.contacts.get(id, contactId));
      expect(attempts).toBeLessThanOrEqual(2);
      const [first, second] = attemptHistory;
      if (second !== undefined) {
        const minutes = first?.disposition === 'busy' ? 3 : 7;
        expect(['busy', 'no-answer']).toContain(first?.disposition);
        expect(Date.parse(second.at) - Date.parse(first?.endedAt ?? '')).toBeGreaterThanOrEqual(minutes * minute);
      }
      if (state === 'unreachable') expect(['busy', 'no-answer', 'failed']).toContain(disposition);
      if (disposition === 'failed') expect(attempts === 1 || first?.disposition !== 'failed').toBe(true);
    }
  });

  it.each([
    ['leave-message', ['answering-machine-message-left'], 'done'],
    ['hang-up', ['answering-machine-no-message'], 'unreachable'],
    ['retry', ['answering-machine-no-message'], 'waiting-retry'],
  ] as const)('does with answering machines as told: %s', (answeringMachine, dispositions, state) => {
    const { desk, campaign, contacts, pass } = testDesk({ pace: 20, lines: 50 });
    const retry = { 'answering-machine': { afterMinutes: 600 } };
    const id = campaign(toronto(120), { concurrency: 50, answeringMachine, retry });
    unwrap(desk.drive(id, 'start', {}, ana));
    pass(15 * minute, 500);
    const machines = contacts(id).filter(({ disposition }) => disposition?.startsWith('answering-machine'));
    expect(machines.length).toBeGreaterThan(5);
    expect([...new Set(machines.map(({ disposition }) => disposition))]).toEqual(dispositions);
    expect([...new Set(machines.map((each) => each.state))]).toEqual([state]);
  });

  it('ends by itself when its time is over, and begins by itself when it has come', () => {
    const { desk, campaign, pass, clock, progress } = testDesk();
    const startsAt = new Date(clock.now() + minute).toISOString();
    const endsAt = new Date(clock.now() + 3 * minute).toISOString();
    const id = campaign(toronto(100), { schedule: { ...anyHour.schedule, startsAt, endsAt } });
    expect(unwrap(desk.drive(id, 'start', {}, ana))).toMatchObject({
      state: 'scheduled',
      legalVerbs: ['pause', 'stop'],
    });
    pass(minute - 1_000);
    expect(progress(id)).toMatchObject({ pending: 100 });
    pass(2_000);
    expect(unwrap(desk.dispatcher(id)).state).toBe('running');
    pass(2 * minute);
    expect(unwrap(desk.dispatcher(id)).state).toBe('draining');
    const { attempts } = unwrap(desk.get(id));
    pass(10 * minute);
    expect(unwrap(desk.get(id))).toMatchObject({ state: 'completed', attempts });
    expect(progress(id).pending).toBeGreaterThan(50);
  });
});

describe('the do-not-call list', () => {
  it('holds at once in every campaign, and lets go when an entry is taken away or runs out', () => {
    const { desk, campaign, contacts, pass, clock } = testDesk();
    const phones = toronto(3);
    const ids = [campaign(phones), campaign(phones)];
    const states = () => ids.map((id) => contacts(id).map(({ state }) => state));
    const { entry } = unwrap(desk.doNotCall.add({ phone: phones[1] ?? '', reason: 'Asked' }, ana));
    unwrap(desk.doNotCall.add({ phone: phones[2] ?? '', expiresAt: clock.now() + minute }, ana));
    expect(states()).toEqual([
      ['pending', 'do-not-call', 'do-not-call'],
      ['pending', 'do-not-call', 'do-not-call'],
    ]);
    expect(unwrap(desk.forecast(ids[0] ?? '')).doNotCallHits).toBe(2);
    const late = campaign(phones);
    expect(contacts(late).map(({ state }) => state)).toEqual(['pending', 'do-not-call', 'do-not-call']);
    unwrap(desk.doNotCall.remove(entry.entryId));
    pass(minute);
    expect(states()[0]).toEqual(['pending', 'pending', 'pending']);
    expect(unwrap(desk.doNotCall.list(undefined, undefined, 10)).total).toBe(0);
  });

  it('takes in whoever asks for it in a call', () => {
    const { desk, campaign, contacts, pass } = testDesk({ pace: 30, lines: 80 });
    const id = campaign(toronto(250), { concurrency: 80 });
    const other = campaign(toronto(250));
    unwrap(desk.drive(id, 'start', {}, ana));
    pass(20 * minute, 500);
    const gone = contacts(id).filter(({ disposition }) => disposition === 'unsubscribed');
    expect(gone.length).toBeGreaterThan(0);
    const { items } = unwrap(desk.doNotCall.list(undefined, undefined, 1_000));
    expect(items.map(({ phone }) => phone).sort()).toEqual(gone.map(({ phone }) => phone).sort());
    expect(items[0]).toMatchObject({ source: 'unsubscribed', addedBy: { name: 'Nova' } });
    const kept = contacts(other).filter(({ state }) => state === 'do-not-call');
    expect(kept.map(({ phone }) => phone).sort()).toEqual(gone.map(({ phone }) => phone).sort());
  });
});
