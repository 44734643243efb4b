import type { CommandResult } from './command.ts';

/** How long a command with a wide or irreversible effect is held unless the operator says otherwise. */
export const HOLD_MS = 8_000;

/** Conversations that one bulk command may name. */
export const MAX_BULK = 500;

export const BULK_ACTIONS = ['complete', 'transfer', 'handBack', 'takeOver'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** What is held first of campaigns and all that belongs to them. */
export const CAMPAIGN_HELD_ACTIONS = [
  'startDispatcher',
  'resumeDispatcher',
  'stopDispatcher',
  'archiveCampaign',
  'skipContact',
  'retryContact',
  'rescheduleContact',
  'removeContact',
  'removeDoNotCall',
] as const;
export type CampaignHeldAction = (typeof CAMPAIGN_HELD_ACTIONS)[number];
/** What is held first of transcripts. */
export const TRANSCRIPT_HELD_ACTIONS = ['editTags'] as const;
export type HeldAction = BulkAction | CampaignHeldAction | (typeof TRANSCRIPT_HELD_ACTIONS)[number];

/** Contacts or numbers that one bulk command may name. */
export const MAX_BULK_CONTACTS = 5_000;

/** What the targets of a hold are where they are no conversations. */
export interface HoldSubject {
  readonly kind: 'campaign' | 'contact' | 'number';
  readonly campaign?: { readonly id: string; readonly name: string };
}

/**
 * - `held`: not sent; counts down to `dueAt`; can be undone or sent now.
 * - `sending`: on its way; it cannot be undone. The rest of a bulk command can be cancelled.
 * - `finished`: see `results` and `counts`; stays until dismissed, at most the newest few.
 * - `not-sent`: the console ended, the operator signed out, or the machine slept before it was due. It was not sent and is never sent by
 *   itself: the operator decides again.
 */
export type HoldPhase = 'held' | 'sending' | 'finished' | 'not-sent';

export type NotSentReason = 'console-ended' | 'signed-out' | 'slept';

/** Exact counts; they add up to `total`. `cancelled` were never sent because the operator cancelled the rest. */
export interface HoldCounts {
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  readonly unknown: number;
  readonly cancelled: number;
  readonly waiting: number;
}

export interface HoldResult {
  readonly conversation: string;
  readonly result: CommandResult | { readonly outcome: 'cancelled' };
}

/** One held command, single or bulk, as every window sees it. Texts (notes) stay in main. */
export interface Hold {
  readonly id: string;
  readonly tenant: string;
  readonly action: HeldAction;
  /** Absent: conversations. */
  readonly about?: HoldSubject;
  /** True when it was asked for as a bulk command. */
  readonly bulk: boolean;
  /** Ids of what it is about: conversations unless `about` says otherwise. */
  readonly conversations: readonly string[];
  readonly internalContactId?: string;
  readonly phase: HoldPhase;
  /** Epoch ms, this machine's clock. */
  readonly heldAt: number;
  readonly dueAt: number;
  readonly counts: HoldCounts;
  /** Results so far, in the order of `conversations`; those still waiting are absent. */
  readonly results: readonly HoldResult[];
  /** Why it was not sent. */
  readonly reason?: NotSentReason;
}

/** Every hold there is, oldest first. Each batch is the whole state. */
export interface HoldsState {
  readonly holds: readonly Hold[];
  /** Holds that cannot be kept over a crash just now (disk): they still run. */
  readonly problem?: 'holds-write-failed';
}

/** What a bulk command came to. Undone: everything is `cancelled`. */
export interface BulkResult {
  readonly hold: string;
  readonly counts: HoldCounts;
  readonly results: readonly HoldResult[];
}
