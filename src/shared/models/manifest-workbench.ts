import type { Failure } from './failure.ts';
import type { CheckSummary } from './manifest-check.ts';
import type { ColumnUse } from './manifest-columns.ts';
import type { ManifestFile } from './manifest-file.ts';
import type { ImportMode, ReceiptView, UploadView } from './manifest-receipt.ts';

/** What the campaign says about manifests. */
export interface CampaignFacts {
  readonly name: string;
  /** As the instance names it. */
  readonly state: string;
  readonly requiredVariables: readonly string[];
  /** Zone of contacts whose own is not known. */
  readonly fallbackTimeZone?: string;
  /** Contacts it has. */
  readonly contacts?: number;
}

/** Numbers that the file is compared with. */
export interface ComparedView {
  readonly kind: 'own' | 'other' | 'barred';
  /** Name of another campaign. */
  readonly name?: string;
  readonly state: 'waiting' | 'loading' | 'loaded' | 'unavailable' | 'failed';
  /** Numbers that are here. */
  readonly numbers: number;
  readonly total?: number;
  readonly failure?: Failure;
}

/** What takes long just now. */
export interface WorkbenchBusy {
  readonly what: 'opening' | 'checking' | 'fixing' | 'saving' | 'comparing' | 'preparing';
  /** 0 to 1, where it is known. */
  readonly share?: number;
  /** Epoch ms, this machine's clock. */
  readonly since: number;
}

/** Everything about the manifest of one campaign that is being worked on. */
export interface WorkbenchView {
  readonly campaign?: CampaignFacts;
  /** Why nothing is known of the campaign. */
  readonly campaignFailure?: Failure;
  /** Operations that uploading needs and this instance does not have. */
  readonly missing: readonly string[];
  /** Two letters: the country of numbers without a calling code. */
  readonly country: string;
  readonly mode: ImportMode;
  readonly file?: ManifestFile;
  readonly uses: readonly ColumnUse[];
  /** Whether the columns are as they were last assigned in a file like this. */
  readonly remembered: boolean;
  readonly busy?: WorkbenchBusy;
  readonly check?: CheckSummary;
  /** How long the last check took, ms. */
  readonly checkMs?: number;
  readonly compared: readonly ComparedView[];
  readonly upload?: UploadView;
  /** Newest first. */
  readonly receipts: readonly ReceiptView[];
  /** Why the last thing that was asked for was not done. */
  readonly failure?: Failure;
}

/** A text to be saved by `app.saveText`. */
export interface ManifestExport {
  readonly suggestedName: string;
  readonly text: string;
}
