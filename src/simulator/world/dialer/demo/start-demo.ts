import type { CampaignDraft } from '../../campaign-port.ts';
import type { TenantProfile } from '../../cast/tenant-profiles.ts';
import { isoTime } from '../../iso-time.ts';
import type { Actor } from '../../outcome.ts';
import { mixSeed, Rng } from '../../random.ts';
import type { Past } from '../../tenant/past-calls.ts';
import type { CampaignWorks } from '../campaign-desk.ts';
import { type CampaignRecord, windowOf } from '../campaign-record.ts';
import { dayNumber, localTime, momentOf } from '../zone-clock.ts';
import { callingTimes } from './calling-time.ts';
import { bulkManifest, demoManifest } from './demo-contacts.ts';
import { fillDoNotCall } from './demo-do-not-call.ts';
import { createHistory } from './demo-history.ts';
import { type DemoCampaign, demoPlan } from './demo-plan.ts';
import { importWhole } from './import-whole.ts';

const hourMs = 3_600_000;
/** Conversations of past calls that are kept, for each campaign. */
const keptTranscripts = 12;
/** How long those that are over or paused have called: into the evening of the second day. */
const calledForHours = 34;
const doNotCallSize = 260;

export interface DemoParts {
  readonly seed: number;
  readonly profile: TenantProfile;
  readonly past: Past;
  readonly desk: CampaignWorks;
  /** Who made the campaigns. */
  readonly team: readonly Actor[];
  readonly now: number;
}

function draftOf(plan: DemoCampaign, { profile, now }: DemoParts): CampaignDraft {
  const always = plan.hours === 'always';
  const { timeZone } = profile.info;
  const local = localTime(timeZone, now);
  const tomorrow = momentOf(timeZone, dayNumber(local) + 1, 9 * 60);
  const { year } = local;
  return {
    name: plan.name,
    description: plan.description,
    flowId: plan.flowId,
    callerId: `+1${profile.areaCodes[0] ?? '416'}5550100`,
    schedule: {
      ...(plan.state === 'scheduled' && { startsAt: isoTime(tomorrow) }),
      days: always ? ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] : ['mon', 'tue', 'wed', 'thu', 'fri'],
      windowStart: always ? '00:00' : '09:00',
      windowEnd: always ? '24:00' : '20:00',
      holidays: always ? [] : [`${year}-12-25`, `${year + 1}-01-01`, `${year + 1}-07-01`],
      zone: 'contact',
      fallbackTimeZone: timeZone,
    },
    concurrency: plan.concurrency,
    maxAttempts: 3,
    retry: {
      'no-answer': { afterMinutes: 90 },
      busy: { afterMinutes: 10 },
      failed: { afterMinutes: 120 },
      'answering-machine': { afterMinutes: 240 },
    },
    answeringMachine: plan.answeringMachine,
    requiredVariables: plan.requiredVariables,
  };
}

/** Makes the campaigns that a tenant starts out with, each with what has led to its present state. */
export function startDemo(parts: DemoParts): void {
  const { seed, profile, desk, team, now } = parts;
  const { slug } = profile.info;
  const rng = new Rng(mixSeed(seed, slug, 'campaigns'));
  fillDoNotCall(desk.doNotCall, rng, profile, team, doNotCallSize, now);
  for (const plan of demoPlan[slug] ?? []) {
    const by = rng.pick(team);
    const createdAt = now - (plan.startedAgo + rng.between(20, 30)) * hourMs;
    const record = desk.preset(draftOf(plan, parts), by, createdAt);
    const manifest = Buffer.from(demoManifest(rng, profile, plan));
    importWhole(record, { fileName: fileNameOf(plan.name), file: manifest }, by, desk.doNotCall, createdAt + hourMs);
    makeHistory(record, plan, parts, rng);
  }
}

/** A paused campaign of so many contacts, for trying out how long lists feel. */
export function startBulk({ desk, team, now, ...parts }: DemoParts, contacts: number): void {
  const [by] = team;
  const plan = demoPlan[parts.profile.info.slug]?.[0];
  if (by === undefined || plan === undefined) return;
  const name = 'All customers, information';
  const record = desk.preset({ ...draftOf(plan, { desk, team, now, ...parts }), name }, by, now - hourMs);
  const file = bulkManifest(contacts, parts.profile.customerAreas);
  importWhole(record, { fileName: fileNameOf(name), file }, by, desk.doNotCall, now - hourMs / 2);
  record.position = { state: 'paused', drainsTo: undefined };
}

