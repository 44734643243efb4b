import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf } from '../../../shared/models/failure.ts';
import { startSimulated } from '../testing/simulated.ts';
import type { InboxApi } from './inbox-api.ts';

const WORLD = { seed: 3, conversations: 240, speed: 1, clock: 'driven' } as const;

describe.each(['primary', 'harbour'] as const)('the inbox of the %s dialect', (dialect) => {
  let at: Awaited<ReturnType<typeof startSimulated>>;
  let api: InboxApi;
  let tenant: string;

  beforeAll(async () => {
    at = await startSimulated({ dialect, world: WORLD });
    tenant = at.account.tenants[0] ?? '';
    api = at.platform.inboxApi(tenant);
  }, 30_000);
  afterAll(() => at.close());

  it('reads queue, skills and agents, and works from available to wrap-up', async () => {
    const skills = await api.skills();
    expect(skills.length).toBeGreaterThan(2);
    const wanted = { skills, voiceCalls: false, maxChats: 4, maxEmails: 2 };
    expect(await api.configure(wanted)).toEqual(wanted);
    expect(await api.configuration()).toEqual(wanted);
    expect((await api.setAvailability('available')).me).toMatchObject({ availability: 'available' });

    let inbox = await api.get();
    for (let step = 0; step < 400 && !inbox.assigned.some(({ state }) => state === 'open'); step += 1) {
      at.simulator.world().clock.advance(1_000);
      await api.announce();
      inbox = await api.get();
    }
    expect(inbox.at).toBe(at.simulator.world().clock.now());
    expect(inbox.agents.length).toBeGreaterThan(3);
    expect(inbox.me).toMatchObject({ name: 'Avery Tremblay', caps: { chats: 4, emails: 2 } });
    expect(inbox.skills.map(({ name }) => name)).toEqual(skills);
    for (const { since, skills: needed } of inbox.queue) {
      expect(since).toBeTypeOf('number');
      expect(needed.length).toBeGreaterThan(0);
    }
    const mine = inbox.assigned.find(({ state }) => state === 'open');
    expect(mine).toMatchObject({ routedBy: 'skill', contact: { display: expect.any(String) } });
    expect(await api.end(mine?.id ?? '')).toMatchObject({ id: mine?.id, state: 'wrap-up' });
    await api.wrapUp(mine?.id ?? '', { notes: 'Called back', disposition: 'Solved' });
    expect((await api.get()).assigned.map(({ id }) => id)).not.toContain(mine?.id);
  }, 60_000);

  it('gives back what the router gave when the operator leaves', async () => {
    await api.setAvailability('available');
    let inbox = await api.get();
    for (let step = 0; step < 400 && !inbox.assigned.some(({ state }) => state === 'open'); step += 1) {
      at.simulator.world().clock.advance(1_000);
      await api.announce();
      inbox = await api.get();
    }
    const { requeued, me } = await api.setAvailability('offline');
    expect(me?.availability).toBe('offline');
    expect(requeued.length).toBeGreaterThan(0);
    const refused = await api.requeue(requeued[0] ?? '').catch((thrown: unknown) => failureOf(thrown));
    expect(refused).toMatchObject({ code: 'conflict' });
  }, 60_000);
});
