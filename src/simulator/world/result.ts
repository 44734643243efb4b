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
  | 'saturated';
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
}
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;
