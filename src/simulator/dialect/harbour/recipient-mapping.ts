import type { z } from '@hono/zod-openapi';
import { withoutUndefined } from '../../api/routes/without-undefined.ts';
import type {
  CampaignContact,
  ContactDetail,
  DncEntry,
  ManifestRowError,
  ManifestUpload,
  NewContact,
} from '../../world/campaign-port.ts';
import { ms, optionalMs, spell, toPerson } from './campaign-mapping.ts';
import type * as schemas from './recipient-schemas.ts';

type Shape<K extends keyof typeof schemas> = (typeof schemas)[K] extends z.ZodType
  ? z.infer<(typeof schemas)[K]>
  : never;

/** A manifest and its job. */
export function toContactFile(from: ManifestUpload): Shape<'contactFile'> {
  const { counts, rejection } = from;
  return withoutUndefined({
    file_ref: from.uploadId,
    campaign_ref: from.campaignId,
    file_name: from.fileName,
    byte_count: from.sizeBytes,
    received_bytes: from.receivedBytes,
    part_bytes: from.chunkBytes,
    import_mode: spell(from.mode),
    import_state: spell(from.state),
    opened_at: ms(from.createdAt),
    opened_by: toPerson(from.createdBy),
    receivable_until: optionalMs(from.expiresAt),
    finished_at: optionalMs(from.completedAt),
    rows_read: from.processedRows,
    row_counts: counts && {
      rows: counts.rows,
      taken: counts.accepted,
      repeated: counts.duplicate,
      faulty: counts.invalid,
      blank: counts.empty,
      suppressed: counts.doNotCall,
    },
    rejection: rejection && { code: spell(rejection.code), detail: rejection.message },
    withdrawable_until: optionalMs(from.reversibleUntil),
  });
}

/** A row that was not taken in. */
export function toRejectedRow(from: ManifestRowError): Shape<'rejectedRow'> {
  return withoutUndefined({
    row_number: from.row,
    kind: spell(from.kind),
    code: spell(from.code),
    detail: from.message,
    column_name: from.column,
    masked_value: from.value,
  });
}

/** A contact of a campaign. */
export function toRecipient(from: CampaignContact): Shape<'recipient'> {
  return withoutUndefined({
    recipient_ref: from.contactId,
    campaign_ref: from.campaignId,
    row_number: from.row,
    file_ref: from.uploadId,
    phone_number: from.phone,
    external_ref: from.externalId,
    given_name: from.firstName,
    family_name: from.lastName,
    locale: from.language,
    tz: from.timeZone,
    variables: Object.entries(from.variables).map(([key, value]) => ({ key, value })),
    recipient_state: spell(from.state),
    attempt_count: from.attempts,
    last_attempt_at: optionalMs(from.lastAttemptAt),
    next_attempt_at: optionalMs(from.nextAttemptAt),
    disposition: from.disposition && spell(from.disposition),
    conversation_id: from.transcriptId,
  });
}

/** A contact with its attempts. */
export function toRecipientRecord(from: ContactDetail): Shape<'recipientRecord'> {
  const because = from.notCalledBecause;
  return withoutUndefined({
    ...toRecipient(from),
    attempts: from.attemptHistory.map((each) =>
      withoutUndefined({
        number: each.attempt,
        placed_at: ms(each.at),
        ended_at: optionalMs(each.endedAt),
        disposition: each.disposition && spell(each.disposition),
        conversation_id: each.transcriptId,
        seconds: each.durationSeconds,
        lost: each.unreported,
      }),
    ),
    withheld: because && withoutUndefined({ code: spell(because.code), until: optionalMs(because.until) }),
  });
}

/** A new contact as the world takes it. */
export function readRecipient(given: Shape<'newRecipient'>): NewContact {
  return withoutUndefined({
    phone: given.phone_number,
    externalId: given.external_ref,
    firstName: given.given_name,
    lastName: given.family_name,
    language: given.locale,
    timeZone: given.tz,
    variables: Object.fromEntries(given.variables.map(({ key, value }) => [key, value])),
  });
}

/** An entry of the do-not-call list. */
export function toSuppression(from: DncEntry): Shape<'suppression'> {
  return withoutUndefined({
    suppression_ref: from.entryId,
    phone_number: from.phone,
    cause: from.reason,
    origin: spell(from.source),
    listed_at: ms(from.addedAt),
    listed_by: toPerson(from.addedBy),
    lapses_at: optionalMs(from.expiresAt),
  });
}
