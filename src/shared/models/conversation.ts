/**
 * A live conversation as the console understands it, whatever the instance calls its fields.
 * "Conversation" in the UI is "transcript" in the API (docs.dialai.ca/api-integration).
 * Enumerations are open: a value the console does not know is kept and shown verbatim, hence `string`.
 */

import type { Watcher } from './watchers.ts';

/** Risk levels from calm (0) to critical (4). */
export type RiskLevel = 0 | 1 | 2 | 3 | 4;

export type HandlerKind = 'ai' | 'human' | 'queue' | 'none' | 'unknown';

export interface Handler {
  readonly kind: HandlerKind;
  /** The CSR's id and name where a person has it. */
  readonly userId?: string;
  readonly name?: string;
  /** Epoch milliseconds, server clock. */
  readonly since?: number;
}

export interface Sentiment {
  readonly name: string;
  /** 0..1 */
  readonly score: number;
}

export interface Tag {
  readonly name: string;
  readonly value?: string;
}

export interface Parameter {
  readonly name: string;
  readonly value: string;
  /** Only `verified` where the instance says so: a browser can forge anything else (platform.md section 3). */
  readonly source: 'verified' | 'asserted' | 'unknown';
}

/** One row of Live View. Every instant is epoch milliseconds on the server's clock. */
export interface Conversation {
  readonly id: string;
  /** Grows by one with each change where the instance counts changes; absent otherwise. */
  readonly revision?: number;
  readonly platform: string;
  readonly direction: string;
  readonly contact: { readonly id?: string; readonly display: string; readonly name?: string };
  readonly status: string;
  /** True once the status says that it will not change any more. */
  readonly ended: boolean;
  readonly handler: Handler;
  readonly aiState: 'running' | 'paused' | 'composing' | 'unknown';
  readonly queue?: { readonly skills: readonly string[]; readonly since?: number };
  readonly flow?: { readonly id?: string; readonly name: string; readonly version?: string };
  readonly state?: string;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly lastMessageAt?: number;
  readonly sessions24h?: number;
  readonly risk?: { readonly level: RiskLevel; readonly label: string };
  readonly sentiments: readonly Sentiment[];
  /** Overall mood of the last turns, oldest first, each -1..1. */
  readonly sentimentTrend: readonly number[];
  readonly functionsCalled: readonly string[];
  readonly functionCallCount?: number;
  readonly parameters: readonly Parameter[];
  readonly tags: readonly Tag[];
  readonly flagged: boolean;
  readonly language?: string;
  readonly environment?: string;
  /** Who has it open, this operator included, where the instance tells; absent: not known. */
  readonly watchers?: readonly Watcher[];
  /** Fields the console has no place for, shown plainly in the detail (never dropped). */
  readonly other: Readonly<Record<string, unknown>>;
}

/** A row as windows receive it: the conversation and when main last heard of it (epoch ms, this machine's clock). */
export interface ConversationRow extends Conversation {
  readonly seenAt: number;
}

/** A weaker sentiment is none. */
export const LEAST_SCORE = 0.1;

/** The top sentiments as Live View documents them: at most three, scores above 0.1. */
export function topSentiments(sentiments: readonly Sentiment[]): readonly Sentiment[] {
  return sentiments
    .filter((sentiment) => sentiment.score > LEAST_SCORE)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3);
}
