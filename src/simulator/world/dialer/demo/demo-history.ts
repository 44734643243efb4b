import type { Rng } from '../../random.ts';
import type { Past } from '../../tenant/past-calls.ts';
import { type ArrivalParts, callArrival } from '../call-arrival.ts';
import type { Calls } from '../calls.ts';
import type { CampaignRecord } from '../campaign-record.ts';
import { type Aftermath, afterCall, dispositionOf } from '../outcomes.ts';
import type { CallingTime } from './calling-time.ts';

export interface HistoryParts extends ArrivalParts {
  readonly rng: Rng;
  readonly past: Past;
  readonly calls: Calls;
  readonly now: number;
  readonly callingTime: CallingTime;
  /** Takes down who asked not to be called any more. */
  readonly unsubscribed: (phone: number, at: number) => void;
}

interface PastCall {
  readonly at: number;
  readonly endedAt: number;
  readonly disposition: string;
  /** Number of its conversation; 0 when that is so long ago that it is no longer kept. */
  readonly transcript: number;
}

/** How calls end, by weight, and how long they take, seconds. */
const endings: readonly (readonly [disposition: string, weight: number, from: number, to: number])[] = [
  ['no-answer', 20, 22, 34],
  ['busy', 4, 4, 9],
  ['failed', 3, 3, 12],
  ['answering-machine-message-left', 13, 28, 44],
  ['completed', 44, 40, 150],
  ['human-handoff', 8, 70, 260],
  ['abandoned', 6, 12, 70],
  ['unsubscribed', 2, 25, 60],
];
const answered: ReadonlySet<string> = new Set(['completed', 'human-handoff', 'abandoned', 'unsubscribed']);
const longestCall = 150_000;

/** Makes up calls that a campaign has had before the world began. */
export function createHistory(record: CampaignRecord, parts: HistoryParts) {
  const { rng, past, now } = parts;
  const { contacts, attempts, outcomes, draft } = record;

  function note(place: number, call: PastCall): Aftermath {
    const attempt = attempts.add(place, contacts.lastAttempt(place), call.at, call.transcript);
    contacts.addAttempt(place, attempt);
    attempts.end(attempt, call.endedAt, call.disposition);
    outcomes.set(call.disposition, (outcomes.get(call.disposition) ?? 0) + 1);
    record.lineMs += call.endedAt - call.at;
    if (answered.has(call.disposition)) record.billedMinutes += Math.ceil((call.endedAt - call.at) / 60_000);
    return afterCall(call.disposition, contacts.attempts(place), draft);
  }

  /** How a call came out, where its conversation is no longer kept. */
  function invent(at: number): PastCall {
    const [drawn, , from, to] = rng.weighted(endings, ([, weight]) => weight);
    const machine = drawn === 'answering-machine-message-left' && draft.answeringMachine !== 'leave-message';
    const disposition = machine ? 'answering-machine-no-message' : drawn;
    return { at, endedAt: Math.min(at + rng.between(from, to) * 1_000, now), disposition, transcript: 0 };
  }

  /** One whose conversation is played, and kept as a transcript. */
  function play(place: number, at: number): PastCall {
    const { call } = parts.calls.prepare(record, place);
    const { shown, number } = past.finished({ ...callArrival(parts, record, place, at), at, call });
    const endedAt = Date.parse(shown.endedAt ?? shown.startedAt);
    return { at, endedAt, disposition: dispositionOf(shown.status), transcript: number };
  }

  function settle(place: number, after: Aftermath, endedAt: number, over: boolean): void {
    if (after.unsubscribed) parts.unsubscribed(contacts.phone(place), endedAt);
    if (after.state !== 'waiting-retry') {
      contacts.setState(place, after.state);
      return;
    }
    // Of a campaign that is over nobody waits for anything: what was left is left.
    const nextAt = Math.max(endedAt + after.afterMinutes * 60_000, now + rng.between(5_000, 900_000));
    contacts.setState(place, over ? 'unreachable' : 'waiting-retry', over ? 0 : nextAt);
    if (!over) record.calendar.add(nextAt, place);
  }

  return {
    /**
     * The contact has been called, once or several times.
     *
     * @param from when its first call may have been at the earliest
     * @param over the campaign has ended
     * @param kept the conversation of its last call is kept
     */
    called(place: number, from: number, to: number, over: boolean, kept: boolean): void {
      const zone = contacts.zones[contacts.zone(place)] ?? draft.schedule.fallbackTimeZone;
      let at = parts.callingTime(zone, from, to);
      while (at !== undefined) {
        const last = kept ? play(place, at) : invent(at);
        const after = note(place, last);
        const again = last.endedAt + after.afterMinutes * 60_000;
        if (after.state !== 'waiting-retry' || again >= to) {
          settle(place, after, last.endedAt, over);
          return;
        }
        const next = parts.callingTime(zone, again, Math.min(to, again + 3_600_000));
        // Its window was closed meanwhile: it waits until it opens.
        if (next === undefined || next < again || next > to) {
          settle(place, after, last.endedAt, over);
          return;
        }
        at = next;
      }
    },
    /** The contact is in a call. */
    inCall(place: number): number {
      let prepared = parts.calls.prepare(record, place);
      const live = past.inProgress(() => {
        prepared = parts.calls.prepare(record, place);
        return { ...callArrival(parts, record, place, now), call: prepared.call };
      }, longestCall);
      const since = Date.parse(live.shown.startedAt);
      prepared.hold(live, since, false);
      return since;
    },
    /** The contact was called at a moment, and nothing has been heard since. */
    lost(place: number, at: number): void {
      parts.calls.prepare(record, place).hold(undefined, at, true);
    },
  };
}
