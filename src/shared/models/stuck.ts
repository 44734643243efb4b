import type { Lease } from './dispatcher.ts';

/** Why a dispatcher seems to stand still, most telling first. */
export type StuckCause = 'unreported-calls' | 'tenant-cap' | 'no-lines' | 'draining-calls' | 'unknown';

/** A dispatcher that should be calling and has not moved for a while. */
export interface Stuck {
  /** Epoch ms, the instance's clock: when it last moved. */
  readonly since: number;
  readonly cause: StuckCause;
  /** Calls that never reported back and hold capacity. */
  readonly unreported: number;
  /** What it holds, oldest first. */
  readonly leased: readonly Lease[];
}

/** Why a dispatcher that should be calling calls nobody just now, with nothing wrong. */
export type Waiting = {
  readonly why: 'windows-closed' | 'retries' | 'nothing-left';
  readonly until?: number;
};
