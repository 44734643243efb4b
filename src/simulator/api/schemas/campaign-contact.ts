import { z } from '@hono/zod-openapi';
import { phone } from './campaign.ts';
import { time } from './conversation.ts';
import { pageOf } from './page.ts';

export const contactState = z
  .enum([
    'pending',
    'dialing',
    'in-call',
    'waiting-retry',
    'scheduled',
    'done',
    'skipped',
    'unreachable',
    'do-not-call',
  ])
  .openapi('ContactState');

const person = {
  phone,
  externalId: z.string().max(200).optional(),
  firstName: z.string().max(200).optional(),
  lastName: z.string().max(200).optional(),
  language: z.string().max(35).optional(),
};
const variables = z.record(z.string(), z.string());
export const newContact = z
  .object({
    ...person,
    timeZone: z.string().max(64).optional().openapi({ description: 'IANA name; found by the number when left out.' }),
    variables: variables.default({}),
  })
  .openapi('NewCampaignContact');

export const campaignContact = z
  .object({
    ...person,
    timeZone: z.string(),
    variables: variables.readonly(),
    contactId: z.string(),
    campaignId: z.string(),
    row: z.int().min(1).optional().openapi({ description: 'Data row of the manifest it came with.' }),
    uploadId: z.string().optional(),
    state: contactState,
    attempts: z.int().min(0).openapi({ description: 'How often it was called.' }),
    lastAttemptAt: time.optional(),
    nextAttemptAt: time.optional(),
    disposition: z.string().optional().openapi({ description: 'Of the latest attempt that came to an end.' }),
    transcriptId: z.string().optional().openapi({ description: 'Conversation of the latest attempt.' }),
  })
  .openapi('CampaignContact');
export const contactPage = pageOf(campaignContact, 'CampaignContactPage');

export const contactDetail = campaignContact
  .extend({
    attemptHistory: z
      .array(
        z
          .object({
            attempt: z.int().min(1),
            at: time,
            endedAt: time.optional(),
            disposition: z.string().optional(),
            transcriptId: z.string().optional(),
            durationSeconds: z.number().min(0).optional(),
            unreported: z.boolean().optional().openapi({ description: 'Its outcome never came back.' }),
          })
          .openapi('Attempt'),
      )
      .readonly()
      .openapi({ description: 'Oldest first.' }),
    notCalledBecause: z
      .object({
        code: z.enum([
          'outside-window',
          'day-off',
          'holiday',
          'do-not-call',
          'paused',
          'queue',
          'concurrency',
          'retry-wait',
          'max-attempts',
          'skipped',
          'draft',
          'not-started',
          'campaign-ended',
        ]),
        until: time.optional(),
      })
      .optional()
      .openapi({ description: 'Why it is not being called now; absent while in a call and once reached.' }),
  })
  .openapi('CampaignContactDetail');

export const rescheduleRequest = z
  .object({
    at: z.iso.datetime({ offset: true }).openapi({ format: 'date-time' }),
    reason: z.string().max(500).optional(),
  })
  .openapi('RescheduleRequest');
export const contactRequest = z.object({ reason: z.string().max(500).optional() }).openapi('ContactRequest');

export const dncEntry = z
  .object({
    entryId: z.string(),
    phone,
    reason: z.string().optional(),
    source: z.enum(['operator', 'import', 'unsubscribed']),
    addedAt: time,
    addedBy: z.object({ id: z.string(), name: z.string() }),
    expiresAt: time.optional(),
  })
  .openapi('DoNotCallEntry');
export const dncPage = pageOf(dncEntry, 'DoNotCallPage');
export const newDncEntry = z
  .object({
    phone,
    reason: z.string().max(500).optional(),
    expiresAt: z.iso.datetime({ offset: true }).optional().openapi({ format: 'date-time' }),
  })
  .openapi('NewDoNotCallEntry');
export const dncImport = z
  .object({ entries: z.array(z.object({ phone: z.string(), reason: z.string().max(500).optional() })).max(10_000) })
  .openapi('DoNotCallImport');
export const dncImportResult = z
  .object({
    added: z.int().min(0),
    alreadyThere: z.int().min(0),
    invalid: z.array(z.object({ index: z.int().min(0), code: z.string() })).readonly(),
  })
  .openapi('DoNotCallImportResult');
