import { z } from '@hono/zod-openapi';
import { time } from './conversation.ts';
import { pageOf } from './page.ts';

const count = z.int().min(0);
export const manifestMode = z.enum(['append', 'replace']).openapi('ManifestMode', {
  description: '`replace` first takes away the contacts that have not been called yet; not while the campaign runs.',
});
export const manifestState = z
  .enum(['receiving', 'processing', 'accepted', 'partially-accepted', 'rejected', 'cancelled', 'reversed'])
  .openapi('ManifestState');

export const newManifest = z
  .object({
    fileName: z.string().min(1).max(255),
    sizeBytes: z.int().min(0),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .openapi({ description: 'Of the whole file; a file that differs is rejected.' }),
    mode: manifestMode,
    columns: z
      .array(z.string().max(200))
      .max(500)
      .openapi({ description: 'The header of the file, in order; a file that has another is rejected.' }),
  })
  .openapi('NewManifest');

export const manifestCounts = z
  .object({ rows: count, accepted: count, duplicate: count, invalid: count, empty: count, doNotCall: count })
  .openapi('ManifestCounts', {
    description:
      '`accepted` + `duplicate` + `invalid` + `empty` = `rows`. `doNotCall` are those of the accepted that will not be called.',
  });

export const manifestUpload = z
  .object({
    uploadId: z.string(),
    campaignId: z.string(),
    fileName: z.string(),
    sizeBytes: count,
    receivedBytes: count,
    chunkBytes: z.int().min(1).openapi({ description: 'At most so many bytes a chunk.' }),
    mode: manifestMode,
    state: manifestState,
    createdAt: time,
    createdBy: z.object({ id: z.string(), name: z.string() }),
    expiresAt: time.optional().openapi({ description: 'While receiving: until when bytes are taken.' }),
    completedAt: time.optional().openapi({ description: 'When the job was done.' }),
    processedRows: count.optional().openapi({ description: 'While processing: how many rows have been read.' }),
    counts: manifestCounts.optional(),
    rejection: z
      .object({ code: z.string(), message: z.string() })
      .optional()
      .openapi({ description: 'Why the whole file was rejected.' }),
    reversibleUntil: time.optional(),
  })
  .openapi('ManifestUpload');
export const manifestPage = pageOf(manifestUpload, 'ManifestPage');
export const chunkReceipt = z.object({ receivedBytes: count }).openapi('ChunkReceipt');

export const rowError = z
  .object({
    row: z.int().min(1).openapi({ description: 'Data row, 1 for the first after the header.' }),
    kind: z.enum(['duplicate', 'invalid', 'empty']),
    code: z
      .string()
      .openapi({ examples: ['phone-invalid', 'duplicate-in-file', 'duplicate-in-campaign', 'empty-row'] }),
    message: z.string(),
    column: z.string().optional(),
    value: z.string().optional().openapi({ description: 'Masked but for the last two characters.' }),
  })
  .openapi('ManifestRowError');
export const rowErrorPage = pageOf(rowError, 'ManifestRowErrorPage');
