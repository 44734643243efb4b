import type { Conversation } from './conversation.ts';
import type { FunctionCall, Message, Transition } from './transcript.ts';

/** One transcript as the offline desk keeps it. */
export interface KeptTranscript {
  readonly tenant: string;
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly functionCalls: readonly FunctionCall[];
  readonly transitions: readonly Transition[];
  /** Epoch ms, this machine's clock: when it was last read from the instance. */
  readonly keptAt: number;
  /** Pinned ones are not dropped for age, and last for size. */
  readonly pinned: boolean;
}

/**
 * - `forbidden`: whoever manages this machine does not want it. - `off`: the operator does not. - `no-vault`: this machine has no vault that protects a key.
 * - `foreign`: the vault does not open the key that is here (another machine's, another keyring's); nothing was touched.
 * - `opening`: what is kept is being unlocked. - `open`: searchable. - `unreadable`: the system did not let it be opened.
 */
export type DeskState = 'forbidden' | 'off' | 'no-vault' | 'foreign' | 'opening' | 'open' | 'unreadable';

export interface DeskStatus {
  readonly state: DeskState;
  readonly transcripts: number;
  readonly messages: number;
  readonly bytes: number;
  readonly pinned: number;
  /** Bytes that it may take at most, and days that an unpinned transcript is kept. */
  readonly limitBytes: number;
  readonly limitDays: number;
  /** Whether all is deleted when the operator signs out, and whether that is decided for the fleet. */
  readonly wipesAtSignOut: boolean;
  readonly isManaged: boolean;
  /** Frames at the file's end that a crash left half written; they were dropped. */
  readonly tornFrames: number;
  /** A file that was damaged or another's was set aside when it was opened, and a new one begun. */
  readonly hasSetAside: boolean;
}

/** What is looked for among what is kept. */
export interface DeskQuery {
  readonly tenant: string;
  /** Words and "phrases"; a word that ends in `*` is the beginning of one. */
  readonly text: string;
  /** Instead of text: a regular expression, case-insensitive. */
  readonly pattern?: string;
  readonly speaker?: string;
  /** Name, or `name:value`. */
  readonly tag?: string;
  readonly order: 'newest' | 'best';
  readonly limit: number;
}

/** One message that matches. `marks` are places in `text`, UTF-16 units. */
export interface DeskHit {
  readonly conversation: Conversation;
  readonly messageId: string;
  readonly speaker: string;
  /** Epoch ms. */
  readonly at?: number;
  readonly text: string;
  readonly marks: readonly { readonly from: number; readonly to: number }[];
  readonly keptAt: number;
  readonly pinned: boolean;
}

export interface DeskResult {
  readonly hits: readonly DeskHit[];
  /** Set when there were more than were asked for. */
  readonly more: boolean;
}

/** A kept transcript without what was said. */
export type KeptHead = Pick<KeptTranscript, 'conversation' | 'keptAt' | 'pinned'>;

/** What whoever manages the fleet decides of the desk. */
export interface DeskPolicy {
  readonly allowed: boolean;
  readonly wipeAtSignOut?: boolean | undefined;
}
