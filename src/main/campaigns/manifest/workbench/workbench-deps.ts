import type { RunAct } from '../../../commands/acts/run-act.ts';
import type { Me } from '../../../commands/identity.ts';
import type { JournalFacts } from '../../../commands/journal/entry.ts';
import type { CampaignApi } from '../../../platform/campaigns/campaign-api.ts';
import type { Clock } from '../../../storage/clock.ts';
import type { DeskProcess } from '../process/desk-client.ts';
import type { UploadStore } from '../upload/upload-store.ts';
import type { ColumnMemory } from './column-memory.ts';

export interface WorkbenchDeps {
  readonly apiFor: (tenant: string) => CampaignApi;
  readonly clock: Clock;
  readonly act: RunAct;
  readonly me: () => Me | undefined;
  /** Whose work it is: instance and user. */
  readonly owner: () => string;
  readonly store: UploadStore;
  readonly memory: ColumnMemory;
  /** Starts a process with a desk in it; copies go into the folder. */
  readonly startDesk: (folder: string) => DeskProcess;
  /** Asks the operator which file. @returns its path, or undefined when they thought better of it */
  readonly askOpen: () => Promise<string | undefined>;
  readonly askSave: (suggestedName: string) => Promise<string | undefined>;
  /** Writes something into the operator journal. @throws when it cannot be written */
  readonly note: (
    name: string,
    tenant: string,
    campaign: { id: string; name: string },
    facts: JournalFacts,
  ) => Promise<void>;
}
