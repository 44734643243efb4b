import { describe, expect, it } from 'vitest';
import { codeOf, tenantOf, testWorld, unwrap } from '../testing/test-world.ts';
import type { TenantWorld } from '../world-port.ts';
import type { InboxState } from './inbox-port.ts';

const avery = { id: 'u-avery', name: 'Avery Tremblay' };
const morgan = { id: 'u-morgan', name: 'Morgan Roy' };

/** A world without a team to speak of and many who ask for a person. */
function busyTenant() {
  const world = testWorld({ conversations: 240, seed: 3 });
  const tenant = tenantOf(world);
  const until = (done: (state: InboxState) => boolean, who = avery): InboxState => {
    for (let step = 0; step < 4_000; step += 1) {
      const state = tenant.inbox.state(who);
      if (done(state)) return state;
      // Whoever works the inbox keeps telling that they are there.
      tenant.inbox.announce(avery);
      tenant.inbox.announce(morgan);
      world.clock.advance(600);
    }
    throw new Error('It never came to that');
  };
  return { world, tenant, until };
}

const assignedOf = (tenant: TenantWorld, who = avery) => tenant.inbox.state(who).assigned;

describe('routing', () => {
  it('gives nothing to whoever is not available', () => {
    const { world, tenant } = busyTenant();
    expect(tenant.inbox.state(avery).me.availability).toBe('offline');
    world.clock.advance(120_000);
    expect(assignedOf(tenant)).toEqual([]);
  });

  it('gives an available agent what their skills and caps allow, and makes them its holder', () => {
    const { tenant, until } = busyTenant();
    const configuration = { skills: tenant.inbox.skills(), voiceCalls: false, maxChats: 2, maxEmails: 0 };
    unwrap(tenant.inbox.configure(avery, configuration));
    tenant.inbox.setAvailability(avery, 'available');
    const { assigned, me } = until((state) => state.assigned.length === 2);
    expect(me.load).toEqual({ chats: 2, emails: 0, voice: 0 });
    for (const { transcriptId, platform, state, routedBy } of assigned) {
      expect(['webchat', 'sms', 'slack']).toContain(platform);
      expect({ state, routedBy }).toEqual({ state: 'open', routedBy: 'skill' });
      expect(tenant.get(transcriptId)).toMatchObject({ status: 'human-handoff', handledBy: { userId: avery.id } });
    }
  });

  it('asks for all skills of a conversation', () => {
    const { world, tenant } = busyTenant();
    unwrap(tenant.inbox.configure(avery, { skills: [], voiceCalls: true, maxChats: 10, maxEmails: 10 }));
    tenant.inbox.setAvailability(avery, 'available');
    for (let step = 0; step < 100; step += 1) {
      tenant.inbox.announce(avery);
      world.clock.advance(1_000);
    }
    expect(assignedOf(tenant).filter(({ routedBy }) => routedBy === 'skill')).toEqual([]);
  });

  it('lets a call ring and takes it back, since nobody here can answer it', () => {
    const { tenant, until } = busyTenant();
    unwrap(
      tenant.inbox.configure(avery, { skills: tenant.inbox.skills(), voiceCalls: true, maxChats: 0, maxEmails: 0 }),
    );
    tenant.inbox.setAvailability(avery, 'available');
    const ringing = until((state) => state.assigned.some((each) => each.state === 'ringing')).assigned[0];
    expect(ringing?.platform).toBe('voice');
    until((state) => !state.assigned.some(({ transcriptId }) => transcriptId === ringing?.transcriptId));
  });

  it('gives a conversation to one of two agents only', () => {
    const { tenant, until } = busyTenant();
    for (const who of [avery, morgan]) tenant.inbox.setAvailability(who, 'available');
    until((state) => state.assigned.length > 0 && tenant.inbox.state(morgan).assigned.length > 0);
    const ids = [...assignedOf(tenant), ...assignedOf(tenant, morgan)].map(({ transcriptId }) => transcriptId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes an agent whose client went silent for disconnected', () => {
    const { world, tenant } = busyTenant();
    tenant.inbox.setAvailability(avery, 'available');
    world.clock.advance(61_000);
    expect(tenant.inbox.state(avery).me.availability).toBe('disconnected');
    tenant.inbox.announce(avery);
    expect(tenant.inbox.state(avery).me.availability).toBe('available');
  });
});

describe('leaving', () => {
  it('gives skill-routed conversations back and keeps what the agent took over themself', () => {
    const { tenant, until } = busyTenant();
    tenant.inbox.setAvailability(avery, 'available');
    until((state) => state.assigned.length > 0);
    const own = tenant
      .conversations()
      .find(({ handledBy, platform }) => handledBy.kind === 'ai' && platform === 'webchat');
    unwrap(tenant.takeOver(own?.transcriptId ?? '', avery));
    until((state) => state.assigned.some(({ routedBy }) => routedBy === 'agent'));
    const routed = assignedOf(tenant).filter(({ routedBy, state }) => routedBy === 'skill' && state === 'open');
    const { requeued, kept, me } = tenant.inbox.setAvailability(avery, 'busy');
    expect(me.availability).toBe('busy');
    expect(requeued).toEqual(routed.map(({ transcriptId }) => transcriptId));
    expect(kept).toContain(own?.transcriptId);
    for (const id of requeued) expect(tenant.get(id)).toMatchObject({ status: 'queued', handledBy: { kind: 'none' } });
  });

  it('lets it wait for the skills it had, and gives it to whoever has them', () => {
    const { tenant } = busyTenant();
    const asked = ['Collections', 'French'];
    const one = tenant
      .conversations()
      .find(({ handledBy, platform }) => handledBy.kind === 'ai' && platform === 'webchat');
    const id = one?.transcriptId ?? '';
    const sound = { voiceCalls: false, maxChats: 3, maxEmails: 0 };
    for (const who of [avery, morgan]) unwrap(tenant.inbox.configure(who, { ...sound, skills: asked }));
    tenant.inbox.setAvailability(avery, 'available');
    unwrap(tenant.inbox.ask(id, asked));
    expect(assignedOf(tenant).map(({ transcriptId }) => transcriptId)).toEqual([id]);
    expect(codeOf(tenant.inbox.ask(id, asked))).toBe('not-takeable');
    tenant.inbox.setAvailability(avery, 'offline');
    expect(tenant.get(id)?.queue?.skills).toEqual(asked);
    tenant.inbox.setAvailability(morgan, 'available');
    expect(assignedOf(tenant, morgan).map(({ transcriptId }) => transcriptId)).toEqual([id]);
  });

  it('goes on without whoever fell silent', () => {
    const { world, tenant } = busyTenant();
    const one = tenant
      .conversations()
      .find(({ handledBy, platform }) => handledBy.kind === 'ai' && platform === 'webchat');
    const id = one?.transcriptId ?? '';
    tenant.inbox.setAvailability(avery, 'available');
    unwrap(tenant.inbox.ask(id, ['Billing']));
    expect(assignedOf(tenant).length).toBeGreaterThan(0);
    world.clock.advance(61_000);
    expect(assignedOf(tenant)).toEqual([]);
    expect(tenant.inbox.state(avery).me.load).toEqual({ chats: 0, emails: 0, voice: 0 });
  });

  it('rings at one, then at the next, and at nobody else meanwhile', () => {
    const { world, tenant } = busyTenant();
    const call = tenant
      .conversations()
      .find(({ handledBy, platform }) => handledBy.kind === 'ai' && platform === 'voice');
    const id = call?.transcriptId ?? '';
    const wanted = {
      skills: ['Collections'],
      voiceCalls: true,
      maxChats: 0,
      maxEmails: 0,
      mobilePhoneNumber: '+14165550123',
    };
    for (const who of [avery, morgan]) {
      unwrap(tenant.inbox.configure(who, wanted));
      tenant.inbox.setAvailability(who, 'available');
    }
    expect(tenant.inbox.state(avery).me.agentLeg).toBe('connected');
    unwrap(tenant.inbox.ask(id, ['Collections']));
    expect(assignedOf(tenant)).toMatchObject([{ transcriptId: id, state: 'ringing' }]);
    expect(tenant.inbox.state(avery).me.agentLeg).toBe('ringing');
    world.clock.advance(26_000);
    expect(assignedOf(tenant)).toEqual([]);
    expect(assignedOf(tenant, morgan)).toMatchObject([{ transcriptId: id, state: 'ringing' }]);
    expect(tenant.inbox.setAvailability(morgan, 'busy').requeued).toEqual([id]);
  });
});

describe('ending', () => {
  it('leaves the conversation for wrap-up; notes and disposition are kept, and the place is free again', () => {
    const { tenant, until } = busyTenant();
    tenant.inbox.setAvailability(avery, 'available');
    const open = until((state) => state.assigned.some((each) => each.state === 'open')).assigned.find(
      ({ state }) => state === 'open',
    );
    const id = open?.transcriptId ?? '';
    expect(codeOf(tenant.inbox.wrapUp(avery, id, { notes: 'Too early' }))).toBe('invalid');
    expect(codeOf(tenant.inbox.end(morgan, id))).toBe('not-holder');
    expect(unwrap(tenant.inbox.end(avery, id)).state).toBe('wrap-up');
    expect(tenant.get(id)?.status).toBe('completed');
    const before = tenant.inbox.state(avery).me.load.chats + tenant.inbox.state(avery).me.load.emails;
    unwrap(tenant.inbox.wrapUp(avery, id, { notes: 'Refund promised', disposition: 'Solved' }));
    const { load } = tenant.inbox.state(avery).me;
    expect(load.chats + load.emails).toBeLessThanOrEqual(before);
    expect(assignedOf(tenant).some(({ transcriptId }) => transcriptId === id)).toBe(false);
    expect(tenant.get(id)).toMatchObject({
      parameters: expect.arrayContaining([expect.objectContaining({ name: 'wrapUpNotes', value: 'Refund promised' })]),
      tags: expect.arrayContaining([{ name: 'Disposition', value: 'Solved' }]),
    });
  });

  it('goes back to the queue for other skills when the agent says so', () => {
    const { tenant, until } = busyTenant();
    tenant.inbox.setAvailability(avery, 'available');
    const id = until((state) => state.assigned.some((each) => each.state === 'open')).assigned.find(
      ({ state }) => state === 'open',
    )?.transcriptId;
    const [skill] = tenant.inbox.skills();
    expect(codeOf(tenant.inbox.requeue(avery, id ?? '', ['Juggling']))).toBe('invalid');
    tenant.inbox.setAvailability(avery, 'available');
    unwrap(tenant.inbox.requeue(avery, id ?? '', [skill ?? '']));
    expect(tenant.get(id ?? '')?.queue?.skills).toEqual([skill]);
  });
});

it('refuses caps and numbers that make no sense', () => {
  const { tenant } = busyTenant();
  const sound = { skills: [], voiceCalls: false, maxChats: 1, maxEmails: 1 };
  expect(codeOf(tenant.inbox.configure(avery, { ...sound, maxChats: 11 }))).toBe('invalid');
  expect(codeOf(tenant.inbox.configure(avery, { ...sound, mobilePhoneNumber: '416 555 0123' }))).toBe('invalid');
  expect(unwrap(tenant.inbox.configure(avery, { ...sound, mobilePhoneNumber: '+14165550123' })).maxChats).toBe(1);
});
