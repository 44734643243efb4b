import type { TenantProfile } from '../cast/tenant-profiles.ts';
import type { LiveConversation, OutboundCall } from '../live-conversation.ts';
import { end as endConversation, systemMessage } from '../steps/ending.ts';
import { systemNotes } from '../talk/csr-lines.ts';
import type { Engine } from '../tenant/engine.ts';
import type { ConversationStatus, WorldClock } from '../world-port.ts';
import { callArrival } from './call-arrival.ts';
import type { CampaignRecord, Lease } from './campaign-record.ts';
import { contactIdOf } from './contact-view.ts';
import { isFinal } from './dispatcher-machine.ts';
import type { DoNotCallList } from './do-not-call-list.ts';
import { afterCall, dispositionOf } from './outcomes.ts';

export interface CallParts {
  readonly seed: number;
  readonly profile: TenantProfile;
  readonly clock: WorldClock;
  readonly engine: Engine;
  /** World seconds a second: waits are that much shorter. */
  readonly speed: number;
  readonly doNotCall: DoNotCallList;
}

/** A call that is about to be placed. */
export interface PreparedCall {
  readonly call: OutboundCall;
  /**
   * It has been placed and holds a line.
   *
   * @param live its conversation; undefined for one that was lost long ago
   * @param since epoch milliseconds
   * @param lost it will never report back
   */
  hold(live: LiveConversation | undefined, since: number, lost: boolean): void;
}

/** Places calls and takes in what became of them. */
export interface Calls {
  /** Lines that calls of all campaigns hold. */
  readonly inUse: number;
  /** The campaign's side of a call, for whoever begins the conversation. */
  prepare(record: CampaignRecord, place: number): PreparedCall;
  /** Calls a contact. @param lost it will never report back */
  place(record: CampaignRecord, place: number, lost: boolean): void;
  /** The campaign's calls in the hands of the AI end now, lost ones are given up. */
  hangUp(record: CampaignRecord): void;
  /** Gives a lost call up: its line is free, its outcome stays unknown. */
  giveUp(record: CampaignRecord, lease: Lease): void;
  /** From now on nothing more is heard of this call. */
  lose(record: CampaignRecord, lease: Lease): void;
  /** A lost call's outcome comes after all. */
  report(record: CampaignRecord, lease: Lease): void;
}

export function createCalls(parts: CallParts): Calls {
  const { clock, engine, doNotCall, profile } = parts;
  let inUse = 0;

  function release(record: CampaignRecord, lease: Lease): void {
    if (!record.leases.delete(lease.place)) throw new Error('A line was given back twice');
    inUse -= 1;
    record.lastMovementAt = clock.now();
  }

  function settle(record: CampaignRecord, lease: Lease, disposition: string): void {
    const { contacts, attempts, draft, outcomes } = record;
    const { place } = lease;
    const now = clock.now();
    attempts.end(lease.attempt, now, disposition);
    attempts.setUnreported(lease.attempt, false);
    outcomes.set(disposition, (outcomes.get(disposition) ?? 0) + 1);
    record.lineMs += now - lease.since;
    if (contacts.state(place) === 'in-call') record.billedMinutes += Math.ceil((now - lease.since) / 60_000);
    release(record, lease);
    const after = afterCall(disposition, contacts.attempts(place), draft);
    const phone = contacts.phone(place);
    if (after.state !== 'waiting-retry') contacts.setState(place, after.state);
    else if (doNotCall.has(phone)) contacts.setState(place, 'do-not-call');
    else {
      const at = now + (after.afterMinutes * 60_000) / parts.speed;
      contacts.setState(place, 'waiting-retry', at);
      record.calendar.add(at, place);
    }
    if (after.unsubscribed) {
      doNotCall.unsubscribe(phone, { id: 'dialai', name: profile.agent }, `Asked in a call of ${draft.name}`);
    }
  }

  function ended(record: CampaignRecord, lease: Lease, status: ConversationStatus): void {
    lease.live = undefined;
    if (lease.lost) losesSight(record, lease);
    else settle(record, lease, dispositionOf(status));
  }

  function endNow(lease: Lease, note: keyof Pick<typeof systemNotes, 'hungUp' | 'unreported'>): void {
    const { live } = lease;
    if (live === undefined) return;
    engine.scene.recorder.at = clock.now();
    endConversation(live, engine.scene, 'failed', { message: systemMessage(live, systemNotes[note]) });
    engine.settle(live);
  }

  function prepare(record: CampaignRecord, place: number): PreparedCall {
    const { contacts, attempts, draft } = record;
    let lease: Lease | undefined;
    let pickedUp = false;
    const call: OutboundCall = {
      campaign: { id: record.id, name: draft.name },
      contactId: contactIdOf(record, place),
      answeringMachine: draft.answeringMachine,
      get lost() {
        return lease?.lost ?? false;
      },
      answered() {
        pickedUp = true;
        if (lease === undefined || lease.lost) return;
        lease.state = 'in-call';
        contacts.setState(place, 'in-call');
        record.lastMovementAt = clock.now();
      },
      ended(status) {
        if (lease !== undefined) ended(record, lease, status);
      },
    };
    return {
      call,
      hold(live, since, lost) {
        const attempt = attempts.add(place, contacts.lastAttempt(place), since, live?.number ?? 0);
        const state = pickedUp ? 'in-call' : 'dialing';
        lease = { place, attempt, since, state, lost, live };
        record.leases.set(place, lease);
        contacts.addAttempt(place, attempt);
        contacts.setState(place, state);
        inUse += 1;
        if (live === undefined) losesSight(record, lease);
      },
    };
  }

  /** Nothing more will be heard of the call. */
  function losesSight(record: CampaignRecord, lease: Lease): void {
    lease.state = 'unreported';
    record.attempts.setUnreported(lease.attempt, true);
  }

  function giveUp(record: CampaignRecord, lease: Lease): void {
    release(record, lease);
    record.contacts.setState(lease.place, 'skipped');
  }

  return {
    get inUse() {
      return inUse;
    },
    prepare,
    place(record, place, lost) {
      const now = clock.now();
      const { call, hold } = prepare(record, place);
      const live = engine.begin({ ...callArrival(parts, record, place, now), call });
      hold(live, now, lost);
      record.speed.count(now);
      record.lastMovementAt = now;
      engine.plan(live, { stage: 'open', after: 0 });
    },
    hangUp(record) {
      for (const lease of [...record.leases.values()]) {
        if (lease.live === undefined) giveUp(record, lease);
        else if (lease.live.shown.handledBy.kind !== 'human') {
          lease.lost = false;
          endNow(lease, 'hungUp');
        }
      }
    },
    giveUp,
    lose(record, lease) {
      if (isFinal(record.position.state) || lease.state === 'unreported') return;
      lease.lost = true;
      endNow(lease, 'unreported');
    },
    report(record, lease) {
      lease.lost = false;
      settle(record, lease, 'failed');
    },
  };
}
