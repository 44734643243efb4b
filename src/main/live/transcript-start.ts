import type { TranscriptBatch } from '../../shared/ipc/live-batches.ts';
import type { FunctionCall, Message } from '../../shared/models/transcript.ts';
import { functionCallKind, messageKind } from './item-kinds.ts';

/** Messages that are sent first: several screens of them. */
const END = 100;
/** Messages that follow with each batch: what a window takes in without missing a frame. */
export const EARLIER_STEP = 2_000;

/** What a window has not got yet of a transcript. Keys, since the items may change before they are sent. */
export interface Earlier {
  /** The newest first. */
  readonly messages: readonly string[];
  readonly calls: readonly string[];
}

export const NOTHING_EARLIER: Earlier = { messages: [], calls: [] };

export type TranscriptPatch = Extract<TranscriptBatch, { kind: 'patch' }>;

/** The first batch of a transcript, and what is to follow. */
export interface TranscriptStart {
  readonly batch: Exclude<TranscriptBatch, { kind: 'patch' }>;
  readonly earlier: Earlier;
}

interface Split {
  readonly messages: readonly Message[];
  readonly calls: readonly FunctionCall[];
  readonly earlier: Earlier;
}

/**
 * Splits what is in order into its end and what is before it. Of the calls those belong to the end that began no earlier
 * than its first message, or of which nobody knows when.
 */
export function splitAtEnd(messages: readonly Message[], calls: readonly FunctionCall[]): Split {
  if (messages.length <= END * 2) return { messages, calls, earlier: NOTHING_EARLIER };
  const end = messages.slice(-END);
  const since = end[0]?.at;
  const isEarlier = (call: FunctionCall) =>
    since !== undefined && call.startedAt !== undefined && call.startedAt < since;
  return {
    messages: end,
    calls: calls.filter((call) => !isEarlier(call)),
    earlier: {
      messages: messages.slice(0, -END).reverse().map(messageKind.key),
      calls: calls.filter(isEarlier).map(functionCallKind.key),
    },
  };
}
