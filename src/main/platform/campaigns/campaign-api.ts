import type {
  Campaign,
  CampaignChanges,
  CampaignDraft,
  CampaignSummary,
  Page,
} from '../../../shared/models/campaign.ts';
import type {
  CampaignContact,
  ContactDetail,
  ContactFilter,
  NewContact,
} from '../../../shared/models/campaign-contact.ts';
import type { CallsInProgress, Dispatcher, DispatcherVerb, Forecast } from '../../../shared/models/dispatcher.ts';
import type { DoNotCallEntry, DoNotCallImport, NewDoNotCall } from '../../../shared/models/do-not-call.ts';
import type { ManifestRowError, ManifestUpload, ManifestUploadStart } from '../../../shared/models/manifest-upload.ts';
import type { OperationId } from '../../../shared/models/operation.ts';

/** Which page of a list, and how many entries on it. */
export interface PageAsked {
  /** `next` of the page before; absent for the first. */
  readonly next?: string;
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

export interface CampaignCalls {
  /** All campaigns, to the end of the list. @param archived whether those put away are asked for too. */
  list(archived?: boolean, signal?: AbortSignal): Promise<readonly CampaignSummary[]>;
  get(id: string, signal?: AbortSignal): Promise<Campaign>;
  create(draft: CampaignDraft): Promise<Campaign>;
  /** @param expectedRevision refused by the instance when the campaign has another one by now. */
  update(id: string, changes: CampaignChanges, expectedRevision?: number): Promise<Campaign>;
  duplicate(id: string, name?: string): Promise<Campaign>;
  archive(id: string): Promise<void>;
}

/** What a verb is sent with. */
export interface VerbOptions {
  readonly expectedRevision?: number;
  /** For `stop` alone. */
  readonly callsInProgress?: CallsInProgress;
  readonly reason?: string;
}

export interface DispatcherCalls {
  get(campaignId: string, signal?: AbortSignal): Promise<Dispatcher>;
  tell(campaignId: string, verb: DispatcherVerb, options?: VerbOptions): Promise<Dispatcher | undefined>;
  forecast(campaignId: string, signal?: AbortSignal): Promise<Forecast>;
}

export interface ManifestCalls {
  create(campaignId: string, start: ManifestUploadStart): Promise<ManifestUpload>;
  /**
   * Sends bytes that begin at `offset`. The same bytes may be sent again.
   * @returns how many bytes the instance has now, where it says so.
   * @throws FailureError `conflict` with `detail.receivedBytes` when the instance expects another offset.
   */
  putChunk(
    campaignId: string,
    uploadId: string,
    offset: number,
    bytes: Uint8Array,
    signal?: AbortSignal,
  ): Promise<number | undefined>;
  get(campaignId: string, uploadId: string, signal?: AbortSignal): Promise<ManifestUpload>;
  /** Ends the upload and lets the instance work it through; asking again answers the same. */
  complete(campaignId: string, uploadId: string): Promise<ManifestUpload | undefined>;
  /** Cancels an upload, or reverses an accepted one while that is possible (`conflict`, `not-reversible` after that). */
  cancel(campaignId: string, uploadId: string): Promise<void>;
  list(campaignId: string, signal?: AbortSignal): Promise<readonly ManifestUpload[]>;
  errors(campaignId: string, uploadId: string, page?: PageAsked): Promise<Page<ManifestRowError>>;
}

export interface ContactCalls {
  list(campaignId: string, filter?: ContactFilter, page?: PageAsked): Promise<Page<CampaignContact>>;
  get(campaignId: string, contactId: string, signal?: AbortSignal): Promise<ContactDetail>;
  add(campaignId: string, contact: NewContact): Promise<CampaignContact | undefined>;
  remove(campaignId: string, contactId: string): Promise<void>;
  skip(campaignId: string, contactId: string): Promise<CampaignContact | undefined>;
  retry(campaignId: string, contactId: string): Promise<CampaignContact | undefined>;
  /** @param at epoch ms. */
  reschedule(campaignId: string, contactId: string, at: number): Promise<CampaignContact | undefined>;
}

export interface DoNotCallCalls {
  list(text?: string, page?: PageAsked): Promise<Page<DoNotCallEntry>>;
  add(entry: NewDoNotCall): Promise<DoNotCallEntry | undefined>;
  remove(entryId: string): Promise<void>;
  import(entries: readonly Pick<NewDoNotCall, 'phone' | 'reason'>[]): Promise<DoNotCallImport | undefined>;
}

/**
 * All that the console can ask of one tenant's campaigns, in the console's own words. Failures are those of `TenantApi`:
 * a write is sent once, and `unknown-outcome` says that nobody knows whether it arrived. Conflicts tell `detail.state`
 * and `detail.legalVerbs` where the instance does.
 */
export interface CampaignApi {
  readonly tenant: string;
  can(operation: OperationId): boolean;
  /** Server clock minus this machine's, ms, from the latest answer's Date header. */
  clockSkew(): number | undefined;
  readonly campaigns: CampaignCalls;
  readonly dispatcher: DispatcherCalls;
  readonly manifests: ManifestCalls;
  readonly contacts: ContactCalls;
  readonly doNotCall: DoNotCallCalls;
}
