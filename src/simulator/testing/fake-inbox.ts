import type { Inbox, InboxAgent, PersonalConfiguration } from '../world/inbox/inbox-port.ts';
import type { Actor } from '../world/outcome.ts';

/** An inbox in which nothing is routed: what the API passes on is all that is looked at. */
export function fakeInbox(at: string): Inbox {
  let configured: PersonalConfiguration = { skills: ['Billing'], voiceCalls: false, maxChats: 3, maxEmails: 3 };
  const contact = { id: 'p-1', display: 'Kim' };
  const none = { chats: 0, emails: 0, voice: 0 };
  const agent = ({ id, name }: Actor, availability: InboxAgent['availability'] = 'offline'): InboxAgent => ({
    userId: id,
    name,
    availability,
    since: at,
    skills: configured.skills,
    load: none,
    caps: { chats: configured.maxChats, emails: configured.maxEmails, voice: configured.voiceCalls ? 1 : 0 },
    agentLeg: 'disconnected',
  });
  const held = { transcriptId: 'c-1', platform: 'webchat', contact, routedBy: 'skill', since: at } as const;
  return {
    state: (actor) => ({
      at,
      queue: [{ transcriptId: 'c-2', platform: 'webchat', contact, skills: ['Billing'], since: at }],
      skills: [{ name: 'Billing', waiting: 1, oldestSince: at, available: 0 }],
      agents: [agent(actor)],
      me: agent(actor),
      assigned: [{ ...held, state: 'open' }],
    }),
    announce: (actor) => agent(actor),
    setAvailability: (actor, availability) => ({ me: agent(actor, availability), requeued: ['c-1'], kept: [] }),
    configuration: () => configured,
    configure(_actor, wanted) {
      configured = wanted;
      return { ok: true, value: wanted };
    },
    end: () => ({ ok: true, value: { ...held, state: 'wrap-up' } }),
    wrapUp: (_actor, transcriptId) =>
      transcriptId === 'c-1'
        ? { ok: true, value: null }
        : { ok: false, code: 'not-holder', message: 'This conversation is not assigned to you' },
    requeue: () => ({ ok: true, value: null }),
    skills: () => ['Billing', 'French'],
    ask: () => ({ ok: true, value: null }),
  };
}
