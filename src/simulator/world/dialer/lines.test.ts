import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { unwrap } from '../testing/test-world.ts';
import { watch } from '../testing/witness.ts';
import { ana, testDesk, toronto } from './testing/test-desk.ts';

// Whole campaigns are played here; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const minute = 60_000;

describe('the lines of the tenant', () => {
  it('are shared in turn; who finds none free waits in the queue and does not fail', () => {
    const { desk, campaign, contacts, pass } = testDesk({ lines: 6, pace: 50 });
    const [a, b] = [campaign(toronto(200), { concurrency: 5 }), campaign(toronto(200, 500), { concurrency: 5 })];
    for (const id of [a, b]) unwrap(desk.drive(id, 'start', {}, ana));
    pass(3_000);
    expect(desk.voice).toEqual({ cap: 6, inUse: 6, queued: 4 });
    const [one, other] = [a, b].map((id) => unwrap(desk.dispatcher(id)));
    expect([one?.callsInProgress, one?.queued, other?.callsInProgress, other?.queued]).toEqual([3, 2, 3, 2]);
    expect(one).toMatchObject({ tenantCap: 6, tenantInUse: 6 });
    const codes = contacts(a).map(({ contactId }) => unwrap(desk.contacts.get(a, contactId)).notCalledBecause?.code);
    expect(codes.slice(0, 6)).toEqual([undefined, undefined, undefined, 'queue', 'queue', 'concurrency']);
    unwrap(desk.drive(a, 'pause', {}, ana));
    expect(unwrap(desk.dispatcher(a)).queued).toBe(0);
    pass(5 * minute);
    expect(unwrap(desk.dispatcher(a)).callsInProgress).toBe(0);
    expect(unwrap(desk.dispatcher(b)).callsInProgress).toBe(5);
    unwrap(desk.drive(a, 'resume', {}, ana));
    pass(minute);
    // Whoever was waiting in the queue comes first again.
    expect(contacts(a)[3]?.attempts).toBe(1);
    expect(desk.voice.inUse).toBe(6);
  });

  it('are held by calls that never report back, until they are given up or reported', () => {
    const { desk, campaign, contacts, pass, progress, world } = testDesk({ unreportedShare: 1 });
    const id = campaign(toronto(20), { concurrency: 3 });
    unwrap(desk.drive(id, 'start', {}, ana));
    pass(3 * minute);
    expect(unwrap(desk.dispatcher(id))).toMatchObject({ state: 'running', callsInProgress: 3, unreported: 3 });
    expect(unwrap(desk.get(id)).estimatedEndAt).toBeUndefined();
    expect(world.conversations()).toEqual([]);
    const moved = unwrap(desk.dispatcher(id)).lastMovementAt;
    pass(30 * minute, 1_000);
    expect(unwrap(desk.dispatcher(id)).lastMovementAt).toBe(moved);
    const [first, second, third] = contacts(id);
    const detail = unwrap(desk.contacts.get(id, first?.contactId ?? ''));
    expect(detail).toMatchObject({ state: 'dialing', attemptHistory: [{ attempt: 1, unreported: true }] });
    expect(detail.attemptHistory[0]?.disposition).toBeUndefined();
    expect(unwrap(desk.contacts.skip(id, first?.contactId ?? '')).state).toBe('skipped');
    expect(unwrap(desk.contacts.retry(id, second?.contactId ?? '')).state).toBe('pending');
    expect(desk.voice.inUse).toBe(1);
    unwrap(desk.reportCalls(id));
    expect(contacts(id)[2]).toMatchObject({
      contactId: third?.contactId,
      state: 'waiting-retry',
      disposition: 'failed',
    });
    expect(desk.voice.inUse).toBe(0);
    pass(5 * minute);
    expect(unwrap(desk.drive(id, 'stop', {}, ana)).state).toBe('draining');
    expect(unwrap(desk.drive(id, 'stop', { callsInProgress: 'hang-up' }, ana))).toMatchObject({
      state: 'stopped',
      unreported: 0,
    });
    expect(progress(id)).toMatchObject({ dialing: 0, inCall: 0 });
    expect(desk.voice.inUse).toBe(0);
  });

  it('are given back by the calls that are hung up, but not by those in the hands of a person', () => {
    const { desk, world, campaign, pass } = testDesk();
    const id = campaign(toronto(20));
    unwrap(desk.drive(id, 'start', {}, ana));
    pass(20_000);
    const live = world.conversations();
    const taken = live[0]?.transcriptId ?? '';
    unwrap(world.takeOver(taken, ana));
    const stopped = unwrap(desk.drive(id, 'stop', { callsInProgress: 'hang-up' }, ana));
    expect(stopped).toMatchObject({ state: 'draining', callsInProgress: 1 });
    expect(world.conversations().map(({ transcriptId }) => transcriptId)).toEqual([taken]);
    unwrap(world.setStatus(taken, ana, 'completed'));
    pass(200);
    expect(unwrap(desk.dispatcher(id)).state).toBe('stopped');
    expect(world.get(live[1]?.transcriptId ?? '')?.messages.at(-1)?.text).toMatch(/campaign was stopped|campagne/);
  });
});

