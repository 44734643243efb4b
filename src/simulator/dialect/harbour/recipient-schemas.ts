import { z } from '@hono/zod-openapi';
import { count, dialNumber, person } from './campaign-schemas.ts';
import { epoch } from './schemas.ts';

/** Manifests, contacts and do-not-call in the harbour dialect. */

export const importMode = z.enum(['APPEND', 'REPLACE']);
export const newContactFile = z
  .object({
    file_name: z.string().min(1).max(255),
    byte_count: count,
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    import_mode: importMode,
    column_names: z.array(z.string().max(200)).max(500),
  })
  .openapi('NewContactFile');
export const contactFile = z
  .object({
    file_ref: z.string().openapi({ description: 'Id of the manifest upload.' }),
    campaign_ref: z.string(),
    file_name: z.string(),
    byte_count: count,
    received_bytes: count,
    part_bytes: z.int(),
    import_mode: importMode,
    import_state: z.enum([
      'RECEIVING',
      'PROCESSING',
      'ACCEPTED',
      'PARTIALLY_ACCEPTED',
      'REJECTED',
      'CANCELLED',
      'REVERSED',
    ]),
    opened_at: epoch,
    opened_by: person,
    receivable_until: epoch.optional(),
    finished_at: epoch.optional(),
    rows_read: count.optional(),
    row_counts: z
      .object({ rows: count, taken: count, repeated: count, faulty: count, blank: count, suppressed: count })
      .optional()
      .openapi({ description: 'Counts: taken + repeated + faulty + blank = rows; suppressed are of the taken.' }),
    rejection: z.object({ code: z.string(), detail: z.string() }).optional(),
    withdrawable_until: epoch.optional(),
  })
  .openapi('ContactFile', { description: 'A manifest: the upload and the job that takes it in.' });
export const partReceipt = z.object({ received_bytes: count }).openapi('PartReceipt');
export const rejectedRow = z
  .object({
    row_number: z.int().min(1),
    kind: z.enum(['DUPLICATE', 'INVALID', 'EMPTY']),
    code: z.string(),
    detail: z.string(),
    column_name: z.string().optional(),
    masked_value: z.string().optional(),
  })
  .openapi('RejectedRow', { description: 'A row of a manifest that was not taken in.' });

export const recipientState = z.enum([
  'PENDING',
  'DIALING',
  'IN_CALL',
  'WAITING_RETRY',
  'SCHEDULED',
  'DONE',
  'SKIPPED',
  'UNREACHABLE',
  'DO_NOT_CALL',
]);
const variables = z.array(z.object({ key: z.string(), value: z.string() }));
const recipientNames = {
  phone_number: dialNumber,
  external_ref: z.string().max(200).optional(),
  given_name: z.string().max(200).optional(),
  family_name: z.string().max(200).optional(),
  locale: z.string().max(35).optional(),
};
export const newRecipient = z
  .object({ ...recipientNames, tz: z.string().max(64).optional(), variables: variables.default([]) })
  .openapi('NewRecipient');
export const recipient = z
  .object({
    recipient_ref: z.string().openapi({ description: 'Id of the campaign contact.' }),
    campaign_ref: z.string(),
    row_number: z.int().min(1).optional(),
    file_ref: z.string().optional(),
    ...recipientNames,
    tz: z.string(),
    variables,
    recipient_state: recipientState,
    attempt_count: count,
    last_attempt_at: epoch.optional(),
    next_attempt_at: epoch.optional(),
    disposition: z.string().optional(),
    conversation_id: z.string().optional(),
  })
  .openapi('Recipient', { description: 'A contact of a campaign.' });
export const recipientRecord = recipient
  .extend({
    attempts: z.array(
      z.object({
        number: z.int().min(1),
        placed_at: epoch,
        ended_at: epoch.optional(),
        disposition: z.string().optional(),
        conversation_id: z.string().optional(),
        seconds: z.number().min(0).optional(),
        lost: z.boolean().optional(),
      }),
    ),
    withheld: z
      .object({ code: z.string(), until: epoch.optional() })
      .optional()
      .openapi({ description: 'Why the contact is not being called now.' }),
  })
  .openapi('RecipientRecord');

export const suppression = z
  .object({
    suppression_ref: z.string(),
    phone_number: dialNumber,
    cause: z.string().optional(),
    origin: z.enum(['OPERATOR', 'IMPORT', 'UNSUBSCRIBED']),
    listed_at: epoch,
    listed_by: person,
    lapses_at: epoch.optional(),
  })
  .openapi('Suppression', { description: 'An entry of the do-not-call list.' });
export const newSuppression = z
  .object({ phone_number: dialNumber, cause: z.string().max(500).optional(), lapses_at: epoch.optional() })
  .openapi('NewSuppression');
export const suppressionBulk = z
  .object({
    numbers: z.array(z.object({ phone_number: z.string(), cause: z.string().max(500).optional() })).max(10_000),
  })
  .openapi('SuppressionBulk');
export const suppressionBulkResult = z
  .object({
    added: count,
    already_listed: count,
    rejected: z.array(z.object({ position: count, code: z.string() })),
  })
  .openapi('SuppressionBulkResult');
