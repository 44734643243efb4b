import { z } from '@hono/zod-openapi';
import { time } from './conversation.ts';
import { pageOf } from './page.ts';

export const phone = z
  .string()
  .max(40)
  .openapi({ description: 'E.164: `+`, country code, number.', examples: ['+14165550123'] });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const person = z.object({ id: z.string(), name: z.string() });
export const campaignState = z
  .enum(['draft', 'scheduled', 'running', 'paused', 'draining', 'completed', 'stopped', 'failed'])
  .openapi('CampaignState', {
    description:
      'draft –start→ running, or scheduled when `schedule.startsAt` is ahead; scheduled –time→ running; running or scheduled –pause→ paused; paused –resume→ running or scheduled; scheduled, running, paused or draining –stop→ draining until its calls have ended, then stopped; running –every contact final, or `endsAt`→ draining → completed; any that has begun –cause→ failed. completed, stopped and failed are final.',
  });
export const dispatcherVerb = z.enum(['start', 'pause', 'resume', 'stop']).openapi('DispatcherVerb');
const legalVerbs = z
  .array(dispatcherVerb)
  .readonly()
  .openapi({ description: 'What may be asked of the dispatcher in this state; every other verb answers 409.' });

export const schedule = z
  .object({
    startsAt: time.optional().openapi({ description: 'Started before, it waits as `scheduled`.' }),
    endsAt: time.optional().openapi({ description: 'No call is begun at or after this moment.' }),
    days: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).readonly(),
    windowStart: clockTime.openapi({ description: 'By the clock of the contact.', examples: ['09:00'] }),
    windowEnd: clockTime.openapi({ description: 'Exclusive; `24:00` is the end of the day.', examples: ['20:00'] }),
    holidays: z.array(z.iso.date()).max(400).readonly().openapi({ description: 'By the calendar of the contact.' }),
    zone: z.literal('contact').openapi({ description: 'Windows, days and holidays are in the contact’s own zone.' }),
    fallbackTimeZone: z.string().openapi({
      description: 'IANA name, for contacts whose own zone cannot be told.',
      examples: ['America/Toronto'],
    }),
  })
  .openapi('CampaignSchedule');

const instant = z.iso.datetime({ offset: true }).openapi({ format: 'date-time' });
/** As a client writes it: times may have any offset. */
const scheduleInput = schedule
  .extend({ startsAt: instant.optional(), endsAt: instant.optional() })
  .openapi('CampaignScheduleInput');

const retryRule = z.object({ afterMinutes: z.number().min(1).max(43_200) }).optional();
export const retry = z
  .object({ 'no-answer': retryRule, busy: retryRule, failed: retryRule, 'answering-machine': retryRule })
  .openapi('RetryRules', { description: 'After what to try again, and when. A cause that is left out is final.' });
export const answeringMachine = z.enum(['leave-message', 'hang-up', 'retry']).openapi('AnsweringMachine');

const settings = {
  name: z.string().trim().min(1).max(120),
  description: z.string().max(2_000).optional(),
  flowId: z.string().openapi({ description: 'The flow that each call follows.' }),
  pointOfContactId: z.string().optional().openapi({ description: 'An outbound voice point of contact.' }),
  callerId: phone,
  schedule,
  concurrency: z.int().min(1).max(500).openapi({ description: 'Calls at once, within the lines of the tenant.' }),
  maxAttempts: z.int().min(1).max(20),
  answeringMachine,
};
export const campaignDraft = z
  .object({
    ...settings,
    schedule: scheduleInput,
    retry,
    requiredVariables: z.array(z.string().min(1).max(80)).max(50).readonly().default([]),
  })
  .openapi('CampaignDraft');

export const campaignPatch = z
  .object({
    name: settings.name.optional(),
    description: z
      .string()
      .max(2_000)
      .nullable()
      .optional()
      .openapi({ type: ['string', 'null'] }),
    flowId: settings.flowId.optional(),
    pointOfContactId: z
      .string()
      .nullable()
      .optional()
      .openapi({ type: ['string', 'null'] }),
    callerId: phone.optional(),
    schedule: scheduleInput.optional(),
    concurrency: settings.concurrency.optional(),
    maxAttempts: settings.maxAttempts.optional(),
    retry: retry.optional(),
    answeringMachine: answeringMachine.optional(),
    requiredVariables: z.array(z.string().min(1).max(80)).max(50).readonly().optional(),
    expectedRevision: z
      .int()
      .optional()
      .openapi({ description: 'Answers 409 `stale-revision` when the campaign has another revision by now.' }),
  })
  .openapi('CampaignPatch', { description: 'Fields that are left out stay; null takes an optional one away.' });

