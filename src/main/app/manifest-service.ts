import { dialog } from 'electron';
import { UploadStore } from '../campaigns/manifest/upload/upload-store.ts';
import { columnMemory } from '../campaigns/manifest/workbench/column-memory.ts';
import type { WorkbenchDeps } from '../campaigns/manifest/workbench/workbench-deps.ts';
import { createWorkbenches, type Workbenches } from '../campaigns/manifest/workbench/workbenches.ts';
import { noteInJournal } from '../commands/acts/act-record.ts';
import type { Journal } from '../commands/journal/journal.ts';
import type { SecretBox } from '../storage/secret-box.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { startDeskProcess } from './desk-process.ts';

export interface ManifestServiceOptions extends Pick<WorkbenchDeps, 'apiFor' | 'clock' | 'act' | 'me' | 'owner'> {
  /** Where uploads and their files are kept. */
  readonly folder: string;
  readonly vault: Pick<SecretBox, 'encrypt' | 'decrypt'> | undefined;
  readonly settings: SettingsStore;
  readonly journal: Journal;
  /** Bundle of the process in which manifests are checked. */
  readonly engine: string;
}

/** Manifests with what they need of Electron: dialogs and a process of their own. */
export async function startManifestService(options: ManifestServiceOptions): Promise<Workbenches> {
  const { folder, vault, settings, journal, engine, ...deps } = options;
  const store = new UploadStore(folder, vault);
  await store.open(deps.clock.now());
  return createWorkbenches({
    ...deps,
    store,
    memory: columnMemory(settings),
    startDesk: (copies) => startDeskProcess(engine, copies),
    async askOpen() {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        properties: ['openFile'],
        filters: [
          { name: 'CSV, XLSX', extensions: ['csv', 'txt', 'tsv', 'xlsx', 'xlsm'] },
          { name: '*', extensions: ['*'] },
        ],
      });
      return canceled ? undefined : filePaths[0];
    },
    async askSave(suggestedName) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        defaultPath: suggestedName.replaceAll(/[/\\:*?"<>|\0]/g, '-'),
      });
      return canceled || filePath === '' ? undefined : filePath;
    },
    note: (name, tenant, campaign, facts) =>
      noteInJournal(journal, {
        name,
        tenant,
        me: deps.me() ?? {},
        subject: { kind: 'manifest', ids: [], campaign },
        facts,
      }),
  });
}
