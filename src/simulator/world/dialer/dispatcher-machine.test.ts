import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CampaignState, DispatcherVerb } from '../campaign-port.ts';
import { codeOf } from '../testing/test-world.ts';
import { isFinal, legalVerbs, type MachineEvent, move, type Position, verbs } from './dispatcher-machine.ts';
import { ana, testDesk, toronto } from './testing/test-desk.ts';

const events: readonly MachineEvent[] = [...verbs, 'start-time', 'end-time', 'all-final', 'drained', 'broke'];
const start: Position = { state: 'draft', drainsTo: undefined };

/** What is agreed upon: which verbs are legal where. */
const agreed: Readonly<Record<CampaignState, readonly DispatcherVerb[]>> = {
  draft: ['start'],
  scheduled: ['pause', 'stop'],
  running: ['pause', 'stop'],
  paused: ['resume', 'stop'],
  draining: ['stop'],
  completed: [],
  stopped: [],
  failed: [],
};

describe('the machine', () => {
  it('reaches every state, and has exactly the agreed verbs in each', () => {
    const seen = new Map<string, Position>([[JSON.stringify(start), start]]);
    for (const position of seen.values()) {
      for (const event of events) {
        for (const startsLater of [false, true]) {
          const next = move(position, event, { startsLater });
          if (next !== undefined) seen.set(JSON.stringify(next), next);
        }
      }
    }
    const states = new Set([...seen.values()].map(({ state }) => state));
    expect([...states].sort()).toEqual(Object.keys(agreed).sort());
    for (const state of states) expect(legalVerbs(state)).toEqual(agreed[state]);
  });

  it('never leaves a final state, and accepts no verb that it does not name as legal', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...events), fc.boolean())), (steps) => {
        let position = start;
        for (const [event, startsLater] of steps) {
          const next = move(position, event, { startsLater });
          const verb = verbs.find((each) => each === event);
          if (verb !== undefined) expect(next !== undefined).toBe(legalVerbs(position.state).includes(verb));
          if (isFinal(position.state)) expect(next).toBeUndefined();
          if (next === undefined) continue;
          expect(next.drainsTo !== undefined).toBe(next.state === 'draining');
          position = next;
        }
      }),
    );
  });

  it('drains to where it was sent', () => {
    const running: Position = { state: 'running', drainsTo: undefined };
    const now = { startsLater: false };
    const through = (event: MachineEvent) => {
      const draining = move(running, event, now);
      return draining && move(draining, 'drained', now)?.state;
    };
    expect([through('stop'), through('all-final'), through('end-time')]).toEqual(['stopped', 'completed', 'completed']);
    expect(move({ state: 'draining', drainsTo: 'completed' }, 'stop', now)).toEqual({
      state: 'draining',
      drainsTo: 'stopped',
    });
  });

  it('waits for its time, held or not', () => {
    const later = { startsLater: true };
    expect(move(start, 'start', later)?.state).toBe('scheduled');
    expect(move({ state: 'scheduled', drainsTo: undefined }, 'pause', later)?.state).toBe('paused');
    expect(move({ state: 'paused', drainsTo: undefined }, 'resume', later)?.state).toBe('scheduled');
    expect(move({ state: 'scheduled', drainsTo: undefined }, 'start-time', later)?.state).toBe('running');
  });
});

describe('a dispatcher of the world', () => {
  it('does what the machine says, whatever is asked of it and whatever befalls it', () => {
    const command = fc.oneof(
      fc.record({ verb: fc.constantFrom(...verbs), hangUp: fc.boolean(), pass: fc.integer({ min: 0, max: 4_000 }) }),
      fc.record({ verb: fc.constant('break' as const), hangUp: fc.boolean(), pass: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), fc.boolean(), (commands, later) => {
        const { desk, campaign, pass, clock } = testDesk();
        const startsAt = new Date(clock.now() + 6_000).toISOString();
        const id = campaign(toronto(8));
        if (later) {
          const found = desk.get(id);
          if (found.ok) desk.update(id, { schedule: { ...found.value.schedule, startsAt } }, undefined);
        }
        for (const { verb, hangUp, pass: ms } of commands) {
          pass(ms);
          const before = desk.dispatcher(id);
          if (!before.ok) throw new Error(before.message);
          if (verb === 'break') {
            desk.fail(id, 'refused');
            continue;
          }
          const legal = before.value.legalVerbs.includes(verb);
          const after = desk.drive(id, verb, hangUp ? { callsInProgress: 'hang-up' } : {}, ana);
          expect(after.ok).toBe(legal);
          expect(before.value.legalVerbs).toEqual(agreed[before.value.state]);
          if (!after.ok) {
            expect(codeOf(after)).toBe('illegal-state');
            expect(after).toMatchObject({ state: before.value.state, legalVerbs: before.value.legalVerbs });
            expect(desk.dispatcher(id)).toEqual(before);
            continue;
          }
          // Nobody who is paused, stopped or failed is being called anew.
          const { callsInProgress } = after.value;
          if (verb === 'stop' && hangUp) expect([after.value.state, callsInProgress]).toEqual(['stopped', 0]);
          if (verb === 'pause') expect(callsInProgress).toBe(before.value.callsInProgress);
        }
      }),
      { numRuns: 60 },
    );
  });
});
