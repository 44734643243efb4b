import {
  type Campaign,
  type CampaignChanges,
  type CampaignDraft,
  MACHINE_RULES,
  type MachineRule,
  RETRIED_OUTCOMES,
  type RetriedOutcome,
  WEEKDAYS,
  type Weekday,
} from '../../../../shared/models/campaign.ts';
import { isKnownZone } from '../../../../shared/models/zoned-time.ts';
import { FIELDS } from './changeable.ts';

/** A campaign as it is typed: everything is text until it is sound. */
export interface Form {
  readonly name: string;
  readonly description: string;
  readonly flowId: string;
  readonly pointOfContactId: string;
  readonly callerId: string;
  /** `YYYY-MM-DDTHH:MM` by this computer's clock; empty: none. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly days: readonly Weekday[];
  readonly windowStart: string;
  readonly windowEnd: string;
  /** One date a line. */
  readonly holidays: string;
  readonly fallbackTimeZone: string;
  readonly concurrency: string;
  readonly maxAttempts: string;
  /** Minutes after which a call is tried again; empty: never. */
  readonly retry: Readonly<Record<RetriedOutcome, string>>;
  readonly answeringMachine: MachineRule;
  /** Names with commas between. */
  readonly requiredVariables: string;
}

export const PROBLEMS = [
  'name',
  'flowId',
  'callerId',
  'days',
  'window',
  'span',
  'holidays',
  'fallbackTimeZone',
  'concurrency',
  'maxAttempts',
  'retry',
] as const;
export type Problem = (typeof PROBLEMS)[number];

/** A campaign as one begins it: working days, business hours, calm limits. */
export function emptyForm(zone: string): Form {
  return {
    name: '',
    description: '',
    flowId: '',
    pointOfContactId: '',
    callerId: '',
    startsAt: '',
    endsAt: '',
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    windowStart: '09:00',
    windowEnd: '20:00',
    holidays: '',
    fallbackTimeZone: zone,
    concurrency: '4',
    maxAttempts: '3',
    retry: { 'no-answer': '120', busy: '15', failed: '60', 'answering-machine': '' },
    answeringMachine: 'hang-up',
    requiredVariables: '',
  };
}

/** A campaign that exists, to be changed. */
export function formOf(campaign: Campaign, zone: string): Form {
  const base = emptyForm(zone);
  const { schedule, retry, answeringMachine } = campaign;
  const minutes = (outcome: RetriedOutcome) => String(retry[outcome]?.afterMinutes ?? '');
  return {
    name: campaign.name,
    description: campaign.description ?? '',
    flowId: campaign.flowId ?? '',
    pointOfContactId: campaign.pointOfContactId ?? '',
    callerId: campaign.callerId ?? '',
    startsAt: localText(schedule?.startsAt),
    endsAt: localText(schedule?.endsAt),
    days: schedule?.days ?? base.days,
    windowStart: schedule?.windowStart ?? base.windowStart,
    windowEnd: schedule?.windowEnd ?? base.windowEnd,
    holidays: schedule?.holidays.join('\n') ?? '',
    fallbackTimeZone: schedule?.fallbackTimeZone ?? zone,
    concurrency: String(campaign.concurrency ?? ''),
    maxAttempts: String(campaign.maxAttempts ?? ''),
    retry: {
      'no-answer': minutes('no-answer'),
      busy: minutes('busy'),
      failed: minutes('failed'),
      'answering-machine': minutes('answering-machine'),
    },
    answeringMachine: MACHINE_RULES.find((one) => one === answeringMachine) ?? base.answeringMachine,
    requiredVariables: campaign.requiredVariables.join(', '),
  };
}

/** What is not sound yet. */
export function problemsOf(form: Form): readonly Problem[] {
  const found = new Set<Problem>();
  const { startsAt, endsAt } = form;
  if (form.name.trim() === '') found.add('name');
  if (form.flowId === '') found.add('flowId');
  if (!/^\+[1-9]\d{5,14}$/.test(plainNumber(form.callerId))) found.add('callerId');
  if (form.days.length === 0) found.add('days');
  if (![form.windowStart, form.windowEnd].every((time) => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)))
    found.add('window');
  if (form.windowStart === form.windowEnd) found.add('window');
  if (startsAt !== '' && endsAt !== '' && (localMs(endsAt) ?? 0) <= (localMs(startsAt) ?? 0)) found.add('span');
  if (!datesOf(form.holidays).every(isDate)) found.add('holidays');
  if (!isKnownZone(form.fallbackTimeZone)) found.add('fallbackTimeZone');
  if (!isWhole(form.concurrency, 10_000)) found.add('concurrency');
  if (!isWhole(form.maxAttempts, 100)) found.add('maxAttempts');
  if (!Object.values(form.retry).every((minutes) => minutes.trim() === '' || isWhole(minutes, 43_200)))
    found.add('retry');
  return PROBLEMS.filter((one) => found.has(one));
}

/** The campaign that a sound form describes. */
export function draftOfForm(form: Form): CampaignDraft {
  const starts = localMs(form.startsAt);
  const ends = localMs(form.endsAt);
  const rules = RETRIED_OUTCOMES.flatMap((outcome) => {
    const minutes = form.retry[outcome].trim();
    return minutes === '' ? [] : [[outcome, { afterMinutes: Number(minutes) }] as const];
  });
  return {
    name: form.name.trim(),
    ...(form.description.trim() !== '' && { description: form.description.trim() }),
    flowId: form.flowId,
    ...(form.pointOfContactId.trim() !== '' && { pointOfContactId: form.pointOfContactId.trim() }),
    callerId: plainNumber(form.callerId),
    schedule: {
      ...(starts !== undefined && { startsAt: starts }),
      ...(ends !== undefined && { endsAt: ends }),
      days: WEEKDAYS.filter((day) => form.days.includes(day)),
      windowStart: form.windowStart,
      windowEnd: form.windowEnd,
      holidays: datesOf(form.holidays),
      fallbackTimeZone: form.fallbackTimeZone,
    },
    concurrency: Number(form.concurrency),
    maxAttempts: Number(form.maxAttempts),
    retry: Object.fromEntries(rules),
    answeringMachine: form.answeringMachine,
    requiredVariables: namesOf(form.requiredVariables),
  };
}

/** What differs from the campaign as it was on screen; an optional field that was emptied is null. */
export function changesOfForm(form: Form, before: Form): CampaignChanges {
  const now = draftOfForm(form);
  const then = draftOfForm(before);
  const changed = FIELDS.filter((field) => JSON.stringify(now[field]) !== JSON.stringify(then[field]));
  return Object.fromEntries(changed.map((field) => [field, now[field] ?? null]));
}

/** Epoch ms of what a date and time field holds; undefined for an empty one. */
export function localMs(text: string): number | undefined {
  const at = new Date(text).getTime();
  return text === '' || Number.isNaN(at) ? undefined : at;
}

function localText(at: number | undefined): string {
  if (at === undefined) return '';
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

const plainNumber = (text: string): string => text.replaceAll(/[\s().-]/g, '');
const namesOf = (text: string): string[] => [...new Set(text.split(',').map((name) => name.trim()))].filter(Boolean);
const datesOf = (text: string): string[] => [...new Set(text.split(/[\s,;]+/))].filter(Boolean).sort();

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function isWhole(text: string, most: number): boolean {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= 1 && value <= most;
}
