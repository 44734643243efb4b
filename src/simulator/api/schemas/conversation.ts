import { z } from '@hono/zod-openapi';
import type { KnownStatus } from '../../world/world-port.ts';

/** Every status the platform documents; the set is open, a handoff destination may stand here too. */
export const knownStatuses = [
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
] as const satisfies readonly KnownStatus[];

export const time = z.iso
  .datetime({ precision: 3 })
  .openapi({ format: 'date-time', examples: ['2026-11-22T14:03:07.215Z'] });
export const transcriptId = z.string().openapi({ examples: ['c-49753'], description: 'Id of the conversation.' });
export const platform = z.enum(['voice', 'sms', 'webchat', 'email', 'slack']).openapi('Platform');
export const direction = z.enum(['inbound', 'outbound']).openapi('Direction');
export const language = z.enum(['en', 'fr']).openapi('Language');
export const environment = z.enum(['production', 'internal-testing']).openapi('Environment');
export const status = z.string().openapi('ConversationStatus', {
  description: `Where the conversation stands. Usual values: ${knownStatuses.join(', ')}. The set is open: handoff destinations appear here too.`,
  examples: [...knownStatuses],
});

const named = z.object({ id: z.string(), name: z.string() });
const riskLevel = z.literal([0, 1, 2, 3, 4]).openapi({ type: 'integer', enum: [0, 1, 2, 3, 4] });

export const tag = z.object({ name: z.string().min(1).max(80), value: z.string().max(200) }).openapi('Tag');
export const parameter = z
  .object({ name: z.string(), value: z.string(), source: z.enum(['asserted', 'verified']) })
  .openapi('Parameter', { description: 'An internal parameter; only `verified` ones were proven by a signed token.' });

/** What the caller last saw, for changes that must not go over somebody else's. */
export const expectedRevision = z
  .int()
  .min(1)
  .optional()
  .openapi({ description: 'Refused with 409 `stale-revision` when the conversation is no longer at this revision.' });

export const conversation = z
  .object({
    transcriptId,
    revision: z.int().min(1).openapi({ description: 'Grows by one with each change.' }),
    platform,
    direction,
    contact: z.object({
      id: z.string(),
      display: z.string().openapi({ description: 'Phone number, e-mail address or user name.' }),
      name: z.string().optional(),
    }),
    pointOfContact: named,
    status,
    handledBy: z.object({
      kind: z.enum(['ai', 'human', 'none']),
      userId: z.string().optional(),
      name: z.string().optional(),
      since: time.optional(),
    }),
    aiState: z.enum(['running', 'paused', 'composing']),
    queue: z
      .object({ skills: z.array(z.string()).readonly(), since: time })
      .nullable()
      .openapi({ description: 'Set while it waits for a person.' }),
    flow: z.object({ id: z.string(), name: z.string(), version: z.int() }),
    state: z.string().openapi({ description: 'Current state of the flow.' }),
    startedAt: time,
    endedAt: time.nullable(),
    lastMessageAt: time.nullable(),
    sessions24h: z.int().min(0).openapi({ description: 'Sessions of this contact in the last 24 hours.' }),
    risk: z.object({ level: riskLevel, label: z.enum(['low', 'guarded', 'elevated', 'high', 'critical']) }),
    sentiments: z.array(z.object({ name: z.string(), score: z.number().min(0).max(1) })).readonly(),
    sentimentTrend: z
      .array(z.number().min(-1).max(1))
      .max(12)
      .readonly()
      .openapi({ description: 'Overall sentiment over time, oldest first.' }),
    functionsCalled: z.array(z.string()).readonly(),
    functionCallCount: z.int().min(0),
    parameters: z.array(parameter).readonly(),
    tags: z.array(tag).readonly(),
    flagged: z.boolean().openapi({ description: 'Marked for review.' }),
    language,
    environment,
    watchers: z
      .array(z.object({ id: z.string(), name: z.string(), since: time }))
      .readonly()
      .optional()
      .openapi({ description: 'Who announced that they have the conversation open.' }),
    report: z
      .object({ reason: z.string(), note: z.string().optional(), at: time, by: named })
      .optional()
      .openapi({ description: 'Why it was reported, by whom and when.' }),
  })
  .openapi('Conversation');
