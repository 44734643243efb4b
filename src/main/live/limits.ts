/** Every time and bound of the hub in one place; tests and settings override single ones. All times in milliseconds. */
export interface HubLimits {
  /** How long a missing sequence number may still arrive out of order before it counts as a gap. */
  readonly reorderGraceMs: number;
  /** Events that may arrive beyond a missing one before it counts as a gap at once. */
  readonly reorderEvents: number;
  /** The stream is dead after this many heartbeat intervals of silence … */
  readonly heartbeatFactor: number;
  /** … but never sooner than this … */
  readonly heartbeatMinMs: number;
  /** … and after this while no interval is known yet. */
  readonly heartbeatUnknownMs: number;
  /** After a reconnect: how long to wait for proof that the stream went on where it broke off. */
  readonly proofMs: number;
  readonly backoffBaseMs: number;
  readonly backoffCapMs: number;
  /** Next try after a refusal that will not mend by itself (forbidden, not offered). */
  readonly refusedRetryMs: number;
  readonly pollMs: number;
  /** A stream without sequence numbers cannot prove that it is whole: compare with a snapshot this often. */
  readonly auditMs: number;
  /** Snapshots that follow each other sooner than this are spaced out. */
  readonly resyncCalmMs: number;
  /** A timer that fires this late means the machine slept, even where the OS does not tell. */
  readonly sleptMs: number;
  /** What happened in an absence shorter than this was seen soon enough not to be told as news of the past. */
  readonly awayMinMs: number;
  readonly endedLingerMs: number;
  readonly maxRows: number;
  /** Events kept aside while the snapshot they belong to is on its way. */
  readonly maxParked: number;
  readonly transcriptLingerMs: number;
  readonly flowsMaxAgeMs: number;
}

export const HUB_LIMITS: HubLimits = {
  reorderGraceMs: 250,
  reorderEvents: 64,
  heartbeatFactor: 3,
  heartbeatMinMs: 10_000,
  heartbeatUnknownMs: 45_000,
  proofMs: 2_000,
  backoffBaseMs: 500,
  backoffCapMs: 30_000,
  refusedRetryMs: 60_000,
  pollMs: 5_000,
  auditMs: 60_000,
  resyncCalmMs: 2_000,
  sleptMs: 15_000,
  awayMinMs: 2_000,
  endedLingerMs: 60_000,
  maxRows: 50_000,
  maxParked: 100_000,
  transcriptLingerMs: 10_000,
  flowsMaxAgeMs: 600_000,
};
