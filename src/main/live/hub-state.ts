import type { Failure } from '../../shared/models/failure.ts';
import type { HubState } from '../../shared/models/freshness.ts';
import { isRefusal } from './backoff.ts';

/** Failed tries after which "reconnecting" is called what it is. */
export const OFFLINE_AFTER = 3;

export interface HubFacts {
  readonly polling: boolean;
  /** The last snapshot could not be taken. */
  readonly snapshotFailing: boolean;
  readonly streamOpen: boolean;
  /** Tries in a row that failed to open the stream. */
  readonly failures: number;
  /** There are rows to show, however old. */
  readonly loaded: boolean;
  /** Nothing is known to be missing. */
  readonly whole: boolean;
  readonly problem: Failure | undefined;
}

/** The one word for where a tenant's live data stands. */
export function hubState(facts: HubFacts): HubState {
  const { polling, streamOpen, failures, loaded, whole, problem } = facts;
  if (polling) return facts.snapshotFailing ? 'reconnecting' : 'polling';
  const refused = problem !== undefined && isRefusal(problem);
  if (streamOpen) {
    if (loaded && whole) return 'live';
    return refused ? 'offline' : 'catching-up';
  }
  if (failures >= OFFLINE_AFTER || refused) return 'offline';
  return loaded || failures > 0 ? 'reconnecting' : 'connecting';
}
