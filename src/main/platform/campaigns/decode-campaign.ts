import type {
  Campaign,
  CampaignDraft,
  CampaignProgress,
  CampaignSummary,
  Schedule,
  Weekday,
  WindowClosing,
} from '../../../shared/models/campaign.ts';
import { RETRIED_OUTCOMES, WEEKDAYS } from '../../../shared/models/campaign.ts';
import { unwrapped } from '../decode/envelope.ts';
import { createFieldTable } from '../decode/field-table.ts';
import { instantOf } from '../decode/instant.ts';
import { present } from '../decode/present.ts';
import { personOf, wordOf, wordsOf } from '../decode/read-fields.ts';
import { countOf, listOf, numberOf, textOf, truthOf } from '../decode/values.ts';
import { isRecord, type JsonRecord, safeKeys } from '../json.ts';
import {
  campaignStateWord,
  dispositionWord,
  machineRuleWord,
  retriedWord,
  verbWord,
  weekdayWord,
} from './campaign-words.ts';

const CAMPAIGN = createFieldTable({
  id: ['campaignid', 'outreachid', 'id', 'key', 'uuid', 'campaignref'],
  name: ['name', 'campaignname', 'title', 'label'],
  description: ['description', 'notes', 'about', 'purpose'],
  revision: ['revision', 'version', 'rev', 'etag'],
  state: ['state', 'status', 'campaignstate', 'campaignstatus', 'phase', 'stage', 'lifecycle'],
  archived: ['archived', 'isarchived', 'archivedat', 'retired'],
  createdAt: ['createdat', 'created', 'createdon', 'creationtime'],
  createdBy: ['createdby', 'author', 'creator', 'owner'],
  updatedAt: ['updatedat', 'updated', 'modifiedat', 'changedat', 'lastmodified'],
  startedAt: ['startedat', 'started', 'firststartedat', 'launchedat'],
  endedAt: ['endedat', 'ended', 'finishedat', 'completedat', 'closedat'],
  failure: ['failure', 'failurereason', 'failurecause', 'failuremessage', 'error', 'errormessage'],
  flowId: ['flowid', 'flow', 'dialogflowid'],
  pointOfContactId: ['pointofcontactid', 'pointofcontact', 'entrypointid', 'pocid', 'entrypoint'],
  callerId: ['callerid', 'callernumber', 'fromnumber', 'from', 'outboundnumber', 'displaynumber', 'presentednumber'],
  concurrency: ['concurrency', 'maxconcurrency', 'concurrentcalls', 'maxconcurrentcalls', 'parallelcalls', 'lines'],
  schedule: ['schedule', 'callingschedule', 'callinghours', 'callingwindow', 'calendar', 'timetable'],
  progress: ['progress', 'contactcounts', 'counts', 'totals', 'tally', 'stats'],
  outcomes: ['outcomes', 'dispositions', 'results', 'outcomecounts', 'dispositioncounts'],
  attempts: ['attempts', 'attemptcount', 'callattempts', 'totalattempts', 'callsplaced', 'calls'],
  callsPerMinute: ['callsperminute', 'callrate', 'rate', 'speed', 'cpm', 'pace'],
  cost: ['cost', 'costs', 'spend', 'spent', 'charges'],
  estimatedEndAt: ['estimatedendat', 'estimatedend', 'expectedendat', 'eta', 'estimatedfinishat', 'expectedfinishat'],
  legalVerbs: ['legalverbs', 'allowedverbs', 'allowedactions', 'legalactions', 'availableactions', 'allowedcommands'],
  maxAttempts: ['maxattempts', 'attemptlimit', 'maximumattempts', 'maxtries', 'attemptsmax'],
  retry: ['retry', 'retries', 'retryrules', 'retrypolicy', 'redialrules', 'redial'],
  answeringMachine: [
    'answeringmachine',
    'machinerule',
    'onansweringmachine',
    'machineaction',
    'voicemailaction',
    'amd',
    'voicemailpolicy',
  ],
  requiredVariables: [
    'requiredvariables',
    'requiredcolumns',
    'mandatoryvariables',
    'neededvariables',
    'requiredfields',
  ],
  nextWindowCloses: ['nextwindowcloses', 'windowcloses', 'closingwindows', 'windowsclosing', 'nextwindowsclosing'],
  editable: ['editable', 'editablefields', 'changeable', 'changeablefields', 'mutablefields'],
});

