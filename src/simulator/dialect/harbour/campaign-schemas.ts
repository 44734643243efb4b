import { z } from '@hono/zod-openapi';
import { epoch } from './schemas.ts';

/** Outbound campaigns in the harbour dialect. */

export const count = z.int().min(0);
export const person = z.object({ user_id: z.string(), display_name: z.string() });
export const dialNumber = z.string().max(40).openapi({ description: 'Phone number, E.164.' });
const dailyTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

export const lifecycle = z
  .enum(['DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED', 'DRAINING', 'COMPLETED', 'STOPPED', 'FAILED'])
  .openapi('CampaignLifecycle', { description: 'State of a campaign.' });
export const dispatchAction = z.enum(['START', 'PAUSE', 'RESUME', 'STOP']).openapi('DispatchAction');
const allowedActions = z.array(dispatchAction).openapi({ description: 'Legal verbs of the dispatcher.' });

export const callingHours = z
  .object({
    begins_at: epoch.optional(),
    ends_at: epoch.optional(),
    weekdays: z.array(z.enum(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'])),
    daily_from: dailyTime.openapi({ description: 'Window start by the clock of the contact.' }),
    daily_to: dailyTime.openapi({ description: 'Window end, exclusive; 24:00 is the end of the day.' }),
    closed_dates: z.array(z.iso.date()).max(400).openapi({ description: 'Holidays.' }),
    fallback_tz: z.string().openapi({ description: 'IANA time zone for contacts whose own cannot be told.' }),
  })
  .openapi('CallingHours', { description: 'Schedule, in the time zone of each contact.' });

export const retryRules = z
  .array(
    z.object({
      cause: z.enum(['NO_ANSWER', 'BUSY', 'FAILED', 'ANSWERING_MACHINE']),
      wait_minutes: z.number().min(1).max(43_200),
    }),
  )
  .max(4);
export const voicemailPolicy = z
  .enum(['LEAVE_MESSAGE', 'HANG_UP', 'RETRY'])
  .openapi('VoicemailPolicy', { description: 'What to do with answering machines.' });

const settings = {
  title: z.string().trim().min(1).max(120).openapi({ description: 'Name of the campaign.' }),
  flow_id: z.string(),
  caller_number: dialNumber,
  calling_hours: callingHours,
  max_concurrent_calls: z.int().min(1).max(500).openapi({ description: 'Concurrency.' }),
  attempt_limit: z.int().min(1).max(20),
  voicemail_policy: voicemailPolicy,
};
const optionalSettings = {
  notes: z.string().max(2_000).optional().openapi({ description: 'Description of the campaign.' }),
  entry_point_id: z.string().optional().openapi({ description: 'The point of contact.' }),
};
const mandatoryVariables = z.array(z.string().min(1).max(80)).max(50);

export const newCampaign = z
  .object({
    ...settings,
    ...optionalSettings,
    retry_rules: retryRules,
    mandatory_variables: mandatoryVariables.default([]),
  })
  .openapi('NewOutboundCampaign');

export const campaignChange = z
  .object({
    title: settings.title.optional(),
    notes: z.string().max(2_000).nullable().optional(),
    flow_id: z.string().optional(),
    entry_point_id: z.string().nullable().optional(),
    caller_number: dialNumber.optional(),
    calling_hours: callingHours.optional(),
    max_concurrent_calls: settings.max_concurrent_calls.optional(),
    attempt_limit: settings.attempt_limit.optional(),
    voicemail_policy: voicemailPolicy.optional(),
    retry_rules: retryRules.optional(),
    mandatory_variables: mandatoryVariables.optional(),
    expected_version: z.int().optional().openapi({ description: 'Revision that the caller has seen.' }),
  })
  .openapi('OutboundCampaignChange');

export const campaignRow = z
  .object({
    campaign_ref: z.string().openapi({ description: 'Id of the campaign.' }),
    version: z.int().openapi({ description: 'Revision of the campaign.' }),
    lifecycle,
    archived: z.boolean(),
    ...settings,
    ...optionalSettings,
    created_at: epoch,
    created_by: person,
    modified_at: epoch,
    launched_at: epoch.optional(),
    finished_at: epoch.optional(),
    failure: z.object({ code: z.string(), detail: z.string(), occurred_at: epoch }).optional(),
    tally: z
      .object({
        total: count,
        to_call: count,
        ringing: count,
        talking: count,
        finished: count,
        skipped: count,
        unreached: count,
        suppressed: count,
      })
      .openapi({ description: 'Progress: contacts by what has become of them.' }),
    dispositions: z
      .array(z.object({ disposition: z.string(), count }))
      .openapi({ description: 'Outcomes of the attempts that have ended.' }),
    attempt_count: count,
    calls_per_minute: z.number().min(0),
    spend: z.object({ amount: z.number(), currency: z.string() }).optional().openapi({ description: 'Cost so far.' }),
    expected_finish_at: epoch.optional(),
    allowed_actions: allowedActions,
  })
  .openapi('OutboundCampaignRow');

export const campaign = campaignRow
  .extend({
    retry_rules: retryRules,
    mandatory_variables: z.array(z.string()),
    closing_windows: z.array(z.object({ tz: z.string(), closes_at: epoch, recipients: count })),
    changeable_fields: z.array(z.string()).openapi({ description: 'Fields that are editable in this state.' }),
  })
  .openapi('OutboundCampaign');

export const dispatchRequest = z
  .object({
    expected_version: z.int().optional(),
    calls_in_progress: z.enum(['FINISH', 'HANG_UP']).optional(),
    remark: z.string().max(500).optional().openapi({ description: 'Reason.' }),
  })
  .openapi('DispatchRequest');

export const dispatch = z
  .object({
    campaign_ref: z.string(),
    lifecycle,
    version: z.int(),
    allowed_actions: allowedActions,
    max_concurrent_calls: count,
    calls_in_progress: count,
    waiting_for_line: count.openapi({ description: 'Queued contacts.' }),
    held_lines: z
      .array(
        z.object({ recipient_ref: z.string(), held_since: epoch, line_state: z.enum(['RINGING', 'TALKING', 'LOST']) }),
      )
      .openapi({ description: 'Leased lines, oldest first.' }),
    lost_calls: count.openapi({ description: 'Unreported calls.' }),
    last_movement_at: epoch,
    paused_by: person.extend({ paused_at: epoch, remark: z.string().optional() }).optional(),
    line_cap: count.openapi({ description: 'Lines of the tenant.' }),
    lines_in_use: count,
  })
  .openapi('DispatchControl', { description: 'The dispatcher of a campaign.' });

export const outlook = z
  .object({
    computed_at: epoch,
    callable_now: count,
    zones: z.array(
      z.object({
        tz: z.string(),
        recipients: count,
        callable_now: count,
        opens_at: epoch.optional(),
        closes_at: epoch.optional(),
      }),
    ),
    suppressed: count.openapi({ description: 'Do-not-call hits.' }),
    overlapping: z.array(z.object({ campaign_ref: z.string(), title: z.string(), recipients: count })),
    expected_finish_at: epoch.optional(),
  })
  .openapi('DispatchOutlook', { description: 'Forecast of the dispatcher.' });
