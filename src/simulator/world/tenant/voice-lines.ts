/**
 * The tenant's voice channels at its carrier. At the cap calls wait and none fails: platform.md section 2.7 has the
 * carrier's concurrency cap make voice operations queue.
 */
export interface VoiceLines<Call> {
  readonly cap: number;
  /** Calls in progress. */
  readonly inUse: number;
  readonly queued: number;
  readonly full: boolean;
  /** Since when the call that waits longest has waited, world time. */
  readonly oldest: number | undefined;
  resize(cap: number): void;
  /** The call waits for a channel. */
  queue(call: Call, now: number): void;
  /** The call that has waited longest, if a channel is free for it. */
  next(): Call | undefined;
}

/**
 * Opens the channels.
 *
 * @param inUse how many calls are in progress now
 */
export function createVoiceLines<Call>(inUse: () => number): VoiceLines<Call> {
  let cap = Number.POSITIVE_INFINITY;
  const waiting: { readonly call: Call; readonly since: number }[] = [];
  const lines: VoiceLines<Call> = {
    get cap() {
      return cap;
    },
    get inUse() {
      return inUse();
    },
    get queued() {
      return waiting.length;
    },
    get full() {
      return inUse() >= cap;
    },
    get oldest() {
      return waiting[0]?.since;
    },
    resize(next) {
      cap = next;
    },
    queue(call, since) {
      waiting.push({ call, since });
    },
    next: () => (lines.full ? undefined : waiting.shift()?.call),
  };
  return lines;
}

/** Channels a tenant has for that many calls at once: some room to spare, in steps of five. */
export function voiceCap(calls: number): number {
  return Math.max(10, Math.ceil((calls * 1.25) / 5) * 5);
}