const SCHEDULE = createFieldTable({
  startsAt: ['startsat', 'startat', 'start', 'notbefore', 'begin', 'beginsat', 'activefrom'],
  endsAt: ['endsat', 'endat', 'end', 'notafter', 'until', 'activeuntil'],
  days: ['days', 'weekdays', 'callingdays', 'daysofweek', 'activedays'],
  windowStart: [
    'windowstart',
    'opens',
    'opensat',
    'windowopens',
    'from',
    'dailystart',
    'earliest',
    'windowfrom',
    'dailyfrom',
  ],
  windowEnd: ['windowend', 'closes', 'closesat', 'windowcloses', 'to', 'dailyend', 'latest', 'windowto', 'dailyto'],
  holidays: ['holidays', 'excludeddates', 'blackoutdates', 'closeddates', 'daysoff'],
  zone: ['zone', 'zonemode', 'zonerule', 'clock'],
  fallbackTimeZone: [
    'fallbacktimezone',
    'defaulttimezone',
    'fallbackzone',
    'defaultzone',
    'fallbacktz',
    'defaulttz',
    'timezone',
  ],
});

const PROGRESS = createFieldTable({
  total: ['total', 'all', 'contacts', 'contactcount', 'totalcontacts'],
  pending: ['pending', 'waiting', 'open', 'remaining', 'notcalled', 'queued', 'todo', 'tocall'],
  dialing: ['dialing', 'dialling', 'ringing', 'calling'],
  inCall: ['incall', 'talking', 'connected', 'oncall'],
  done: ['done', 'completed', 'complete', 'finished', 'reached'],
  skipped: ['skipped', 'excluded', 'omitted'],
  unreachable: ['unreachable', 'exhausted', 'notreached', 'failed', 'gaveup', 'unreached'],
  doNotCall: ['donotcall', 'dnc', 'suppressed', 'blocked'],
});

const RETRY = createFieldTable({
  outcome: ['outcome', 'disposition', 'after', 'on', 'result', 'when', 'cause'],
  afterMinutes: ['afterminutes', 'delayminutes', 'waitminutes', 'minutes', 'intervalminutes', 'delay'],
});
const COUNTED = createFieldTable({
  name: ['disposition', 'outcome', 'name', 'key', 'result', 'status'],
  count: ['count', 'calls', 'number', 'value', 'total'],
});
const COST = createFieldTable({
  amount: ['amount', 'value', 'total', 'sum'],
  currency: ['currency', 'currencycode', 'unit'],
});
const CLOSING = createFieldTable({
  timeZone: ['timezone', 'zone', 'tz', 'timezoneid'],
  closesAt: ['closesat', 'closes', 'at', 'windowclosesat', 'until'],
  contacts: ['contacts', 'contactcount', 'count', 'remaining', 'recipients'],
});

const DATE = /^\d{4}-\d{2}-\d{2}/;
/** `9:00`, `09:00:00` → `09:00`. */
function timeOfDay(value: unknown): string | undefined {
  const parts = /^(\d{1,2}):(\d{2})/.exec(textOf(value) ?? '');
  return parts?.[1] === undefined ? undefined : `${parts[1].padStart(2, '0')}:${parts[2]}`;
}

/** A schedule from an object, or from fields that stand beside others; undefined when it has no calling window. */
export function decodeSchedule(raw: unknown): Schedule | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = SCHEDULE.read(raw);
  const windowStart = timeOfDay(values.windowStart);
  const windowEnd = timeOfDay(values.windowEnd);
  if (windowStart === undefined || windowEnd === undefined) return undefined;
  const known = new Set<string>(wordsOf(values.days, weekdayWord) ?? WEEKDAYS);
  return present({
    startsAt: instantOf(values.startsAt),
    endsAt: instantOf(values.endsAt),
    days: WEEKDAYS.filter((day): day is Weekday => known.has(day)),
    windowStart,
    windowEnd,
    holidays: listOf(values.holidays).flatMap((one) => DATE.exec(textOf(one) ?? '')?.[0] ?? []),
    fallbackTimeZone: textOf(values.fallbackTimeZone) ?? 'UTC',
  });
}

function decodeProgress(raw: unknown): CampaignProgress | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = PROGRESS.read(raw);
  const total = countOf(values.total);
  if (total === undefined) return undefined;
  const count = (value: unknown) => countOf(value) ?? 0;
  return {
    total,
    pending: count(values.pending),
    dialing: count(values.dialing),
    inCall: count(values.inCall),
    done: count(values.done),
    skipped: count(values.skipped),
    unreachable: count(values.unreachable),
    doNotCall: count(values.doNotCall),
  };
}

/** Calls by disposition, from a map of counts or a list of named counts. */
function decodeOutcomes(raw: unknown): Readonly<Record<string, number>> {
  const out: Record<string, number> = {};
  const add = (name: unknown, count: unknown) => {
    const word = wordOf(name, dispositionWord);
    const number = countOf(count);
    if (word !== undefined && word !== '__proto__' && number !== undefined) out[word] = (out[word] ?? 0) + number;
  };
  if (isRecord(raw)) for (const key of safeKeys(raw)) add(key, raw[key]);
  for (const one of Array.isArray(raw) ? raw : []) {
    if (!isRecord(one)) continue;
    const { values } = COUNTED.read(one);
    add(values.name, values.count);
  }
  return out;
}

