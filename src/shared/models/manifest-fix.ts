import { z } from 'zod';
import { MANIFEST_LIMITS } from './manifest-limits.ts';

/** Kinds of rows that can be put right in one go, each by the rule that its name suggests. */
export const REPAIRABLE = [
  'number-without-plus',
  'number-scientific',
  'number-with-extension',
  'number-several',
  'formula-cell',
  'cell-too-long',
  'zone-unknown',
  'too-few-cells',
  'too-many-cells',
  'quote-not-closed',
  'control-characters',
  'broken-characters',
] as const;
export type Repairable = (typeof REPAIRABLE)[number];

/** Kinds of rows whose cell can be emptied in one go: nobody is called wrongly for want of it. */
export const CLEARABLE = ['formula-cell', 'cell-too-long', 'zone-unknown', 'broken-characters'] as const;

const row = z.number().int().min(0).max(10_000_000);
const column = z.number().int().min(0).max(MANIFEST_LIMITS.columns);
const value = z.string().max(10_000);

/** Something that the operator does to rows of the file; the file itself stays as it is. Rows count from 0. */
export const manifestFixSchema = z.discriminatedUnion('kind', [
  /** Other values for cells of one row. */
  z.object({ kind: z.literal('edit'), row, cells: z.array(z.object({ column, value })).min(1).max(500) }),
  /** All rows counted by this reason, each as suggested. */
  z.object({ kind: z.literal('repair'), reason: z.enum(REPAIRABLE) }),
  /** All rows with exactly this in the column of time zones. */
  z.object({ kind: z.literal('zone'), from: value, to: value }),
  /** Empties the cell that is wrong. */
  z.object({ kind: z.literal('clear'), reason: z.enum(CLEARABLE) }),
  /** Gives all rows that lack a variable the same value. */
  z.object({ kind: z.literal('fill'), column, value }),
  /** Takes rows out, or puts them aside as seen when they are out already. */
  z.object({ kind: z.literal('leave-out'), rows: z.array(row).min(1).max(10_000) }),
  /** Puts all rows counted by this reason aside as seen. */
  z.object({ kind: z.literal('settle'), reason: z.string().min(1).max(40) }),
  /** Keeps numbers that other campaigns have too. Without rows: all of them. */
  z.object({ kind: z.literal('allow'), rows: z.array(row).min(1).max(10_000).optional() }),
]);
export type ManifestFix = z.infer<typeof manifestFixSchema>;
