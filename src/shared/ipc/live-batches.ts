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

/** One open conversation. A patch holds only what is new or changed; ids identify. */
export type TranscriptBatch =
  | { readonly kind: 'snapshot'; readonly transcript: Transcript }
  | {
      readonly kind: 'patch';
      readonly conversation?: ConversationRow;
      readonly messages: readonly Message[];
      readonly functionCalls: readonly FunctionCall[];
      readonly transitions: readonly Transition[];
      readonly seenAt: number;
    }
  | { readonly kind: 'gone' };