function decodeRetry(raw: unknown): CampaignDraft['retry'] {
  const out: { -readonly [K in keyof CampaignDraft['retry']]: CampaignDraft['retry'][K] } = {};
  const add = (name: unknown, rule: unknown) => {
    const outcome = RETRIED_OUTCOMES.find((one) => one === wordOf(name, retriedWord));
    const minutes = numberOf(isRecord(rule) ? RETRY.read(rule).values.afterMinutes : rule);
    if (outcome !== undefined && minutes !== undefined) out[outcome] = { afterMinutes: minutes };
  };
  if (isRecord(raw)) for (const key of safeKeys(raw)) add(key, raw[key]);
  for (const one of Array.isArray(raw) ? raw : []) if (isRecord(one)) add(RETRY.read(one).values.outcome, one);
  return out;
}

function decodeCost(raw: unknown): CampaignSummary['cost'] {
  if (!isRecord(raw)) return undefined;
  const { values } = COST.read(raw);
  const amount = numberOf(values.amount);
  const currency = textOf(values.currency);
  return amount === undefined || currency === undefined ? undefined : { amount, currency };
}

function decodeClosings(raw: unknown): readonly WindowClosing[] {
  return listOf(raw).flatMap((one) => {
    if (!isRecord(one)) return [];
    const { values } = CLOSING.read(one);
    const timeZone = textOf(values.timeZone);
    const closesAt = instantOf(values.closesAt);
    return timeZone === undefined || closesAt === undefined
      ? []
      : [{ timeZone, closesAt, contacts: countOf(values.contacts) ?? 0 }];
  });
}

type Values = ReturnType<typeof CAMPAIGN.read>['values'];

function summaryOf(raw: JsonRecord, values: Values, id: string): CampaignSummary {
  return present({
    id,
    name: textOf(values.name) ?? id,
    description: textOf(values.description),
    revision: countOf(values.revision),
    state: wordOf(values.state, campaignStateWord) ?? '',
    archived: truthOf(values.archived),
    createdAt: instantOf(values.createdAt),
    createdBy: personOf(values.createdBy),
    updatedAt: instantOf(values.updatedAt),
    startedAt: instantOf(values.startedAt),
    endedAt: instantOf(values.endedAt),
    failure: failureText(values.failure),
    flowId: isRecord(values.flowId) ? textOf(values.flowId['id']) : textOf(values.flowId),
    callerId: textOf(values.callerId),
    concurrency: countOf(values.concurrency),
    schedule: decodeSchedule(values.schedule ?? raw),
    progress: decodeProgress(values.progress),
    outcomes: decodeOutcomes(values.outcomes),
    attempts: countOf(values.attempts),
    callsPerMinute: numberOf(values.callsPerMinute),
    cost: decodeCost(values.cost),
    estimatedEndAt: instantOf(values.estimatedEndAt),
    legalVerbs: wordsOf(values.legalVerbs, verbWord),
  });
}

const FAILURE = createFieldTable({ text: ['message', 'detail', 'reason', 'cause', 'text', 'code'] });

function failureText(value: unknown): string | undefined {
  return isRecord(value) ? textOf(FAILURE.read(value).values.text) : textOf(value);
}

/** A campaign as a list has it. Needed is an id. */
export function decodeCampaignSummary(raw: unknown): CampaignSummary | undefined {
  if (!isRecord(raw)) return undefined;
  const { values } = CAMPAIGN.read(raw);
  const id = textOf(values.id);
  return id === undefined ? undefined : summaryOf(raw, values, id);
}

/** Names of a draft's fields by their squashed spellings, to read which of them may be changed. */
function draftField(name: string): string {
  return CAMPAIGN.placeOf(name) ?? SCHEDULE.placeOf(name) ?? name;
}

function campaignOf(raw: JsonRecord): Campaign | undefined {
  const { values } = CAMPAIGN.read(raw);
  const id = textOf(values.id);
  if (id === undefined) return undefined;
  return {
    ...summaryOf(raw, values, id),
    ...present({
      pointOfContactId: textOf(values.pointOfContactId),
      maxAttempts: countOf(values.maxAttempts),
      retry: decodeRetry(values.retry),
      answeringMachine: wordOf(values.answeringMachine, machineRuleWord),
      requiredVariables: listOf(values.requiredVariables).flatMap((one) => textOf(one) ?? []),
      nextWindowCloses: decodeClosings(values.nextWindowCloses),
      editable: wordsOf(values.editable, draftField),
    }),
  };
}

/** The campaign in an answer, whatever envelopes are around it. */
export function decodeCampaign(answer: unknown): Campaign | undefined {
  return unwrapped(answer, ['campaign'])
    .map(campaignOf)
    .findLast((one) => one !== undefined);
}