const count = z.int().min(0);
export const progress = z
  .object({
    total: count,
    pending: count.openapi({ description: 'Still to be called, those that wait for a retry or a set time included.' }),
    dialing: count,
    inCall: count,
    done: count,
    skipped: count,
    unreachable: count,
    doNotCall: count,
  })
  .openapi('CampaignProgress');

const shared = {
  campaignId: z.string(),
  revision: z.int().min(1).openapi({ description: 'Grows with each change of settings or state, not with each call.' }),
  state: campaignState,
  archived: z.boolean(),
  ...settings,
  createdAt: time,
  createdBy: person,
  updatedAt: time,
  startedAt: time.optional(),
  endedAt: time.optional(),
  failure: z.object({ code: z.string(), message: z.string(), at: time }).optional(),
  progress,
  outcomes: z
    .record(z.string(), count)
    .readonly()
    .openapi({ description: 'Attempts that have ended, by their disposition.' }),
  attempts: count,
  callsPerMinute: z.number().min(0).openapi({ description: 'Calls begun a minute, over the last two minutes.' }),
  cost: z.object({ amount: z.number(), currency: z.string() }).optional(),
  estimatedEndAt: time.optional(),
  legalVerbs,
};
export const campaignSummary = z.object(shared).openapi('CampaignSummary');
export const campaign = z
  .object({
    ...shared,
    retry,
    requiredVariables: z.array(z.string()).readonly(),
    nextWindowCloses: z
      .array(z.object({ timeZone: z.string(), closesAt: time, contacts: count }))
      .readonly()
      .openapi({ description: 'Windows that are open now, the one that closes first first.' }),
    editable: z.array(z.string()).readonly().openapi({ description: 'Fields that may be changed in this state.' }),
  })
  .openapi('Campaign');
export const campaignPage = pageOf(campaignSummary, 'CampaignPage');

export const verbRequest = z
  .object({
    expectedRevision: z.int().optional(),
    callsInProgress: z
      .enum(['finish', 'hang-up'])
      .optional()
      .openapi({ description: 'For `stop`: calls finish (default), or those in the hands of the AI are ended.' }),
    reason: z.string().max(500).optional(),
  })
  .openapi('DispatcherRequest');

export const dispatcher = z
  .object({
    campaignId: z.string(),
    state: campaignState,
    revision: z.int().min(1),
    legalVerbs,
    concurrency: z.int(),
    callsInProgress: count,
    queued: count.openapi({ description: 'Contacts whose turn it is and who wait for a line of the tenant.' }),
    leased: z
      .array(z.object({ contactId: z.string(), since: time, state: z.enum(['dialing', 'in-call', 'unreported']) }))
      .max(50)
      .readonly()
      .openapi({ description: 'Who holds a line, oldest first.' }),
    unreported: count.openapi({ description: 'Calls whose outcome never came back; they hold their lines.' }),
    lastMovementAt: time,
    pausedBy: person.extend({ at: time, reason: z.string().optional() }).optional(),
    tenantCap: count,
    tenantInUse: count,
  })
  .openapi('Dispatcher');

export const forecast = z
  .object({
    at: time,
    dialableNow: count,
    byZone: z
      .array(
        z.object({
          timeZone: z.string(),
          contacts: count.openapi({ description: 'Still to be called.' }),
          dialableNow: count,
          opensAt: time.optional().openapi({ description: 'While its window is closed: when it opens.' }),
          closesAt: time.optional().openapi({ description: 'While its window is open: when it closes.' }),
        }),
      )
      .readonly(),
    doNotCallHits: count,
    overlaps: z
      .array(z.object({ campaignId: z.string(), name: z.string(), contacts: count }))
      .readonly()
      .openapi({ description: 'Other campaigns that have not ended and are still to call some of these numbers.' }),
    estimatedEndAt: time.optional(),
  })
  .openapi('DispatcherForecast');
