/** One command or one hold of the operator journal, gathered from its lines. Texts are only lengths: they are not kept. */
export interface JournalEntry {
  /** Random id of the command or hold. */
  readonly id: string;
  /** Number of its first line; orders entries and is the place to page from. */
  readonly seq: number;
  /** `note`: something that happened by itself; `mark`: the journal's own note about itself (torn line, end cut off, …). */
  readonly kind: 'command' | 'hold' | 'note' | 'mark';
  /** Epoch ms, this machine's clock: its first line. */
  readonly at: number;
  /** takeOver, reply, handBack, transfer, complete; for a mark what it notes. Absent when the vault would not open it. */
  readonly action?: string;
  readonly tenant?: string;
  /** One for a command; all of them for a hold. */
  readonly conversations: readonly string[];
  /** What it is about where that is no conversation. */
  readonly subject?: {
    readonly kind: 'campaign' | 'contact' | 'number' | 'manifest' | 'conversation' | 'search' | 'inbox';
    readonly ids: readonly string[];
    readonly campaign?: { readonly id: string; readonly name: string } | undefined;
  };
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  readonly actor?: { readonly id?: string | undefined; readonly name?: string | undefined };
  readonly internalContactId?: string;
  /** Length of the reply or note, in characters. */
  readonly textLength?: number;
  readonly noteLength?: number;
  /** What the operator had on screen. */
  readonly expected?: JournalPicture;
  /** What was found on re-reading, before and after. */
  readonly before?: JournalPicture;
  readonly after?: JournalPicture;
  /** Every line about it: how far it got, and when. */
  readonly phases: readonly { readonly seq: number; readonly phase: JournalPhase; readonly at: number }[];
  /** How a command ended; absent while it runs, or when the console died in between. */
  readonly outcome?: 'done' | 'refused' | 'unknown';
  /** What the instance answered, without its words. */
  readonly answer?: {
    readonly code: string;
    readonly reason?: string | undefined;
    readonly status?: number | undefined;
    readonly requestId?: string | undefined;
    readonly takenBy?: { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
  };
  readonly differences: readonly { readonly field: string; readonly before: string; readonly now: string }[];
  readonly tookMs?: number;
  /** The hold that this command came from. */
  readonly hold?: string;
  /** True when the vault would not open its details. */
  readonly sealed: boolean;
}

export const JOURNAL_PHASES = [
  'intent',
  'sending',
  'outcome',
  'held',
  'undone',
  'released',
  'not-sent',
  'note',
  'mark',
] as const;
export type JournalPhase = (typeof JOURNAL_PHASES)[number];

export interface JournalPicture {
  readonly status: string;
  readonly handlerKind?: string | undefined;
  readonly handlerName?: string | undefined;
  readonly revision?: number | undefined;
}

export interface JournalPage {
  /** Newest first. */
  readonly entries: readonly JournalEntry[];
  /** Pass as `before` to go on; absent at the end. */
  readonly next?: number;
  /** Entries that pass the filter, on all pages. */
  readonly total: number;
}

/** What is wrong with a journal, and where. */
export interface JournalProblem {
  readonly kind:
    | 'edited'
    | 'unreadable-line'
    | 'out-of-order'
    | 'truncated'
    | 'head-missing'
    | 'head-unreadable'
    | 'head-behind'
    | 'head-differs'
    | 'noted-before';
  readonly file?: string;
  readonly line?: number;
  readonly seq?: number;
}

/** Result of checking every digest, link and number, and the end against the head that is kept apart. */
export interface JournalVerdict {
  readonly intact: boolean;
  readonly lines: number;
  /** Lines that a crash cut short and that are accounted for. */
  readonly torn: number;
  readonly problems: readonly JournalProblem[];
}

/** Ready to be given to `app.saveText`. */
export interface JournalExport {
  readonly suggestedName: string;
  readonly text: string;
  readonly entries: number;
}
