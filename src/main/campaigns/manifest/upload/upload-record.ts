import { z } from 'zod';
import { VERDICTS } from '../../../../shared/models/manifest-reasons.ts';
import { IMPORT_MODES } from '../../../../shared/models/manifest-receipt.ts';

const counts = z.record(z.enum(VERDICTS), z.number());
const serverCounts = z.object({
  rows: z.number(),
  accepted: z.number(),
  duplicate: z.number(),
  invalid: z.number(),
  empty: z.number(),
  doNotCall: z.number(),
});

/** How an upload ended. */
const endSchema = z.object({
  at: z.number(),
  state: z.string(),
  counts: serverCounts.optional(),
  rejection: z.object({ code: z.string(), message: z.string().optional() }).optional(),
  reversibleUntil: z.number().optional(),
  refused: z.number(),
  unexplained: z.number(),
});

/**
 * All that must survive a crash of the console in the middle of an upload, and the receipt afterwards. `creating` is written
 * before the request that begins an upload, `completing` before the one that ends it.
 */
export const uploadRecordSchema = z.object({
  /** Ours; also the name of its files. */
  id: z.string(),
  /** Whose it is (instance and user): nobody else who signs in here is shown it. */
  owner: z.string(),
  tenant: z.string(),
  campaign: z.object({ id: z.string(), name: z.string() }),
  by: z.string().optional(),
  fileName: z.string(),
  mode: z.enum(IMPORT_MODES),
  /** Row of the operator's file, as a spreadsheet counts, with the first contact. */
  firstRow: z.number(),
  columns: z.array(z.string()),
  rows: z.number(),
  bytes: z.number(),
  sha256: z.string(),
  ours: counts,
  /** Keys of the files, base64. */
  contentKey: z.string(),
  indexKey: z.string(),
  begunAt: z.number(),
  step: z.enum(['prepared', 'creating', 'receiving', 'completing', 'processing', 'finished']),
  uploadId: z.string().optional(),
  chunkBytes: z.number().optional(),
  sentBytes: z.number(),
  end: endSchema.optional(),
});
export type UploadRecord = z.infer<typeof uploadRecordSchema>;
