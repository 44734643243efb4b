import { z } from 'zod';
import type { ActResult } from '../models/act.ts';
import {
  type ArchivedTranscript,
  type ArchivePage,
  MOST_BEHIND,
  SORT_FIELDS,
  SPEAKERS,
  type TranscriptView,
} from '../models/archive.ts';
import type { Conversation } from '../models/conversation.ts';
import type { DeskResult, DeskStatus } from '../models/desk.ts';
import { type BulkResult, MAX_BULK } from '../models/hold.ts';
import { type SavedSearch, savedSearchesSchema } from '../models/saved-search.ts';
import { EXPORT_FORMATS, type ExportsState, MOST_IN_PDF, MOST_NAMED } from '../models/transcript-export.ts';
import { LONGEST_PATTERN } from '../query/parse-query.ts';
import { asText, command, invoke, stream } from './define.ts';
import type { JsonText } from './json-text.ts';

const tenant = z.string().min(1).max(200);
const id = z.string().min(1).max(300);
const word = z.string().min(1).max(300);
const words = z.array(word).min(1).max(50).readonly();
const one = { tenant, id };
const next = z.string().max(5000);
const moment = z.number().min(0).max(8.64e15);
const seconds = z.number().min(0).max(1e9);

const filter = z.object({
  status: words.optional(),
  platform: words.optional(),
  direction: word.optional(),
  flow: word.optional(),
  flagged: z.boolean().optional(),
  tag: word.optional(),
  risk: words.optional(),
  sentiment: word.optional(),
  contact: word.optional(),
  parameter: word.optional(),
  pointOfContact: word.optional(),
  function: word.optional(),
  language: word.optional(),
  environment: word.optional(),
  minDuration: seconds.optional(),
  maxDuration: seconds.optional(),
  from: moment.optional(),
  to: moment.optional(),
});
/** What is looked for in the archive. */
export const archiveQuery = z.object({
  text: z.string().max(500),
  pattern: z.string().min(1).max(LONGEST_PATTERN).optional(),
  speaker: z.enum(SPEAKERS).optional(),
  filter,
  sort: z.object({ field: z.enum(SORT_FIELDS), descending: z.boolean() }).optional(),
});
const tag = z.object({ name: z.string().trim().min(1).max(80), value: z.string().max(256).optional() });
const seen = z.object({ revision: z.number().int().optional(), status: z.string().max(200) });

/** The archive and the offline desk. */
export const archiveContract = {
  archive: {
    search: asText(
      invoke<ArchivePage>()(
        z.object({
          tenant,
          query: archiveQuery,
          next: next.optional(),
          /** The last ones that were read, where the instance no longer knows `next`: what follows them, from wherever that is now. */
          behind: z.array(id).min(1).max(MOST_BEHIND).readonly().optional(),
          limit: z.number().int().min(1).max(200),
        }),
      ),
    ),
    /** Also tells the instance that it was opened, where it wants to know, and keeps it on an open desk; not for an export. */
    get: asText(invoke<ArchivedTranscript>()(z.object({ ...one, forExport: z.boolean().optional() }))),
    readable: invoke<string>()(z.object(one)),
    recording: invoke<{ readonly bytes: Uint8Array; readonly type: string }>()(z.object(one)),
    views: invoke<readonly TranscriptView[]>()(z.object(one)),
    history: asText(invoke<ArchivePage>()(z.object({ ...one, next: next.optional() }))),
    /** Names of the parameters by which the instance threads a contact's history. */
    journeyParameters: invoke<readonly string[]>()(z.object({ tenant })),
    /** Held first. Answers when all ended. */
    editTags: command<BulkResult>()(
      z
        .object({
          tenant,
          targets: z
            .array(z.object({ id, expected: seen }))
            .min(1)
            .max(MAX_BULK),
          add: z.array(tag).max(20),
          remove: z.array(tag).max(20),
        })
        .refine(({ add, remove }) => add.length + remove.length > 0),
    ),
    flag: command<ActResult<Conversation>>()(z.object({ ...one, flagged: z.boolean() })),
    report: command<ActResult<Conversation>>()(
      z.object({ ...one, reason: z.string().trim().min(1).max(80), note: z.string().max(2000).optional() }),
    ),
    searches: invoke<readonly SavedSearch[]>()(z.object({ tenant })),
    saveSearches: command<void>()(z.object({ tenant, searches: savedSearchesSchema })),
    /** Asks where, then writes in the background; false when the operator cancelled the question. */
    startExport: command<boolean>()(
      z.object({
        tenant,
        query: archiveQuery,
        format: z.enum(EXPORT_FORMATS),
        masked: z.boolean(),
        ids: z.array(id).min(1).max(MOST_NAMED).optional(),
      }),
    ),
    /** Saves as PDF what the asking window has put on paper; false when the operator thought better of it. Noted in the journal. */
    exportPdf: command<boolean>()(
      z.object({
        tenant,
        conversations: z.number().int().min(1).max(MOST_IN_PDF),
        missing: z.number().int().min(0).max(MOST_IN_PDF),
        masked: z.boolean(),
      }),
    ),
    exports: stream<ExportsState>()(z.undefined()),
    resumeExport: command<boolean>()(z.object({ id })),
    cancelExport: command<boolean>()(z.object({ id })),
    dismissExport: command<boolean>()(z.object({ id })),
  },
  desk: {
    status: stream<DeskStatus>()(z.undefined()),
    setOn: command<void>()(z.object({ on: z.boolean() })),
    setWipe: command<void>()(z.object({ wipeAtSignOut: z.boolean() })),
    search: asText(
      invoke<JsonText<DeskResult>>()(
        z.object({
          tenant,
          text: z.string().max(500),
          pattern: z.string().min(1).max(500).optional(),
          speaker: z.enum(SPEAKERS).optional(),
          tag: word.optional(),
          order: z.enum(['newest', 'best']),
          limit: z.number().int().min(1).max(500),
        }),
      ),
    ),
    /** Pins a transcript, reading it first when it is not kept yet. */
    pin: command<void>()(z.object({ ...one, pinned: z.boolean() })),
    wipe: command<void>()(z.undefined()),
  },
};
