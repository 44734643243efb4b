import type { CampaignDraft, CampaignState } from '../campaign-port.ts';
import type { LiveConversation } from '../live-conversation.ts';
import type { Actor } from '../outcome.ts';
import { AttemptStore } from './attempt-store.ts';
import { type WindowState, windowAt } from './calling-window.ts';
import { ContactStore } from './contact-store.ts';
import { type Circumstances, type MachineEvent, move, type Position } from './dispatcher-machine.ts';
import { DueCalendar } from './due-calendar.ts';
import { Lanes } from './lanes.ts';
import type { UploadRecord } from './manifest-upload.ts';
import { SpeedMeter } from './speed.ts';

/** A line that a call holds. */
export interface Lease {
  readonly place: number;
  readonly attempt: number;
  /** Epoch milliseconds. */
  readonly since: number;
  state: 'dialing' | 'in-call' | 'unreported';
  /** Its outcome will never come back. */
  lost: boolean;
  /** The conversation, until it has ended. */
  live: LiveConversation | undefined;
}

/** A campaign with all that belongs to it. Times are epoch milliseconds. */
export interface CampaignRecord {
  readonly id: string;
  readonly number: number;
  draft: CampaignDraft;
  position: Position;
  revision: number;
  archived: boolean;
  readonly createdAt: number;
  readonly createdBy: Actor;
  updatedAt: number;
  startedAt: number | undefined;
  endedAt: number | undefined;
  failure: { readonly code: string; readonly message: string; readonly at: string } | undefined;
  pausedBy: (Actor & { readonly at: string; readonly reason?: string }) | undefined;
  lastMovementAt: number;
  readonly contacts: ContactStore;
  readonly attempts: AttemptStore;
  readonly lanes: Lanes;
  readonly calendar: DueCalendar;
  readonly speed: SpeedMeter;
  /** How many attempts ended with which disposition. */
  readonly outcomes: Map<string, number>;
  /** Minutes begun of calls that were answered. */
  billedMinutes: number;
  /** How long ended calls have held their lines. */
  lineMs: number;
  estimate: { readonly at: number; readonly revision: number; readonly endsAt: number | undefined } | undefined;
  /** By contact, the oldest first. */
  readonly leases: Map<number, Lease>;
  /** Contacts whose turn it is and who wait for a line of the tenant. */
  readonly queue: number[];
  readonly uploads: UploadRecord[];
  /** Windows by zone code, for as long as they hold. */
  readonly windows: WindowState[];
  /** So many of the next calls will never report back. */
  toLose: number;
}

export function createRecord(number: number, draft: CampaignDraft, by: Actor, now: number): CampaignRecord {
  const contacts = new ContactStore();
  return {
    id: `cmp-${number}`,
    number,
    draft,
    position: { state: 'draft', drainsTo: undefined },
    revision: 1,
    archived: false,
    createdAt: now,
    createdBy: { id: by.id, name: by.name },
    updatedAt: now,
    startedAt: undefined,
    endedAt: undefined,
    failure: undefined,
    pausedBy: undefined,
    lastMovementAt: now,
    contacts,
    attempts: new AttemptStore(),
    lanes: new Lanes(contacts),
    calendar: new DueCalendar(now),
    speed: new SpeedMeter(),
    outcomes: new Map(),
    billedMinutes: 0,
    lineMs: 0,
    estimate: undefined,
    leases: new Map(),
    queue: [],
    uploads: [],
    windows: [],
    toLose: 0,
  };
}

/** What its moves depend on. */
export function circumstances({ draft }: CampaignRecord, now: number): Circumstances {
  const { startsAt } = draft.schedule;
  return { startsLater: startsAt !== undefined && Date.parse(startsAt) > now };
}

/** Notes that something was changed, by somebody or by itself. */
export function touch(record: CampaignRecord, now: number): void {
  record.revision += 1;
  record.updatedAt = now;
}

/** Moves its dispatcher by an event. @returns whether that is legal; when not, nothing changes */
export function advance(record: CampaignRecord, event: MachineEvent, now: number): boolean {
  const next = move(record.position, event, circumstances(record, now));
  if (next === undefined) return false;
  const before: CampaignState = record.position.state;
  record.position = next;
  if (before === next.state) return true;
  touch(record, now);
  record.lastMovementAt = now;
  if (next.state === 'running') record.startedAt ??= now;
  if (next.state !== 'paused') record.pausedBy = undefined;
  if (next.state === 'completed' || next.state === 'stopped' || next.state === 'failed') record.endedAt = now;
  // Whoever waited for a line goes back in turn.
  if (next.state !== 'running') {
    for (const place of record.queue.splice(0)) record.lanes.addAgain(place);
  }
  return true;
}

/** The calling window of one of its zones now. */
export function windowOf(record: CampaignRecord, zone: number, now: number): WindowState {
  const known = record.windows[zone];
  if (known !== undefined && now < (known.until ?? Number.POSITIVE_INFINITY)) return known;
  const name = record.contacts.zones[zone];
  if (name === undefined) throw new RangeError(`No zone ${zone}`);
  const found = windowAt(record.draft.schedule, name, now);
  record.windows[zone] = found;
  return found;
}

/** Contacts still to be called, those that wait for a retry or a set time included. */
export function remaining({ contacts }: CampaignRecord, zone?: number): number {
  return contacts.count('pending', zone) + contacts.count('waiting-retry', zone) + contacts.count('scheduled', zone);
}