describe('whatever happens', () => {
  it('the books agree: contacts, attempts, lines', () => {
    const act = fc.constantFrom(
      'start',
      'pause',
      'resume',
      'stop',
      'skip',
      'retry',
      'later',
      'remove',
      'add',
      'dnc',
      'lose',
      'report',
      'hang-up',
    );
    const steps = fc.array(fc.tuple(act, fc.nat(30), fc.integer({ min: 0, max: 90_000 })), { maxLength: 25 });
    fc.assert(
      fc.property(fc.integer(), steps, (seed, plan) => {
        const { desk, campaign, contacts, pass, clock, world } = testDesk(
          { lines: 4, pace: 5, unreportedShare: 0.1 },
          { seed },
        );
        const witness = watch(world);
        const ids = [campaign(toronto(15), { concurrency: 3 }), campaign(toronto(15, 8), { concurrency: 3 })];
        unwrap(desk.drive(ids[0] ?? '', 'start', {}, ana));
        for (const [what, which, ms] of plan) {
          pass(ms, 1_000);
          const id = ids[which % 2] ?? '';
          const contact = contacts(id)[which]?.contactId ?? 'ct-0-0';
          if (what === 'skip') desk.contacts.skip(id, contact);
          else if (what === 'retry') desk.contacts.retry(id, contact);
          else if (what === 'later') desk.contacts.reschedule(id, contact, clock.now() + 30_000);
          else if (what === 'remove') desk.contacts.remove(id, contact);
          else if (what === 'add') desk.contacts.add(id, { phone: toronto(1, 100 + which)[0] ?? '', variables: {} });
          else if (what === 'dnc') desk.doNotCall.add({ phone: toronto(1, which)[0] ?? '' }, ana);
          else if (what === 'lose') desk.loseCalls(id, 1);
          else if (what === 'report') desk.reportCalls(id);
          else if (what === 'hang-up') desk.drive(id, 'stop', { callsInProgress: 'hang-up' }, ana);
          else desk.drive(id, what, {}, ana);

          let held = 0;
          for (const each of ids) {
            const { progress, attempts, outcomes, state } = unwrap(desk.get(each));
            const { total, ...parts } = progress;
            expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total);
            expect(contacts(each)).toHaveLength(total);
            const dispatcher = unwrap(desk.dispatcher(each));
            expect(dispatcher.callsInProgress).toBe(progress.dialing + progress.inCall);
            expect(dispatcher.callsInProgress).toBeLessThanOrEqual(3);
            const ended = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
            expect(ended + dispatcher.callsInProgress).toBeLessThanOrEqual(attempts);
            if (['completed', 'stopped', 'draft'].includes(state)) expect(dispatcher.callsInProgress).toBe(0);
            held += dispatcher.callsInProgress;
          }
          expect(desk.voice.inUse).toBe(held);
          expect(held).toBeLessThanOrEqual(4);
        }
        expect(witness.faults).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
