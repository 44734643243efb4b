/** How the world answers what is asked of it. Types only; re-exported by the port. */

export type FailureCode =
  | 'not-found'
  /** 409: someone else holds it; `takenBy` names them. */
  | 'taken-over'
  /** 409: the caller does not hold it (nobody does, or it went back to the AI). */
  | 'not-holder'
  /** 422: ended or queued conversations cannot be taken over. */
  | 'not-takeable'
  /** 422: the conversation has ended. */
  | 'ended'
  /** 422: the value makes no sense here (unknown contact, status not allowed, tag too long). */
  | 'invalid'
  /** 429 or 503: the model pool is full. */
  | 'saturated'
  /** 409: it has changed since the revision that the caller saw; `revision` tells the present one. */
  | 'stale-revision'
  /** 409: not in this state; `state` and, for a campaign, `legalVerbs` tell what is. */
  | 'illegal-state'
  /** 422: this field cannot be changed in the campaign's state; `details` names it. */
  | 'not-editable'
  /** 409: the contact is being called. */
  | 'in-call'
  /** 409: the chunk does not go on where the upload stands; `receivedBytes` tells where that is. */
  | 'offset-mismatch'
  /** 409: not all bytes have come; `receivedBytes` tells how many have. */
  | 'incomplete'
  /** 409: the import can no longer be taken back. */
  | 'not-reversible'
  /** 413: more than is taken at once. */
  | 'too-large'
  /** 410: the cursor is of an earlier run of the instance. */
  | 'cursor-expired';

export interface TakenBy {
  readonly id: string;
  readonly name: string;
  readonly at: string;
}

export interface Failure {
  readonly ok: false;
  readonly code: FailureCode;
  readonly message: string;
  readonly takenBy?: TakenBy;
  /** For `saturated`: after how many seconds a retry may succeed. */
  readonly retryAfterSeconds?: number;
  /** Which values are wrong, by the name of the field. */
  readonly details?: readonly { readonly path: string; readonly message: string }[];
  /** Where the thing stands, and what may be asked of it there. */
  readonly state?: string;
  readonly legalVerbs?: readonly string[];
  readonly revision?: number;
  readonly receivedBytes?: number;
}
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

/** A cursor is opaque to clients; `undefined` result of a bad cursor is told as failure `invalid`. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** Where a page begins: at a cursor, or after so many that fit. */
export type PageStart = string | { readonly skip: number } | undefined;

/** Who acts, as taken from the tenant token. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}
