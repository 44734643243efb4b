/** The states an instance may put a campaign in. Others are shown as they came. */
export const CAMPAIGN_STATES = [
  'draft',
  'scheduled',
  'running',
  'paused',
  'draining',
  'completed',
  'stopped',
  'failed',
] as const;

/** Days of the week as a schedule names them, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What may be redialled after which outcome, and when. */
export const RETRIED_OUTCOMES = ['no-answer', 'busy', 'failed', 'answering-machine'] as const;
export type RetriedOutcome = (typeof RETRIED_OUTCOMES)[number];

/** What is done when an answering machine picks up. */
export const MACHINE_RULES = ['leave-message', 'hang-up', 'retry'] as const;
export type MachineRule = (typeof MACHINE_RULES)[number];

/** When a campaign may call. Windows and days hold in the contact's own time zone. */
export interface Schedule {
  /** Epoch ms. */
  readonly startsAt?: number;
  readonly endsAt?: number;
  readonly days: readonly Weekday[];
  /** `HH:MM`, 24 hours. */
  readonly windowStart: string;
  readonly windowEnd: string;
  /** Dates `YYYY-MM-DD` on which nobody is called. */
  readonly holidays: readonly string[];
  /** IANA zone of contacts that have none of their own. */
  readonly fallbackTimeZone: string;
}

/** What an operator decides about a campaign. */
export interface CampaignDraft {
  readonly name: string;
  readonly description?: string;
  readonly flowId: string;
  readonly pointOfContactId?: string;
  /** The number that contacts see, E.164. */
  readonly callerId: string;
  readonly schedule: Schedule;
  /** Calls at the same time, at most. */
  readonly concurrency: number;
  readonly maxAttempts: number;
  readonly retry: { readonly [outcome in RetriedOutcome]?: { readonly afterMinutes: number } };
  readonly answeringMachine: MachineRule;
  /** Columns that every row of a manifest must fill. */
  readonly requiredVariables: readonly string[];
}

/** What is to be changed; null takes an optional field away, `schedule` and `retry` are replaced whole. */
export type CampaignChanges = Partial<Omit<CampaignDraft, 'description' | 'pointOfContactId'>> & {
  readonly description?: string | null;
  readonly pointOfContactId?: string | null;
};

/** Contacts of a campaign by where they stand; `total` is all of them. */
export interface CampaignProgress {
  readonly total: number;
  /** Still to be called, those that wait for a retry or a planned time among them. */
  readonly pending: number;
  readonly dialing: number;
  readonly inCall: number;
  readonly done: number;
  readonly skipped: number;
  readonly unreachable: number;
  readonly doNotCall: number;
}

/** A campaign as a list shows it. What the instance leaves out is absent. */
export interface CampaignSummary {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly revision?: number;
  /** One of `CAMPAIGN_STATES`, or the instance's own word. */
  readonly state: string;
  readonly archived: boolean;
  readonly createdAt?: number;
  readonly createdBy?: string;
  readonly updatedAt?: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** Why it failed, in the instance's words. */
  readonly failure?: string;
  readonly flowId?: string;
  readonly callerId?: string;
  readonly concurrency?: number;
  readonly schedule?: Schedule;
  readonly progress?: CampaignProgress;
  /** Calls by disposition. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly attempts?: number;
  readonly callsPerMinute?: number;
  readonly cost?: { readonly amount: number; readonly currency: string };
  readonly estimatedEndAt?: number;
  /** Verbs that the instance says its dispatcher takes now; absent where it says nothing. */
  readonly legalVerbs?: readonly string[];
}

/** When the calling window of a zone closes next, and for how many contacts that are still to be called. */
export interface WindowClosing {
  readonly timeZone: string;
  readonly closesAt: number;
  readonly contacts: number;
}

/** A campaign whole. */
export interface Campaign extends CampaignSummary {
  readonly pointOfContactId?: string;
  readonly maxAttempts?: number;
  readonly retry: CampaignDraft['retry'];
  /** One of `MACHINE_RULES`, or the instance's own word. */
  readonly answeringMachine?: string;
  readonly requiredVariables: readonly string[];
  readonly nextWindowCloses: readonly WindowClosing[];
  /** Fields of the draft that may be changed now; absent where the instance says nothing. */
  readonly editable?: readonly string[];
}

/** One page of a list that is fetched page by page. */
export interface Page<T> {
  readonly items: readonly T[];
  /** To be handed back for the next page; absent on the last one. */
  readonly next?: string;
  readonly total?: number;
}
