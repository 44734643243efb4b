import type { Handlers } from '../../shared/ipc/contract.ts';
import type { ActResult } from '../../shared/models/act.ts';
import type { CommandResult } from '../../shared/models/command.ts';
import type { Conversation } from '../../shared/models/conversation.ts';
import { failureOf } from '../../shared/models/failure.ts';
import type { SavedSearch } from '../../shared/models/saved-search.ts';
import type { RunAct } from '../commands/acts/run-act.ts';
import type { KeptHold } from '../commands/holds/hold-file.ts';
import type { Holds } from '../commands/holds/holds.ts';
import type { JournalFacts } from '../commands/journal/entry.ts';
import type { Desk } from '../desk/desk.ts';
import { searchDesk, withKept } from '../desk/desk-search.ts';
import type { ArchiveApi } from '../platform/archive/archive-api.ts';
import type { Log } from '../storage/log.ts';
import type { Exports } from './export/exports.ts';
import { pageAfter } from './page-after.ts';
import { queryOf } from './query-of.ts';
import { flagAct, reportAct, tagAct } from './transcript-acts.ts';

export interface TranscriptsDeps {
  readonly apiFor: (tenant: string) => ArchiveApi;
  readonly run: RunAct;
  readonly holds: Pick<Holds, 'hold'>;
  readonly desk: Desk;
  readonly exports: Exports;
  readonly log: Log;
  readonly searches: {
    get(tenant: string): readonly SavedSearch[];
    set(tenant: string, searches: readonly SavedSearch[]): void;
  };
  /** Asks the operator where an export is to be written; undefined when they cancelled. */
  readonly askWhere: (suggestedName: string) => Promise<string | undefined>;
  /** Saves what the asking window has put on paper; false when the operator thought better of it. */
  readonly savePdf: (suggestedName: string) => Promise<boolean>;
  /** Notes an export that a window printed. */
  readonly notePdf: (tenant: string, facts: JournalFacts) => Promise<void>;
  readonly now: () => number;
  /** Whether whoever manages this computer decided that exports are masked, whatever a window asks for. */
  readonly mustMask: () => boolean;
}

/** Ends of file names, by format. */
const ENDING = { 'conversations-csv': 'csv', 'messages-csv': 'csv', jsonl: 'jsonl', text: 'txt' } as const;

