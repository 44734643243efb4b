import type { Conversation } from './conversation.ts';
import type { Failure } from './failure.ts';
import type { FunctionCall, Message, Transition } from './transcript.ts';

/** What narrows a list or search of the archive. All must hold; a list matches any of its values. Moments are epoch ms. */
export interface ArchiveFilter {
  readonly status?: readonly string[];
  readonly platform?: readonly string[];
  readonly direction?: string;
  /** Id or name. */
  readonly flow?: string;
  readonly flagged?: boolean;
  /** Name, or `name:value`. */
  readonly tag?: string;
  readonly risk?: readonly string[];
  readonly sentiment?: string;
  /** Part of name, number or address. */
  readonly contact?: string;
  /** Name, or `name:value`. */
  readonly parameter?: string;
  readonly pointOfContact?: string;
  readonly function?: string;
  readonly language?: string;
  readonly environment?: string;
  /** Seconds, inclusive. */
  readonly minDuration?: number;
  readonly maxDuration?: number;
  /** Started at or after. */
  readonly from?: number;
  /** Started before. */
  readonly to?: number;
}

export const SORT_FIELDS = ['startedAt', 'lastMessageAt', 'duration', 'risk'] as const;
export type SortField = (typeof SORT_FIELDS)[number];
export interface ArchiveSort {
  readonly field: SortField;
  readonly descending: boolean;
}

export const SPEAKERS = ['customer', 'ai', 'csr', 'system'] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** What is looked for: words and "phrases"; empty text finds all that the filter lets by. */
export interface ArchiveQuery {
  readonly text: string;
  /** A regular expression (JavaScript’s, any case) that a message must match; only what is kept on this machine can be asked. */
  readonly pattern?: string;
  readonly speaker?: Speaker;
  readonly filter: ArchiveFilter;
  readonly sort?: ArchiveSort;
}

/** A place where a term was said; `marks` are places in `text` (UTF-16 units, `to` exclusive), where the instance tells. */
export interface Snippet {
  readonly messageId?: string;
  readonly text: string;
  readonly speaker?: string;
  readonly marks: readonly { readonly from: number; readonly to: number }[];
}

export interface ArchiveHit {
  readonly conversation: Conversation;
  readonly snippets: readonly Snippet[];
  /** Set when this machine keeps it: since when (epoch ms), and whether it is pinned. */
  readonly kept?: { readonly at: number; readonly pinned: boolean };
}

/** So many of the last ones read tell where a reader stood, at most; most of them may be gone meanwhile. */
export const MOST_BEHIND = 200;

export interface ArchivePage {
  readonly items: readonly ArchiveHit[];
  /** Asks for the next page; absent on the last. */
  readonly next?: string;
  readonly total?: number;
  /** False: there are at least `total`. */
  readonly totalIsExact: boolean;
  /** What the offline desk found for the same search, with the first page. */
  readonly local?: readonly ArchiveHit[];
  /** Set when the instance was not asked since it has no place for regular expressions; all is from this machine then. */
  readonly byPattern?: true;
  /** Why the instance did not answer; all is from this machine then. */
  readonly offline?: Failure;
}

/** One conversation with all that was said and done. */
export interface ArchivedTranscript {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly functionCalls: readonly FunctionCall[];
  readonly transitions: readonly Transition[];
  /** Set when the instance was not reached: this is what the offline desk kept, as of then (epoch ms). */
  readonly keptAt?: number;
}

/** Somebody opened the transcript; epoch ms. */
export interface TranscriptView {
  readonly by: string;
  readonly at?: number;
}
