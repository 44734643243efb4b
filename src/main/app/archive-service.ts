import { dialog } from 'electron';
import { z } from 'zod';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { CommandResult } from '../../shared/models/command.ts';
import type { DeskPolicy } from '../../shared/models/desk.ts';
import { savedSearchesSchema } from '../../shared/models/saved-search.ts';
import type { SessionState } from '../../shared/models/session.ts';
import { noteInJournal } from '../commands/acts/act-record.ts';
import type { RunAct } from '../commands/acts/run-act.ts';
import type { KeptHold } from '../commands/holds/hold-file.ts';
import type { Holds } from '../commands/holds/holds.ts';
import type { Me } from '../commands/identity.ts';
import type { Journal } from '../commands/journal/journal.ts';
import { Desk } from '../desk/desk.ts';
import { deskHandlers } from '../desk/desk-handlers.ts';
import { followSession } from '../desk/desk-session.ts';
import { startDeskThread } from '../desk/desk-thread.ts';
import { savePageAsPdf } from '../ipc/handlers/app.ts';
import type { Platform } from '../platform/create-platform.ts';
import type { Clock } from '../storage/clock.ts';
import type { Log } from '../storage/log.ts';
import type { SecretBox } from '../storage/secret-box.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { Exports } from '../transcripts/export/exports.ts';
import { sendHeldTags, transcriptsHandlers } from '../transcripts/transcripts.ts';

export interface ArchiveServiceDeps {
  readonly folder: string;
  readonly platform: Pick<Platform, 'archiveApi'>;
  readonly settings: SettingsStore;
  readonly box: SecretBox;
  readonly clock: Clock;
  readonly log: Log;
  readonly run: RunAct;
  /** Made after this service, which sends what it holds. */
  readonly holds: () => Pick<Holds, 'hold'>;
  readonly journal: Journal;
  readonly me: () => Me | undefined;
  readonly deskPolicy: DeskPolicy;
  readonly mustMask: () => boolean;
  /** Whose desk it is, while somebody is signed in. */
  readonly owner: () => string;
}

export interface ArchiveService {
  readonly handlers: Pick<Handlers, 'archive' | 'desk'>;
  sendHeld(kept: KeptHold, target: KeptHold['targets'][number]): Promise<CommandResult>;
  /** Opens the desk of whoever signed in; when nobody is any more, for whatever reason, exports stop and it is closed. */
  follow(session: SessionState): void;
  /** The operator signed out: their desk is wiped where they or a policy want that. */
  left(): Promise<void>;
  close(): Promise<void>;
}

/** The desk takes at most so much, for so long. */
const DESK_LIMITS = { bytes: 512 * 1024 * 1024, days: 90 };
const deskSchema = z.object({ on: z.boolean(), wipeAtSignOut: z.boolean() });
const searchesSchema = z.object({ byTenant: z.record(z.string(), savedSearchesSchema) });

/** Ties transcripts, exports and the offline desk to each other. */
export function startArchiveService(deps: ArchiveServiceDeps): ArchiveService {
  const { platform, settings, clock, log, run, journal, me } = deps;
  const apiFor = (tenant: string) => platform.archiveApi(tenant);
  const choice = settings.section('desk', deskSchema, { on: false, wipeAtSignOut: false });
  const desk = new Desk({
    folder: deps.folder,
    box: deps.box,
    clock,
    log,
    limits: DESK_LIMITS,
    policy: deps.deskPolicy,
    wipesAtSignOut: () => choice.get().wipeAtSignOut,
    start: (data) => startDeskThread(new URL('./desk-worker.js', import.meta.url), data),
  });
  const searches = settings.section('searches', searchesSchema, { byTenant: {} });
  const exports = new Exports(({ tenant, format, phase, conversations, missing, fileName }, masked) => {
    const name = phase === 'done' ? 'exportTranscripts' : 'cancelExport';
    const facts = { format, conversations, missing, masked, file: fileName };
    noteInJournal(journal, { name, tenant, me: me() ?? {}, facts }).catch(() =>
      log.error('an export is not journaled'),
    );
  });
  const deskSession = followSession(desk, deps.owner, () => choice.get().on);

  return {
    handlers: {
      archive: transcriptsHandlers({
        apiFor,
        run,
        holds: { hold: (request) => deps.holds().hold(request) },
        desk,
        exports,
        log,
        searches: {
          get: (tenant) => searches.get().byTenant[tenant] ?? [],
          set: (tenant, saved) => searches.set({ byTenant: { ...searches.get().byTenant, [tenant]: [...saved] } }),
        },
        askWhere,
        now: clock.now,
        mustMask: deps.mustMask,
        savePdf: (suggestedName) => savePageAsPdf({ suggestedName, landscape: false }),
        notePdf: (tenant, facts) =>
          noteInJournal(journal, { name: 'exportTranscripts', tenant, me: me() ?? {}, facts }),
      }),
      desk: deskHandlers(desk, apiFor, (change) => choice.set({ ...choice.get(), ...change })),
    },
    sendHeld: (kept, target) => sendHeldTags({ apiFor, run }, kept, target),
    follow(session) {
      deskSession.follow(session);
      if (session.kind === 'signed-out') void exports.stopAll();
    },
    left: deskSession.left,
    async close() {
      await exports.stopAll();
      await desk.close();
    },
  };
}

async function askWhere(suggestedName: string): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: suggestedName.replaceAll(/[/\\:*?"<>|\0]/g, '-'),
  });
  return canceled || filePath === '' ? undefined : filePath;
}
