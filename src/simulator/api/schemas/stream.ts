import { z } from '@hono/zod-openapi';
import { campaignSummary } from './campaign.ts';
import { conversation, time, transcriptId } from './conversation.ts';
import { functionCall, message, transition } from './transcript.ts';

export const streamEventNames = [
  'conversation.started',
  'conversation.updated',
  'conversation.ended',
  'message.added',
  'function.called',
  'function.finished',
  'state.changed',
  'heartbeat',
  'reset',
  'unauthorized',
] as const;

/** The JSON in the `data` of one server-sent event. */
export const streamEvent = z
  .object({
    sequence: z.int().min(0).openapi({
      description:
        'Tenant-wide and gapless over all events but heartbeats; a heartbeat carries the latest one sent before it.',
    }),
    at: time,
    transcriptId: transcriptId.optional(),
    revision: z.int().min(1).optional().openapi({ description: 'Revision of the conversation after this event.' }),
    conversation: conversation.optional(),
    message: message.optional(),
    functionCall: functionCall.optional(),
    transition: transition.optional(),
    reason: z.string().optional().openapi({ description: 'Why the stream was reset.' }),
  })
  .openapi('StreamEvent');

export const snapshot = z
  .object({
    streamId: z.string().openapi({ description: 'Changes when the instance starts anew; part of every event id.' }),
    sequence: z.int().min(0).openapi({ description: 'Latest sequence that this snapshot includes.' }),
    at: time,
    items: z.array(conversation).readonly(),
  })
  .openapi('LiveSnapshot');

export const campaignEventNames = ['campaign.updated', 'heartbeat', 'reset', 'unauthorized'] as const;

/** The JSON in the `data` of one server-sent event about campaigns. */
export const campaignEvent = z
  .object({
    sequence: z.int().min(0).openapi({ description: 'Of this stream alone, gapless over all events but heartbeats.' }),
    at: time,
    campaignId: z.string().optional(),
    revision: z.int().min(1).optional(),
    campaign: campaignSummary.optional(),
    reason: z.string().optional().openapi({ description: 'Why the stream was reset.' }),
  })
  .openapi('CampaignEvent');
