import { z } from '@hono/zod-openapi';
import { platform, time, transcriptId } from './conversation.ts';

const contact = z.object({ id: z.string(), display: z.string(), name: z.string().optional() });
const load = z.object({ chats: z.int().min(0), emails: z.int().min(0), voice: z.int().min(0) });

export const availability = z.enum(['available', 'busy', 'offline']).openapi('Availability');

export const inboxAgent = z
  .object({
    userId: z.string(),
    name: z.string(),
    availability: z
      .enum(['available', 'busy', 'offline', 'disconnected'])
      .openapi({ description: 'Disconnected: the client has not announced itself for a minute.' }),
    since: time,
    skills: z.array(z.string()).readonly(),
    load: load.openapi({ description: 'What the agent has now, wrap-up included.' }),
    caps: load.openapi({ description: 'At most so many at once.' }),
    agentLeg: z
      .enum(['connected', 'disconnected', 'ringing'])
      .openapi({ description: 'The agent’s telephone; no audio goes through this API.' }),
  })
  .openapi('InboxAgent');

export const assignment = z
  .object({
    transcriptId,
    platform,
    contact,
    routedBy: z
      .enum(['skill', 'agent'])
      .openapi({ description: 'Skill-routed ones go back to the queue when the agent leaves; an agent’s own stay.' }),
    state: z.enum(['ringing', 'open', 'wrap-up']),
    since: time,
  })
  .openapi('Assignment');

export const inbox = z
  .object({
    at: time.openapi({ description: 'As of when, by the clock that every `since` is told on.' }),
    queue: z
      .array(z.object({ transcriptId, platform, contact, skills: z.array(z.string()).readonly(), since: time }))
      .readonly()
      .openapi({ description: 'What waits for a person, longest waiting first.' }),
    skills: z
      .array(
        z.object({
          name: z.string(),
          waiting: z.int().min(0),
          oldestSince: time.nullable(),
          available: z.int().min(0).openapi({ description: 'Agents with this skill who are available and have room.' }),
        }),
      )
      .readonly(),
    agents: z.array(inboxAgent).readonly(),
    me: inboxAgent,
    assigned: z.array(assignment).readonly().openapi({ description: 'The caller’s own.' }),
  })
  .openapi('Inbox');

export const personalConfiguration = z
  .object({
    skills: z.array(z.string()).max(100).readonly(),
    voiceCalls: z.boolean(),
    maxChats: z.int().min(0).max(10),
    maxEmails: z.int().min(0).max(10),
    mobilePhoneNumber: z.string().max(20).optional().openapi({ description: 'E.164.' }),
    sipTrunk: z.string().max(200).optional(),
  })
  .openapi('PersonalConfiguration');
