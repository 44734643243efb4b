import type { Failure } from './failure.ts';

/** What came of pausing one dispatcher. `waiting`: not done yet, or the console ended before it knew. */
export type PanicOutcome = 'waiting' | 'paused' | 'already-paused' | 'refused' | 'unknown';

/** What came of resuming it again. */
export type RestoreOutcome = 'waiting' | 'resumed' | 'refused' | 'unknown';

/** One dispatcher of a panic. */
export interface PanicEntry {
  readonly tenant: string;
  readonly campaignId: string;
  readonly name: string;
  /** The state in which it was found. */
  readonly stateBefore: string;
  readonly outcome: PanicOutcome;
  readonly failure?: Failure;
  /** Its revision right after it was paused: another one later means that somebody changed it since. */
  readonly revisionAfter?: number;
  readonly restored?: RestoreOutcome;
  readonly restoreFailure?: Failure;
}

/** One press of the panic key: what was paused, and what could not be. */
export interface PanicReport {
  readonly id: string;
  /** Epoch ms, this machine's clock. */
  readonly at: number;
  readonly by?: string;
  /** Where it was pressed. */
  readonly from: 'shortcut' | 'tray' | 'window';
  readonly done: boolean;
  readonly entries: readonly PanicEntry[];
  /** Tenants whose campaigns could not be listed: what runs there still runs. */
  readonly unreachable: readonly { readonly tenant: string; readonly failure: Failure }[];
}

/** The panic key, and what it left to be restored. Each batch is the whole state. */
export interface PanicView {
  /** Keys as Electron writes them; empty: none. */
  readonly shortcut: string;
  /** False when the system gave the keys to another program. */
  readonly shortcutWorks: boolean;
  /** Newest first. */
  readonly reports: readonly PanicReport[];
  /** Set while the reports cannot be kept on the disk. */
  readonly problem?: 'panic-write-failed';
}

/** How a dispatcher that a panic paused stands now, looked at before restoring. */
export interface RestoreCandidate {
  readonly tenant: string;
  readonly campaignId: string;
  readonly name: string;
  /** `ready`: still as the panic left it; `changed`: somebody did something with it since; `failed`: it cannot be read. */
  readonly verdict: 'ready' | 'changed' | 'failed';
  readonly state?: string;
  readonly revision?: number;
  readonly failure?: Failure;
  /** Contacts that would be called at once, by the instance's own count. */
  readonly dialableNow?: number;
}

/** Whether a panic paused this dispatcher itself, and it was not resumed since: what restoring is about, and nothing else. */
export function isRestorable({ outcome, restored }: PanicEntry): boolean {
  const ours = outcome === 'paused' || outcome === 'unknown' || outcome === 'waiting';
  return ours && restored !== 'resumed';
}
