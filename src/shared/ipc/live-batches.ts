import type { ConversationRow } from '../models/conversation.ts';
import type { FunctionCall, Message, Transcript, Transition } from '../models/transcript.ts';

/** First a snapshot, then patches; a patch holds the newest row of each conversation that changed, once. */
export type RowsBatch =
  | { readonly kind: 'snapshot'; readonly rows: readonly ConversationRow[]; readonly oldestEventAt?: number }
  | {
      readonly kind: 'patch';
      readonly upserts: readonly ConversationRow[];
      readonly removed: readonly string[];
      /** When the oldest event of this patch reached main (epoch ms, this machine's clock), for event-to-paint. */
      readonly oldestEventAt?: number;
    };

/**
 * One open conversation. A patch holds only what is new or changed; ids identify. Of a long one the snapshot holds the
 * end, and patches bring the rest, the newest first.
 */
export type TranscriptBatch =
  | { readonly kind: 'snapshot'; readonly transcript: Transcript; readonly earlier?: number }
  | {
      readonly kind: 'patch';
      readonly conversation?: ConversationRow;
      readonly messages: readonly Message[];
      readonly functionCalls: readonly FunctionCall[];
      readonly transitions: readonly Transition[];
      readonly seenAt: number;
      /** How many earlier messages are still to come; absent when all are there. */
      readonly earlier?: number;
    }
  | { readonly kind: 'gone' };
