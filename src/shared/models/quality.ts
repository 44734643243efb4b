/** What a reviewer looks at. `pass-fail` is passed or not; `scale` is given 0 to `TOP_MARK`. */
export interface Criterion {
  readonly id: string;
  readonly name: string;
  /** What to look for, in a sentence. */
  readonly help?: string | undefined;
  readonly kind: 'pass-fail' | 'scale';
  /** How much it counts beside the others, 0 to 100. */
  readonly weight: number;
  /** Failing it (or giving it 0) fails the whole conversation. */
  readonly autoFail: boolean;
}

/** The criteria of a tenant as they were at one time; a change makes another version. */
export interface Scorecard {
  readonly version: number;
  /** Epoch ms; absent for the one that comes with the console. */
  readonly at?: number | undefined;
  readonly by?: string | undefined;
  readonly criteria: readonly Criterion[];
}

export const TOP_MARK = 5;
/** Whole numbers: 0 or 1 for `pass-fail`, 0 to `TOP_MARK` for `scale`; or that it does not apply. */
export type Mark = number | 'not-applicable';
export type Marks = Readonly<Record<string, Mark>>;

/** What is kept of a conversation under review: nothing that tells who its contact is. */
export interface ReviewedConversation {
  readonly id: string;
  readonly platform: string;
  readonly csr?: string | undefined;
  readonly flow?: string | undefined;
  readonly risk?: string | undefined;
  /** Epoch ms. */
  readonly startedAt?: number | undefined;
}

/** A note of the reviewer at one message. */
export interface MessageNote {
  readonly id: string;
  readonly message: string;
  readonly text: string;
}

/** What a reviewer judged. */
export interface Judgement {
  readonly marks: Marks;
  readonly note: string;
  readonly notes: readonly MessageNote[];
}

export interface ReviewEvent {
  readonly what: 'finished' | 'reopened';
  readonly at: number;
  readonly by?: string | undefined;
  /** Of `finished`: 0 to 100, and whether a criterion failed it all. */
  readonly score?: number | undefined;
  readonly failed?: boolean | undefined;
}

export interface Review extends Judgement {
  readonly about: ReviewedConversation;
  /** The version of the scorecard that it was judged by. */
  readonly version: number;
  readonly state: 'draft' | 'finished';
  /** Epoch ms of the last change. */
  readonly at: number;
  readonly by?: string | undefined;
  /** Oldest first. */
  readonly history: readonly ReviewEvent[];
}

/** How a sample is spread: over all that was found, or so many of each CSR, flow or risk. */
export const SPREADS = ['whole', 'csr', 'flow', 'risk'] as const;
export type Spread = (typeof SPREADS)[number];

/** Conversations drawn for review. The same search, spread, size and seed draw the same ones again. */
export interface Sample {
  readonly id: string;
  readonly at: number;
  /** The search as it is typed. */
  readonly search: string;
  readonly seed: string;
  readonly spread: Spread;
  readonly size: number;
  /** Conversations it was drawn from; `cut` when there were more than are read. */
  readonly considered: number;
  readonly cut: boolean;
  /** Left out since they were reviewed already. */
  readonly leftOut: number;
  readonly items: readonly ReviewedConversation[];
}

export type ItemState = 'open' | 'draft' | 'finished';
export interface SampleItem extends ReviewedConversation {
  readonly state: ItemState;
  readonly score?: number | undefined;
  readonly failed?: boolean | undefined;
}

/** A sample without its conversations, and how far its review is. */
export interface SampleSummary extends Omit<Sample, 'items'> {
  readonly total: number;
  readonly finished: number;
  readonly drafts: number;
}

/** What every window knows of the quality review of a tenant. */
export interface QualityView {
  /** Grows with each change: what was read by `sample`, `review` or `results` is then to be read again. */
  readonly revision: number;
  readonly scorecard: Scorecard;
  /** Every version but the one in force, newest first. */
  readonly earlier: readonly Scorecard[];
  /** Newest first. */
  readonly samples: readonly SampleSummary[];
  readonly reviews: { readonly finished: number; readonly drafts: number };
  /** How far the drawing is: conversations read, and how many there are where that is known. */
  readonly drawing?: { readonly read: number; readonly total?: number };
  /** Whether the vault of this computer seals what is kept; otherwise only the file's rights protect it. */
  readonly sealed: boolean;
  /** A file that could not be read was set aside, and what was in it is not shown. */
  readonly setAside: boolean;
}

export interface Average {
  /** 0 to 100. */
  readonly average: number;
  readonly reviews: number;
  readonly failed: number;
}
export interface QualityResults {
  /** Undefined while nothing is finished. */
  readonly whole?: Average;
  /** The most reviewed first; without a name: no CSR took part, or the instance does not tell. */
  readonly byCsr: readonly (Average & { readonly csr?: string })[];
  /** In the order of the newest scorecard. `failed`: how often it was failed or given 0. */
  readonly byCriterion: readonly (Average & { readonly id: string; readonly name: string })[];
}
