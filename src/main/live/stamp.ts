/** Where a piece of news stands among all others: by the instance's count, and by the order it came in. */
export interface Stamp {
  /** The tenant stream's number, where the instance numbers events. */
  readonly sequence: number | undefined;
  /** Grows with every event that reaches the hub; orders news of instances that number nothing. */
  readonly arrival: number;
  /** Epoch ms, this machine's clock. */
  readonly at: number;
}

/** A fetched state: all up to `sequence` is in it; without a number, all that had arrived when it was asked for. */
export interface FetchStamp {
  readonly sequence: number | undefined;
  /** The arrival count when it was asked for. */
  readonly askedAt: number;
  /** The stream's number up to which all had been heard when it was asked for. */
  readonly heardTo?: number | undefined;
  readonly at: number;
}

/** True when news stamped so is not yet in what was fetched. */
export function isAfterFetch(sequence: number | undefined, arrival: number, fetch: FetchStamp): boolean {
  if (sequence !== undefined && fetch.sequence !== undefined) return sequence > fetch.sequence;
  return arrival > fetch.askedAt;
}
