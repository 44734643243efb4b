import type { FailureCode } from './failure.ts';

/** How an export is written: one row or line a conversation, one a message, JSON Lines, or readable text. */
export const EXPORT_FORMATS = ['conversations-csv', 'messages-csv', 'jsonl', 'text'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Conversations that an export may name; a whole search has no bound. */
export const MOST_NAMED = 5_000;

/** Conversations that one PDF holds at most: it is printed by a window, whole. */
export const MOST_IN_PDF = 200;

/**
 * - `running`; - `paused`: something went wrong, the part that is written stays and it can be resumed; - `done`;
 * - `cancelled`: nothing is left on the disk.
 */
export type ExportPhase = 'running' | 'paused' | 'done' | 'cancelled';

export interface ExportProblem {
  readonly code: FailureCode;
  readonly reason?: string;
}

/** One export as every window sees it. */
export interface ExportView {
  readonly id: string;
  readonly tenant: string;
  readonly format: ExportFormat;
  /** Name of the file alone. */
  readonly fileName: string;
  readonly phase: ExportPhase;
  readonly conversations: number;
  /** How many there are to be, where that is known. */
  readonly total?: number;
  /** Conversations that were gone when they were to be read. */
  readonly missing: number;
  readonly bytes: number;
  /** Why it is paused: code and reason of the failure. */
  readonly problem?: ExportProblem;
}

export interface ExportsState {
  /** Newest first. */
  readonly exports: readonly ExportView[];
}
