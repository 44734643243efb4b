import type { z } from '@hono/zod-openapi';
import { withoutUndefined } from '../../api/routes/without-undefined.ts';
import type {
  Campaign,
  CampaignDraft,
  CampaignPatch,
  CampaignSchedule,
  CampaignSummary,
  Dispatcher,
  Forecast,
  RetryCause,
  Weekday,
} from '../../world/campaign-port.ts';
import type * as schemas from './campaign-schemas.ts';

type Shape<K extends keyof typeof schemas> = (typeof schemas)[K] extends z.ZodType
  ? z.infer<(typeof schemas)[K]>
  : never;

type Weekdays = Shape<'callingHours'>['weekdays'];
const weekdays: Readonly<Record<Weekday, Weekdays[number]>> = {
  mon: 'MONDAY',
  tue: 'TUESDAY',
  wed: 'WEDNESDAY',
  thu: 'THURSDAY',
  fri: 'FRIDAY',
  sat: 'SATURDAY',
  sun: 'SUNDAY',
};
type Upper<T extends string> = T extends `${infer A}-${infer B}` ? `${Uppercase<A>}_${Upper<B>}` : Uppercase<T>;
type Lower<T extends string> = T extends `${infer A}_${infer B}` ? `${Lowercase<A>}-${Lower<B>}` : Lowercase<T>;

/** `no-answer` as `NO_ANSWER`. */
export function spell<T extends string>(value: T): Upper<T> {
  // What the type says is what these two calls do.
  return value.toUpperCase().replaceAll('-', '_') as Upper<T>;
}

/** `NO_ANSWER` as `no-answer`. */
export function read<T extends string>(value: T): Lower<T> {
  return value.toLowerCase().replaceAll('_', '-') as Lower<T>;
}

export const ms = (time: string) => Date.parse(time);
export const optionalMs = (time: string | undefined) => (time === undefined ? undefined : ms(time));
export const toPerson = ({ id, name }: { readonly id: string; readonly name: string }) => {
  return { user_id: id, display_name: name };
};
const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

/** Names of a campaign's fields in this dialect. */
const fieldNames: Readonly<Record<keyof CampaignDraft, string>> = {
  name: 'title',
  description: 'notes',
  flowId: 'flow_id',
  pointOfContactId: 'entry_point_id',
  callerId: 'caller_number',
  schedule: 'calling_hours',
  concurrency: 'max_concurrent_calls',
  maxAttempts: 'attempt_limit',
  retry: 'retry_rules',
  answeringMachine: 'voicemail_policy',
  requiredVariables: 'mandatory_variables',
};
const named: Readonly<Record<string, string>> = fieldNames;

function toHours(schedule: CampaignSchedule): Shape<'callingHours'> {
  return withoutUndefined({
    begins_at: optionalMs(schedule.startsAt),
    ends_at: optionalMs(schedule.endsAt),
    weekdays: schedule.days.map((day) => weekdays[day]),
    daily_from: schedule.windowStart,
    daily_to: schedule.windowEnd,
    closed_dates: [...schedule.holidays],
    fallback_tz: schedule.fallbackTimeZone,
  });
}

function readHours(hours: Shape<'callingHours'>): CampaignSchedule {
  const days = (Object.keys(weekdays) as Weekday[]).filter((day) => hours.weekdays.includes(weekdays[day]));
  return withoutUndefined({
    startsAt: iso(hours.begins_at),
    endsAt: iso(hours.ends_at),
    days,
    windowStart: hours.daily_from,
    windowEnd: hours.daily_to,
    holidays: hours.closed_dates,
    zone: 'contact' as const,
    fallbackTimeZone: hours.fallback_tz,
  });
}

function readRules(rules: Shape<'retryRules'>): CampaignDraft['retry'] {
  return Object.fromEntries(rules.map(({ cause, wait_minutes }) => [read(cause), { afterMinutes: wait_minutes }]));
}

const causes: readonly RetryCause[] = ['no-answer', 'busy', 'failed', 'answering-machine'];
function toRules(retry: CampaignDraft['retry']): Shape<'retryRules'> {
  return causes.flatMap((cause) => {
    const rule = retry[cause];
    return rule === undefined ? [] : [{ cause: spell(cause), wait_minutes: rule.afterMinutes }];
  });
}

/** The changes that a request asks for. */
export function readChange(change: Omit<Shape<'campaignChange'>, 'expected_version'>): CampaignPatch {
  const { calling_hours: hours, retry_rules: rules, voicemail_policy: policy } = change;
  return withoutUndefined({
    name: change.title,
    description: change.notes,
    flowId: change.flow_id,
    pointOfContactId: change.entry_point_id,
    callerId: change.caller_number,
    schedule: hours && readHours(hours),
    concurrency: change.max_concurrent_calls,
    maxAttempts: change.attempt_limit,
    retry: rules && readRules(rules),
    answeringMachine: policy && read(policy),
    requiredVariables: change.mandatory_variables,
  });
}

