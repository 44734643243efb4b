import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Rng } from './random.ts';
import { tenantOf, testWorld } from './testing/test-world.ts';
import { watch } from './testing/witness.ts';
import type { Actor, TenantWorld } from './world-port.ts';

// Whole worlds are played here; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const actors: readonly Actor[] = [
  { id: 'u-avery', name: 'Avery Tremblay' },
  { id: 'u-morgan', name: 'Morgan Roy' },
];

/** Some operator does something to some conversation; whether it is allowed is the world's business. */
function meddle(tenant: TenantWorld, rng: Rng, known: string[]): void {
  const live = tenant.conversations();
  const some = live[rng.int(0, Math.max(0, live.length - 1))];
  const id = rng.chance(0.6) && known.length > 0 ? rng.pick(known) : (some?.transcriptId ?? 'c-0');
  const actor = rng.pick(actors);
  const act = rng.int(0, 9);
  if (act <= 2) {
    if (tenant.takeOver(id, actor).ok) known.push(id);
  } else if (act <= 4) tenant.addCsrMessage(id, actor, { text: 'Looking into it now.' });
  else if (act === 5) tenant.handBack(id, actor, { note: 'Refund approved' });
  else if (act === 6) tenant.setStatus(id, actor, 'completed');
  else if (act === 7) tenant.transfer(id, actor, { internalContactId: tenant.internalContacts()[0]?.id ?? '' });
  else if (act === 8) tenant.sendMessage(id, { text: 'Any news on my case?' });
  else {
    const made = tenant.createWebchat({ contactName: 'Test Visitor', text: 'My bill looks wrong' });
    if (made.ok) known.push(made.value.transcriptId);
  }
}

describe('whatever the seed and whatever operators do', () => {
  it('the stream tells one consistent story', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(undefined, 30, 400),
        (seed, places, rate) => {
          const world = testWorld(
            { seed, conversations: 50, ...(rate !== undefined && { eventsPerSecond: rate }) },
            { modelPlaces: places },
          );
          const rng = new Rng(seed);
          const tenant = tenantOf(world);
          const witness = watch(tenant);
          const known: string[] = [];
          for (let i = 0; i < 150; i += 1) {
            world.clock.advance(rng.int(0, 2_000));
            meddle(tenant, rng, known);
            const composing = tenant.conversations().filter(({ aiState }) => aiState === 'composing').length;
            expect(tenant.modelPool.inUse).toBe(composing);
            expect(composing).toBeLessThanOrEqual(places);
          }
          world.clock.advance(60_000);
          expect(witness.faults).toEqual([]);
          // A snapshot and the events after it lead to the world's own state.
          const told = [...witness.pictures().values()];
          expect(tenant.conversations().toSorted(byId)).toEqual(told.toSorted(byId));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('an ended conversation never changes', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const world = testWorld({ seed, eventsPerSecond: 300 });
        const tenant = tenantOf(world);
        world.clock.advance(5_000);
        const page = tenant.list({}, undefined, 200);
        if (!page.ok) throw new Error(page.message);
        const ended = page.value.items
          .filter(({ endedAt }) => endedAt !== null)
          .map(({ transcriptId }) => tenant.get(transcriptId));
        expect(ended.length).toBeGreaterThan(10);
        world.clock.advance(15_000);
        for (const then of ended) {
          const now = tenant.get(then?.transcriptId ?? '');
          expect({ ...now, sequence: 0 }).toEqual({ ...then, sequence: 0 });
        }
      }),
      { numRuns: 3 },
    );
  });

  it('a transcript is complete: messages and calls in order, none running once it has ended', () => {
    const tenant = tenantOf(testWorld({ seed: 21 }));
    const page = tenant.list({}, undefined, 200);
    if (!page.ok) throw new Error(page.message);
    for (const { transcriptId } of page.value.items) {
      const transcript = tenant.get(transcriptId);
      if (transcript === undefined) throw new Error(`${transcriptId} is listed but not there`);
      expect(transcript.messages.map(({ index }) => index)).toEqual(transcript.messages.map((_, i) => i));
      expect(transcript.functionCalls).toHaveLength(transcript.functionCallCount);
      expect(new Set(transcript.functionCalls.map(({ name }) => name))).toEqual(new Set(transcript.functionsCalled));
      const running = transcript.functionCalls.filter(({ status }) => status === 'running').length;
      expect(running).toBeLessThanOrEqual(transcript.endedAt === null ? 1 : 0);
      const times = transcript.messages.map(({ at }) => at);
      expect(times).toEqual(times.toSorted());
      expect(transcript.lastMessageAt).toBe(times.at(-1) ?? null);
      expect(transcript.state).toBe(transcript.transitions.at(-1)?.to ?? 'Initial');
    }
  });
});

describe('within a run', () => {
  it('every documented status is reached, and destinations of their own', () => {
    const world = testWorld({ conversations: 300, eventsPerSecond: 2_000 });
    const reached = new Set<string>();
    for (const { slug } of world.tenants) {
      tenantOf(world, slug).events.subscribe((event) => {
        if ('conversation' in event) reached.add(event.conversation.status);
      });
    }
    world.clock.advance(90_000);
    expect([...reached]).toEqual(
      expect.arrayContaining([
        'in-progress',
        'queued',
        'human-handoff',
        'completed',
        'abandoned',
        'failed',
        'reported',
        'restarted',
        'unsubscribed',
        'no-answer',
        'answering-machine-message-left',
        'answering-machine-no-message',
        'Emergency Dispatch',
        'Field Dispatch',
        'Nurse Line',
      ]),
    );
  });

  it('a restarted conversation is followed by another of the same contact', () => {
    const world = testWorld({ conversations: 200, eventsPerSecond: 2_000 });
    const { events } = watch(tenantOf(world));
    world.clock.advance(60_000);
    const restarted = events.flatMap((e) =>
      e.type === 'conversation.ended' && e.conversation.status === 'restarted' ? [e] : [],
    );
    expect(restarted.length).toBeGreaterThan(3);
    const started = events.flatMap((e) => (e.type === 'conversation.started' ? [e] : []));
    const first = restarted[0];
    if (first === undefined) throw new Error('no restart');
    const again = started.find(
      (e) => e.sequence > first.sequence && e.conversation.contact.id === first.conversation.contact.id,
    );
    expect(again?.conversation.sessions24h).toBe(first.conversation.sessions24h + 1);
    expect(again?.conversation.pointOfContact).toEqual(first.conversation.pointOfContact);
  });
});

function byId(a: { transcriptId: string }, b: { transcriptId: string }): number {
  return a.transcriptId < b.transcriptId ? -1 : 1;
}