/** The `archive` group: search, read, tag, flag, report and export transcripts. */
export function transcriptsHandlers(deps: TranscriptsDeps): Handlers['archive'] {
  const { apiFor, run, holds, desk, exports, searches } = deps;

  /** What follows from opening one; neither may keep the transcript from being shown. */
  function opened(api: ArchiveApi, id: string): void {
    if (!api.can('transcripts.recordView')) return;
    api.recordView(id).catch(() => deps.log.info('a view could not be told to the instance'));
  }

  return {
    async search({ tenant, query: asked, next, behind, limit }) {
      const query = queryOf(asked);
      if (behind !== undefined) return pageAfter(apiFor(tenant), query, new Set(behind));
      const asksDesk = next === undefined && limit > 1 && desk.isOpen;
      if (query.pattern !== undefined && asksDesk) {
        const { hits, more } = await searchDesk(desk, tenant, query);
        return { items: hits, total: hits.length, totalIsExact: !more, byPattern: true };
      }
      const asking = apiFor(tenant).search(query, { limit, ...(next !== undefined && { next }) });
      // What is kept here goes with the first page, and stands in for the instance where it is not reached; it is looked for
      // meanwhile.
      const kept = asksDesk ? searchDesk(desk, tenant, query) : undefined;
      // Told where it is waited for, also when the instance fails before.
      kept?.catch(() => undefined);
      try {
        const page = await asking;
        return kept === undefined ? page : withKept(page, (await kept).hits);
      } catch (thrown) {
        const offline = failureOf(thrown);
        if (kept === undefined || offline.code !== 'offline') throw thrown;
        const { hits, more } = await kept;
        return { items: hits, total: hits.length, totalIsExact: !more, offline };
      }
    },
    async get({ tenant, id, forExport = false }) {
      const api = apiFor(tenant);
      const transcript = await api.get(id).catch(async (thrown: unknown) => {
        const kept = failureOf(thrown).code === 'offline' && desk.isOpen ? await desk.get(tenant, id) : undefined;
        if (kept === undefined) throw thrown;
        return kept;
      });
      if (transcript.keptAt !== undefined || forExport) return transcript;
      opened(api, id);
      desk.keep(tenant, transcript).catch(() => deps.log.warn('a transcript could not be kept on the desk'));
      return transcript;
    },
    readable: ({ tenant, id }) => apiFor(tenant).readable(id),
    recording: ({ tenant, id }) => apiFor(tenant).recording(id),
    views: ({ tenant, id }) => apiFor(tenant).views(id),
    history: ({ tenant, id, next }) => apiFor(tenant).history(id, next === undefined ? {} : { next }),
    journeyParameters: ({ tenant }) => apiFor(tenant).journeyParameters(),
    editTags: ({ tenant, targets, add, remove }) =>
      holds.hold({ tenant, action: 'editTags', bulk: targets.length > 1, targets, tags: { add, remove } }),
    flag: ({ tenant, id, flagged }) => run(flagAct(apiFor(tenant), { tenant, id, expected: {} }, flagged)),
    report: ({ tenant, id, reason, note }) =>
      run(reportAct(apiFor(tenant), { tenant, id, expected: {} }, reason, note)),
    searches: ({ tenant }) => searches.get(tenant),
    saveSearches: ({ tenant, searches: saved }) => searches.set(tenant, saved),
    async startExport({ tenant, query, format, masked, ids }) {
      const day = new Date(deps.now()).toISOString().slice(0, 10);
      const path = await deps.askWhere(`conversations-${tenant}-${day}.${ENDING[format]}`);
      if (path === undefined) return false;
      const hides = masked || deps.mustMask();
      exports.start(apiFor(tenant), {
        query: queryOf(query),
        format,
        masked: hides,
        path,
        ...(ids !== undefined && { ids }),
      });
      return true;
    },
    async exportPdf({ tenant, conversations, missing, masked }) {
      const day = new Date(deps.now()).toISOString().slice(0, 10);
      const saved = await deps.savePdf(`conversations-${tenant}-${day}.pdf`);
      if (saved) await deps.notePdf(tenant, { format: 'pdf', conversations, missing, masked });
      return saved;
    },
    exports: (_, changed) => exports.open(changed),
    resumeExport: ({ id }) => exports.resume(id),
    cancelExport: ({ id }) => exports.cancel(id),
    dismissExport: ({ id }) => exports.dismiss(id),
  };
}

/** Sends one conversation's part of a released edit of tags. */
export async function sendHeldTags(
  { apiFor, run }: Pick<TranscriptsDeps, 'apiFor' | 'run'>,
  { id: hold, tenant, tags = { add: [], remove: [] } }: KeptHold,
  target: KeptHold['targets'][number],
): Promise<CommandResult> {
  const act = tagAct(
    apiFor(tenant),
    { tenant, id: target.id, expected: { status: target.expected.status }, hold },
    tags,
  );
  return asCommand(await run(act));
}

/** The result of an act on a conversation as holds tell it. */
function asCommand(result: ActResult<Conversation>): CommandResult {
  const conversation = result.now === undefined ? {} : { conversation: result.now };
  if (result.outcome === 'done') return { outcome: 'done', ...conversation };
  if (result.outcome === 'unknown') return { outcome: 'unknown', failure: result.failure, ...conversation };
  const differences = result.differences.flatMap(({ field, before, now }) =>
    field === 'status' ? [{ field: 'status' as const, before, now }] : [],
  );
  return { outcome: 'refused', failure: result.failure, differences, ...conversation };
}
