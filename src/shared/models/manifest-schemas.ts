import { z } from 'zod';
import { CONTACT_FIELDS, type ColumnUse } from './manifest-columns.ts';
import { MANIFEST_DELIMITERS, MANIFEST_ENCODINGS } from './manifest-file.ts';
import { CLEARABLE, type ManifestFix, REPAIRABLE } from './manifest-fix.ts';
import { MANIFEST_LIMITS } from './manifest-limits.ts';

// Schemas of what windows send; apart from the types, so that neither windows nor the process of the check load zod.

const columnUseSchema: z.ZodType<ColumnUse> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('field'), field: z.enum(CONTACT_FIELDS) }),
  z.object({ kind: z.literal('variable'), name: z.string().trim().min(1).max(MANIFEST_LIMITS.header) }),
  z.object({ kind: z.literal('ignore') }),
]);
export const columnUsesSchema = z.array(columnUseSchema).max(MANIFEST_LIMITS.columns);

export const readingSchema = z.object({
  encoding: z.enum(MANIFEST_ENCODINGS).optional(),
  delimiter: z.enum(MANIFEST_DELIMITERS).optional(),
  headerRow: z.number().int().min(0).max(50).optional(),
  sheet: z.string().min(1).max(200).optional(),
});

export const rowFilterSchema = z.object({ reason: z.string().min(1).max(40).optional(), open: z.boolean() });

const row = z.number().int().min(0).max(10_000_000);
const rows = z.array(row).min(1).max(10_000);
const column = z.number().int().min(0).max(MANIFEST_LIMITS.columns);
const value = z.string().max(10_000);

export const manifestFixSchema: z.ZodType<ManifestFix> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('edit'), row, cells: z.array(z.object({ column, value })).min(1).max(500) }),
  z.object({ kind: z.literal('repair'), reason: z.enum(REPAIRABLE) }),
  z.object({ kind: z.literal('zone'), from: value, to: value }),
  z.object({ kind: z.literal('clear'), reason: z.enum(CLEARABLE) }),
  z.object({ kind: z.literal('fill'), column, value }),
  z.object({ kind: z.literal('leave-out'), rows }),
  z.object({ kind: z.literal('settle'), reason: z.string().min(1).max(40) }),
  z
    .object({ kind: z.literal('allow'), rows: rows.optional() })
    .transform(({ rows: given, ...fix }) => (given === undefined ? fix : { ...fix, rows: given })),
]);