/** A new campaign as the world takes it. */
export function readCampaign(given: Shape<'newCampaign'>): CampaignDraft {
  return withoutUndefined({
    name: given.title,
    description: given.notes,
    flowId: given.flow_id,
    pointOfContactId: given.entry_point_id,
    callerId: given.caller_number,
    schedule: readHours(given.calling_hours),
    concurrency: given.max_concurrent_calls,
    maxAttempts: given.attempt_limit,
    retry: readRules(given.retry_rules),
    answeringMachine: read(given.voicemail_policy),
    requiredVariables: given.mandatory_variables,
  });
}

/** A campaign as a list shows it. */
export function toCampaignRow(from: CampaignSummary): Shape<'campaignRow'> {
  const { progress, failure } = from;
  return withoutUndefined({
    campaign_ref: from.campaignId,
    version: from.revision,
    lifecycle: spell(from.state),
    archived: from.archived,
    title: from.name,
    notes: from.description,
    flow_id: from.flowId,
    entry_point_id: from.pointOfContactId,
    caller_number: from.callerId,
    calling_hours: toHours(from.schedule),
    max_concurrent_calls: from.concurrency,
    attempt_limit: from.maxAttempts,
    voicemail_policy: spell(from.answeringMachine),
    created_at: ms(from.createdAt),
    created_by: toPerson(from.createdBy),
    modified_at: ms(from.updatedAt),
    launched_at: optionalMs(from.startedAt),
    finished_at: optionalMs(from.endedAt),
    failure: failure && { code: spell(failure.code), detail: failure.message, occurred_at: ms(failure.at) },
    tally: {
      total: progress.total,
      to_call: progress.pending,
      ringing: progress.dialing,
      talking: progress.inCall,
      finished: progress.done,
      skipped: progress.skipped,
      unreached: progress.unreachable,
      suppressed: progress.doNotCall,
    },
    dispositions: Object.entries(from.outcomes).map(([disposition, count]) => ({
      disposition: spell(disposition),
      count,
    })),
    attempt_count: from.attempts,
    calls_per_minute: from.callsPerMinute,
    spend: from.cost,
    expected_finish_at: optionalMs(from.estimatedEndAt),
    allowed_actions: from.legalVerbs.map(spell),
  });
}

/** A campaign with all there is to tell. */
export function toCampaign(from: Campaign): Shape<'campaign'> {
  return {
    ...toCampaignRow(from),
    retry_rules: toRules(from.retry),
    mandatory_variables: [...from.requiredVariables],
    closing_windows: from.nextWindowCloses.map(({ timeZone, closesAt, contacts }) => {
      return { tz: timeZone, closes_at: ms(closesAt), recipients: contacts };
    }),
    changeable_fields: from.editable.map((field) => named[field] ?? field),
  };
}

const lineStates = { dialing: 'RINGING', 'in-call': 'TALKING', unreported: 'LOST' } as const;

/** The dispatcher of a campaign. */
export function toDispatch(from: Dispatcher): Shape<'dispatch'> {
  const { pausedBy } = from;
  return withoutUndefined({
    campaign_ref: from.campaignId,
    lifecycle: spell(from.state),
    version: from.revision,
    allowed_actions: from.legalVerbs.map(spell),
    max_concurrent_calls: from.concurrency,
    calls_in_progress: from.callsInProgress,
    waiting_for_line: from.queued,
    held_lines: from.leased.map(({ contactId, since, state }) => {
      return { recipient_ref: contactId, held_since: ms(since), line_state: lineStates[state] };
    }),
    lost_calls: from.unreported,
    last_movement_at: ms(from.lastMovementAt),
    paused_by:
      pausedBy && withoutUndefined({ ...toPerson(pausedBy), paused_at: ms(pausedBy.at), remark: pausedBy.reason }),
    line_cap: from.tenantCap,
    lines_in_use: from.tenantInUse,
  });
}

/** What would be called, and until when. */
export function toOutlook(from: Forecast): Shape<'outlook'> {
  return withoutUndefined({
    computed_at: ms(from.at),
    callable_now: from.dialableNow,
    zones: from.byZone.map(({ timeZone, contacts, dialableNow, opensAt, closesAt }) =>
      withoutUndefined({
        tz: timeZone,
        recipients: contacts,
        callable_now: dialableNow,
        opens_at: optionalMs(opensAt),
        closes_at: optionalMs(closesAt),
      }),
    ),
    suppressed: from.doNotCallHits,
    overlapping: from.overlaps.map(({ campaignId, name, contacts }) => {
      return { campaign_ref: campaignId, title: name, recipients: contacts };
    }),
    expected_finish_at: optionalMs(from.estimatedEndAt),
  });
}
