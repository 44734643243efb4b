import { expect, it } from 'vitest';
import { codeOf, tenantOf, testWorld, unwrap } from '../testing/test-world.ts';
import { watch } from '../testing/witness.ts';
import type { Actor } from '../world-port.ts';
import { WATCH_SECONDS } from './presence.ts';

const avery: Actor = { id: 'u-avery', name: 'Avery Tremblay' };
const morgan: Actor = { id: 'u-morgan', name: 'Morgan Roy' };

/** A world and one of its conversations, in a person's hands so that it does not end by itself soon. */
function setUp() {
  const world = testWorld();
  const tenant = tenantOf(world);
  for (let tries = 0; tries < 3_000; tries += 1) {
    const found = tenant.conversations().find(({ handledBy, state }) => handledBy.kind === 'ai' && state !== 'Initial');
    if (found !== undefined) {
      unwrap(tenant.takeOver(found.transcriptId, avery));
      return { world, tenant, id: found.transcriptId };
    }
    world.clock.advance(100);
  }
  throw new Error('No conversation within five minutes');
}

it('shows who has it open, once each, and tells the stream once', () => {
  const { world, tenant, id } = setUp();
  const since = new Date(world.clock.now()).toISOString();
  const { events } = watch(tenant);
  expect(unwrap(tenant.announcePresence(id, avery)).watchers).toEqual([{ ...avery, since }]);
  world.clock.advance(1_000);
  tenant.announcePresence(id, avery);
  expect(unwrap(tenant.announcePresence(id, morgan)).watchers?.map(({ name }) => name)).toEqual([
    'Avery Tremblay',
    'Morgan Roy',
  ]);
  const told = events.flatMap((event) => ('conversation' in event && event.transcriptId === id ? [event] : []));
  expect(told.map(({ conversation }) => conversation.watchers?.length)).toEqual([1, 2]);
});

it('runs out unless it is announced again, and the end of it is told', () => {
  const { world, tenant, id } = setUp();
  tenant.announcePresence(id, avery);
  tenant.announcePresence(id, morgan);
  world.clock.advance(30_000);
  tenant.announcePresence(id, morgan);
  world.clock.advance((WATCH_SECONDS - 30) * 1_000);
  expect(tenant.get(id)?.watchers?.map(({ name }) => name)).toEqual(['Morgan Roy']);
  world.clock.advance(WATCH_SECONDS * 1_000);
  expect(tenant.get(id)?.watchers).toEqual([]);
});

it('knows nothing of what is over or was never there', () => {
  const { tenant, id } = setUp();
  expect(codeOf(tenant.announcePresence('c-nope', avery))).toBe('not-found');
  unwrap(tenant.setStatus(id, avery, 'completed'));
  expect(codeOf(tenant.announcePresence(id, avery))).toBe('ended');
});
