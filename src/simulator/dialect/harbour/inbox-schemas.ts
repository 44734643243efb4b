import { z } from '@hono/zod-openapi';
import { withoutUndefined } from '../../api/routes/without-undefined.ts';
import type { Assignment, InboxAgent, InboxState, PersonalConfiguration } from '../../world/inbox/inbox-port.ts';
import { channels } from './mapping.ts';
import { channel, conversationId, epoch } from './schemas.ts';

const customer = z.object({ customer_id: z.string(), address: z.string(), full_name: z.string().optional() });
const counts = z.object({ chats: z.int(), emails: z.int(), calls: z.int() });

export const presence = z.enum(['AVAILABLE', 'BUSY', 'OFFLINE']).openapi('AgentStatus');

export const staffMember = z
  .object({
    user_id: z.string(),
    display_name: z.string(),
    agent_status: z.enum(['AVAILABLE', 'BUSY', 'OFFLINE', 'DISCONNECTED']),
    status_since: epoch,
    skills: z.array(z.string()),
    current_load: counts,
    limits: counts,
    voice_leg: z.enum(['CONNECTED', 'DISCONNECTED', 'RINGING']),
  })
  .openapi('QueueAgent');

export const workItem = z
  .object({
    conversation_id: conversationId,
    channel,
    customer,
    routed_by: z.enum(['SKILL', 'AGENT']),
    item_state: z.enum(['RINGING', 'OPEN', 'WRAP_UP']),
    state_since: epoch,
  })
  .openapi('AssignedItem', { description: 'A conversation assigned to the caller.' });

export const workQueue = z
  .object({
    as_of: epoch.openapi({ description: 'When this was read, by the clock of every other time in it.' }),
    waiting: z
      .array(
        z.object({
          conversation_id: conversationId,
          channel,
          customer,
          required_skills: z.array(z.string()),
          waiting_since: epoch,
        }),
      )
      .openapi({ description: 'Queued conversations.' }),
    skill_lines: z.array(
      z.object({
        skill: z.string(),
        waiting_count: z.int(),
        longest_wait_since: epoch.nullable(),
        available_agents: z.int(),
      }),
    ),
    agents: z.array(staffMember),
    myself: staffMember,
    my_items: z.array(workItem),
  })
  .openapi('WorkQueue', { description: 'The inbox.' });

export const routingProfile = z
  .object({
    skills: z.array(z.string()),
    takes_calls: z.boolean().openapi({ description: 'Voice calls are routed to the agent.' }),
    chat_limit: z.int().min(0).max(10).openapi({ description: 'Max concurrent chats.' }),
    email_limit: z.int().min(0).max(10).openapi({ description: 'Max concurrent emails.' }),
    mobile_phone: z.string().optional(),
    sip_trunk: z.string().optional(),
  })
  .openapi('RoutingProfile', { description: 'Personal configuration of the agent.' });

const ms = (time: string): number => Date.parse(time);
const toCounts = ({ chats, emails, voice }: InboxAgent['load']) => ({ chats, emails, calls: voice });
const toCustomer = ({ id, display, name }: Assignment['contact']) =>
  withoutUndefined({ customer_id: id, address: display, full_name: name });
const statuses = { available: 'AVAILABLE', busy: 'BUSY', offline: 'OFFLINE', disconnected: 'DISCONNECTED' } as const;
const legs = { connected: 'CONNECTED', disconnected: 'DISCONNECTED', ringing: 'RINGING' } as const;
const states = { ringing: 'RINGING', open: 'OPEN', 'wrap-up': 'WRAP_UP' } as const;

/** An agent. */
export function toStaffMember(from: InboxAgent): z.infer<typeof staffMember> {
  return {
    user_id: from.userId,
    display_name: from.name,
    agent_status: statuses[from.availability],
    status_since: ms(from.since),
    skills: [...from.skills],
    current_load: toCounts(from.load),
    limits: toCounts(from.caps),
    voice_leg: legs[from.agentLeg],
  };
}

/** An assigned conversation. */
export function toWorkItem(from: Assignment): z.infer<typeof workItem> {
  return {
    conversation_id: from.transcriptId,
    channel: channels[from.platform],
    customer: toCustomer(from.contact),
    routed_by: from.routedBy === 'skill' ? 'SKILL' : 'AGENT',
    item_state: states[from.state],
    state_since: ms(from.since),
  };
}

/** The whole inbox. */
export function toWorkQueue(from: InboxState): z.infer<typeof workQueue> {
  return {
    as_of: ms(from.at),
    waiting: from.queue.map(({ transcriptId, platform, contact, skills, since }) => ({
      conversation_id: transcriptId,
      channel: channels[platform],
      customer: toCustomer(contact),
      required_skills: [...skills],
      waiting_since: ms(since),
    })),
    skill_lines: from.skills.map(({ name, waiting, oldestSince, available }) => ({
      skill: name,
      waiting_count: waiting,
      longest_wait_since: oldestSince === null ? null : ms(oldestSince),
      available_agents: available,
    })),
    agents: from.agents.map(toStaffMember),
    myself: toStaffMember(from.me),
    my_items: from.assigned.map(toWorkItem),
  };
}

/** The agent's skills and limits. */
export function toRoutingProfile(from: PersonalConfiguration): z.infer<typeof routingProfile> {
  return withoutUndefined({
    skills: [...from.skills],
    takes_calls: from.voiceCalls,
    chat_limit: from.maxChats,
    email_limit: from.maxEmails,
    mobile_phone: from.mobilePhoneNumber,
    sip_trunk: from.sipTrunk,
  });
}

/** The way back of {@link toRoutingProfile}. */
export function readRoutingProfile(from: z.infer<typeof routingProfile>): PersonalConfiguration {
  return withoutUndefined({
    skills: from.skills,
    voiceCalls: from.takes_calls,
    maxChats: from.chat_limit,
    maxEmails: from.email_limit,
    mobilePhoneNumber: from.mobile_phone,
    sipTrunk: from.sip_trunk,
  });
}
