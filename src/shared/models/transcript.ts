import type { ConversationRow } from './conversation.ts';

export type Role = 'customer' | 'ai' | 'csr' | 'system' | 'unknown';

export interface Message {
  readonly id: string;
  /** Place in the transcript, from 0, where the instance numbers messages. */
  readonly index?: number;
  readonly role: Role;
  /** The instance's own word for the role when it is none of ours. */
  readonly roleLabel?: string;
  readonly author?: string;
  /** What was said; of what is no text, its fields as they came. */
  readonly text: string;
  /** The instance's own word for what is no text (an attachment, say); empty where it has none. */
  readonly notText?: string;
  /** Epoch ms, server clock. */
  readonly at?: number;
  /** The id the console gave a reply that it sent, echoed by the instance: lets a sent reply be recognised. */
  readonly clientMessageId?: string;
  /** Overall sentiment after this message, -1..1, where the instance tells it of single messages. */
  readonly sentiment?: number;
}

export interface FunctionCall {
  readonly id: string;
  readonly index?: number;
  readonly name: string;
  readonly status: 'running' | 'succeeded' | 'failed' | 'unknown';
  /** The instance's own word for the status when it is none of ours. */
  readonly statusLabel?: string;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  readonly inputs: unknown;
  readonly outputs: unknown;
  readonly event?: string;
  readonly error?: string;
}

export interface Transition {
  readonly index?: number;
  readonly at?: number;
  readonly from: string;
  readonly event: string;
  readonly to: string;
}

export interface Flow {
  readonly id: string;
  readonly name: string;
  readonly initialState?: string;
  readonly states: readonly string[];
  readonly transitions: readonly { readonly from: string; readonly event: string; readonly to: string }[];
}

/** One conversation opened: its row and all that was said and done. Messages are in order, each once. */
export interface Transcript {
  readonly conversation: ConversationRow;
  readonly messages: readonly Message[];
  readonly functionCalls: readonly FunctionCall[];
  readonly transitions: readonly Transition[];
  readonly flow?: Flow;
  /** Epoch ms, this machine's clock: when main last heard of this transcript. */
  readonly seenAt: number;
}

export interface InternalContact {
  readonly id: string;
  readonly name: string;
  readonly phoneNumber?: string;
}
