/** Contacts of campaigns and the do-not-call list, as part of the port of the dialer. Types only. */
import type { Actor, Page, PageStart, Result } from './outcome.ts';

export type ContactState =
  | 'pending'
  | 'dialing'
  | 'in-call'
  | 'waiting-retry'
  | 'scheduled'
  | 'done'
  | 'skipped'
  | 'unreachable'
  | 'do-not-call';

export interface NewContact {
  readonly phone: string;
  readonly externalId?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly language?: string;
  readonly timeZone?: string;
  readonly variables: Readonly<Record<string, string>>;
}
export interface CampaignContact extends Omit<NewContact, 'timeZone'> {
  readonly contactId: string;
  readonly campaignId: string;
  /** Data row of the manifest it came with. */
  readonly row?: number;
  readonly uploadId?: string;
  readonly timeZone: string;
  readonly state: ContactState;
  readonly attempts: number;
  readonly lastAttemptAt?: string;
  readonly nextAttemptAt?: string;
  /** Of the latest attempt that came to an end. */
  readonly disposition?: string;
  /** Conversation of the latest attempt. */
  readonly transcriptId?: string;
}
export interface Attempt {
  /** 1 for the first. */
  readonly attempt: number;
  readonly at: string;
  readonly endedAt?: string;
  readonly disposition?: string;
  readonly transcriptId?: string;
  readonly durationSeconds?: number;
  readonly unreported?: boolean;
}
export type NotCalledCode =
  | 'outside-window'
  | 'day-off'
  | 'holiday'
  | 'do-not-call'
  | 'paused'
  | 'queue'
  | 'concurrency'
  | 'retry-wait'
  | 'max-attempts'
  | 'skipped'
  | 'draft'
  | 'not-started'
  | 'campaign-ended';
export interface ContactDetail extends CampaignContact {
  /** The attempts one by one, oldest first. */
  readonly attemptHistory: readonly Attempt[];
  /** Why it is not being called at this moment; absent for one who is in a call or was reached. */
  readonly notCalledBecause?: { readonly code: NotCalledCode; readonly until?: string };
}
export interface ContactFilter {
  readonly state?: readonly ContactState[];
  readonly disposition?: readonly string[];
  /** Part of the number, name or external id. */
  readonly text?: string;
  readonly zone?: string;
}

export interface DncEntry {
  readonly entryId: string;
  readonly phone: string;
  readonly reason?: string;
  readonly source: 'operator' | 'import' | 'unsubscribed';
  readonly addedAt: string;
  readonly addedBy: Actor;
  readonly expiresAt?: string;
}
export interface DncImport {
  readonly added: number;
  readonly alreadyThere: number;
  readonly invalid: readonly { readonly index: number; readonly code: string }[];
}

export interface ContactDesk {
  list(campaignId: string, filter: ContactFilter, start: PageStart, limit: number): Result<Page<CampaignContact>>;
  get(campaignId: string, contactId: string): Result<ContactDetail>;
  add(campaignId: string, contact: NewContact): Result<CampaignContact>;
  remove(campaignId: string, contactId: string): Result<true>;
  skip(campaignId: string, contactId: string): Result<CampaignContact>;
  retry(campaignId: string, contactId: string): Result<CampaignContact>;
  /** `at` in epoch milliseconds. */
  reschedule(campaignId: string, contactId: string, at: number): Result<CampaignContact>;
}
export interface DoNotCallDesk {
  list(text: string | undefined, start: PageStart, limit: number): Result<Page<DncEntry>>;
  /** `expiresAt` in epoch milliseconds. A number that is there already keeps its entry. */
  add(
    entry: { readonly phone: string; readonly reason?: string; readonly expiresAt?: number },
    actor: Actor,
  ): Result<{ readonly entry: DncEntry; readonly added: boolean }>;
  remove(entryId: string): Result<true>;
  import(entries: readonly { readonly phone: string; readonly reason?: string }[], actor: Actor): Result<DncImport>;
}
