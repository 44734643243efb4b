import { z } from 'zod';
import { DIFF_KINDS, type DiffRow, type ManifestDiff, type ZoneCount } from '../models/manifest-check.ts';
import { IMPORT_MODES, type RefusedRow } from '../models/manifest-receipt.ts';
import type { ManifestRowDetail, ManifestRowPage } from '../models/manifest-rows.ts';
import { columnUsesSchema, manifestFixSchema, readingSchema, rowFilterSchema } from '../models/manifest-schemas.ts';
import type { ManifestExport, WorkbenchView } from '../models/manifest-workbench.ts';
import { command, invoke, stream } from './define.ts';

/** The manifest of which campaign. */
const bench = { tenant: z.string().min(1).max(200), campaign: z.string().min(1).max(300) };
const which = z.object(bench);
const page = { offset: z.number().int().min(0).max(10_000_000), limit: z.number().int().min(1).max(200) };
const receipt = z.string().min(1).max(100);
const words = z.record(z.string().max(40), z.string().max(300));

/** Calls about manifests: one file a campaign, checked on this machine, then uploaded. Paths of files never cross. */
export const manifestCalls = {
  /** Everything about it; each batch is the whole state. */
  state: stream<WorkbenchView>()(which),
  /** Asks for a file and opens it; false when the operator thought better of it. */
  chooseFile: command<boolean>()(which),
  /** A file that was dropped on the window: the preload puts its path in its place, or nothing where there is none. */
  openDropped: command<void>()(z.object({ ...bench, file: z.string().max(4096) })),
  /** Reads the file another way. */
  read: command<void>()(z.object({ ...bench, reading: readingSchema })),
  assign: command<void>()(z.object({ ...bench, uses: columnUsesSchema })),
  setOptions: command<void>()(
    z.object({ ...bench, country: z.string().regex(/^[A-Z]{2}$/), mode: z.enum(IMPORT_MODES) }),
  ),
  /** Resolves when all rows have their verdict; progress is in `state`. */
  check: command<void>()(which),
  /** Ends what takes long. */
  stop: command<void>()(which),
  rows: invoke<ManifestRowPage>()(z.object({ ...bench, filter: rowFilterSchema, ...page })),
  row: invoke<ManifestRowDetail>()(z.object({ ...bench, row: z.number().int().min(0).max(10_000_000) })),
  fix: command<void>()(z.object({ ...bench, fix: manifestFixSchema })),
  undo: command<void>()(which),
  redo: command<void>()(which),
  zones: invoke<readonly ZoneCount[]>()(which),
  /** Asks where, then writes every row that is not accepted; how many, or undefined when the operator thought better of it. */
  saveRejects: command<number | undefined>()(
    z.object({
      ...bench,
      words: z.object({
        row: z.string().max(100),
        verdict: z.string().max(100),
        why: z.string().max(100),
        verdicts: words,
        reasons: words,
      }),
    }),
  ),
  /** Compares what would be uploaded with what was before. */
  diff: invoke<ManifestDiff>()(which),
  diffRows: invoke<readonly DiffRow[]>()(z.object({ ...bench, kind: z.enum(DIFF_KINDS), ...page })),
  /** Prepares and sends the accepted contacts, as many as the operator saw; refused as `stale` when they are others by now. */
  upload: command<void>()(z.object({ ...bench, accepted: z.number().int().min(0) })),
  pauseUpload: command<void>()(which),
  resumeUpload: command<void>()(which),
  cancelUpload: command<void>()(which),
  /** Takes the contacts of an import back that were not yet called. */
  reverse: command<void>()(z.object({ ...bench, receipt })),
  /** Rows that the instance did not take. */
  refused: invoke<readonly RefusedRow[]>()(z.object({ ...bench, receipt, ...page })),
  exportReceipt: invoke<ManifestExport>()(z.object({ ...bench, receipt })),
  /** Puts the file away. */
  close: command<void>()(which),
};