/** When a campaign was started: one that calls in office hours on a morning from Monday to Thursday. */
function startOf({ hours, startedAgo }: DemoCampaign, timeZone: string, now: number): number {
  const at = now - startedAgo * hourMs;
  if (hours === 'always') return at;
  const local = localTime(timeZone, at);
  const back = { mon: 0, tue: 0, wed: 0, thu: 0, fri: 1, sat: 2, sun: 3 }[local.weekday];
  return momentOf(timeZone, dayNumber(local) - back, 9 * 60);
}

function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  return `${plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}.csv`;
}

function makeHistory(record: CampaignRecord, plan: DemoCampaign, parts: DemoParts, rng: Rng): void {
  const { profile, desk, now } = parts;
  if (plan.state === 'draft') return;
  const startedAt = startOf(plan, profile.info.timeZone, now);
  const over = plan.state === 'completed' || plan.state === 'stopped' || plan.state === 'failed';
  const until =
    over || plan.state === 'paused' ? Math.min(now - hourMs, startedAt + calledForHours * hourMs) : now - 20_000;
  const history = createHistory(record, {
    ...parts,
    rng,
    calls: desk.calls,
    callingTime: callingTimes(rng, record.draft.schedule, [startedAt, until]),
    unsubscribed: (phone, at) => {
      const [addedAt, addedBy] = [isoTime(at), { id: 'dialai', name: profile.agent }];
      const reason = `Asked in a call of ${plan.name}`;
      if (!desk.doNotCall.has(phone))
        desk.doNotCall.preset(phone, { source: 'unsubscribed', reason, addedAt, addedBy });
    },
  });
  const places = Array.from({ length: record.contacts.length }, (_, place) => place).filter(
    (place) => record.contacts.state(place) === 'pending',
  );
  const called = places.splice(0, Math.round(places.length * plan.called));
  for (const [i, place] of called.entries()) {
    const kept = i >= called.length - keptTranscripts;
    // In the order of the file, more or less; the latest of a campaign that runs are minutes old.
    const share = i / Math.max(1, called.length);
    const from = startedAt + (until - startedAt) * Math.max(0, share - 0.1);
    history.called(place, from, Math.min(until, from + (until - startedAt) * 0.1), over, kept);
  }
  const callable = places.filter((place) => windowOf(record, record.contacts.zone(place), now).open);
  const going = callable.slice(0, plan.calls);
  const since = going.map((place) => history.inCall(place));
  const lostAt = now - (plan.lost?.agoMinutes ?? 0) * 60_000;
  for (let i = plan.lost?.count ?? 0; i > 0; i -= 1) {
    const place = callable[plan.calls + i];
    if (place !== undefined) history.lost(place, lostAt - i * rng.between(20_000, 400_000));
  }
  settleState(record, plan, { startedAt, until, over, since, lostAt, rng, parts });
}

interface Settling {
  readonly startedAt: number;
  readonly until: number;
  readonly over: boolean;
  /** When the calls in progress were placed. */
  readonly since: readonly number[];
  readonly lostAt: number;
  readonly rng: Rng;
  readonly parts: DemoParts;
}

function settleState(record: CampaignRecord, plan: DemoCampaign, settling: Settling): void {
  const { startedAt, until, over, since, lostAt, rng, parts } = settling;
  const { now, team } = parts;
  record.position = { state: plan.state, drainsTo: undefined };
  record.revision += plan.state === 'scheduled' ? 1 : over ? 3 : 2;
  record.updatedAt = plan.state === 'running' ? startedAt : until;
  if (plan.state !== 'scheduled') record.startedAt = startedAt;
  if (over) record.endedAt = until;
  record.lastMovementAt = plan.lost === undefined ? until : lostAt;
  if (plan.state === 'paused') {
    const by = rng.pick(team);
    record.pausedBy = { id: by.id, name: by.name, at: isoTime(until), reason: 'Waiting for the new list' };
  }
  if (plan.state === 'failed') {
    const message = 'The carrier rejects the caller number: it is not verified.';
    record.failure = { code: 'carrier-rejected', message, at: isoTime(until) };
  }
  if (since.length === 0) return;
  // Calls that have ended since count for the speed as well as those in progress.
  const ended = Array.from({ length: since.length }, () => now - rng.between(20_000, 119_000));
  for (const at of [...since, ...ended].sort((a, b) => a - b)) record.speed.count(at);
  record.lastMovementAt = Math.max(...since, now - 5_000);
}
