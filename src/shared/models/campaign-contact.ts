/** One person a campaign calls. */
export interface CampaignContact {
  readonly id: string;
  readonly campaignId?: string;
  /** Data row of the manifest it came with, from 1. */
  readonly row?: number;
  readonly uploadId?: string;
  readonly phone: string;
  readonly externalId?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly language?: string;
  readonly timeZone?: string;
  readonly variables: Readonly<Record<string, string>>;
  /** `pending`, `dialing`, `in-call`, `waiting-retry`, `scheduled`, `done`, `skipped`, `unreachable`, `do-not-call`, or the instance's own word. */
  readonly state: string;
  readonly attempts?: number;
  /** Epoch ms. */
  readonly lastAttemptAt?: number;
  readonly nextAttemptAt?: number;
  readonly disposition?: string;
  /** The conversation of its latest call. */
  readonly transcriptId?: string;
}

/** One call to a contact. */
export interface ContactAttempt {
  readonly attempt: number;
  readonly at?: number;
  readonly endedAt?: number;
  readonly disposition?: string;
  readonly transcriptId?: string;
  readonly durationSeconds?: number;
  /** The call never reported back. */
  readonly unreported: boolean;
}

/** One contact with every call made to it. */
export interface ContactDetail extends CampaignContact {
  readonly history: readonly ContactAttempt[];
  readonly notCalledBecause?: { readonly code: string; readonly until?: number };
}

/** What a contact is added with. */
export interface NewContact {
  /** E.164. */
  readonly phone: string;
  readonly externalId?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly language?: string;
  readonly timeZone?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Which contacts are asked for. */
export interface ContactFilter {
  readonly state?: string;
  readonly disposition?: string;
  readonly text?: string;
  readonly zone?: string;
}
