import type { Picture } from '../../../shared/models/act.ts';
import type { Failure } from '../../../shared/models/failure.ts';
import type { JournalFacts, Subject } from '../journal/entry.ts';

/** What re-reading shows of a write: it took effect, it did not (yet), or there is nothing to tell by. */
export type ActFinding = 'done' | 'not-done' | 'cannot-tell';

/** One kind of write, without the care that is the same for all (run-act.ts). */
export interface Act<T> {
  /** The action as the journal names it. */
  readonly name: string;
  readonly tenant: string;
  readonly subject: Subject;
  /** Further facts for the journal; nothing personal. */
  readonly facts?: JournalFacts;
  /** The hold that it was released from. */
  readonly hold?: string | undefined;
  /** What was on screen; fields that are absent or undefined are not compared. */
  readonly expected: Picture;
  /** Reads the thing; undefined when it is not there. Throws FailureError. */
  read(): Promise<T | undefined>;
  picture(thing: T): Picture;
  /** Already so: nothing to send. */
  already?(now: T | undefined): boolean;
  /** Why it cannot be done although nothing changed since the operator looked. */
  refuse?(now: T | undefined): Failure | undefined;
  /** Sends the one request. Throws FailureError. */
  send(now: T | undefined): Promise<T | undefined>;
  find(before: T | undefined, now: T | undefined, answer: T | undefined): ActFinding;
}
