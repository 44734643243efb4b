import { z } from 'zod';
import { CRITERIA, DEFAULT_RULE, MAX_PINNED } from './triage-rule.ts';

const word = z.string().min(1).max(200);
const name = z.string().trim().min(1).max(80);

/** What a saved view filters by. Text to find is not kept: it is often a name or a number. */
const keptFiltersSchema = z.object({
  risk: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  /** Runs at least so many minutes. */
  minutes: z.number().int().min(1).max(1440).optional(),
  direction: word.optional(),
  platform: word.optional(),
  status: word.optional(),
  sentiment: word.optional(),
  flow: word.optional(),
  tag: word.optional(),
  /** Called this function. */
  function: word.optional(),
});
export type KeptFilters = z.infer<typeof keptFiltersSchema>;

/** Columns by id. `order` may lack columns that a newer console has: those follow. */
const columnLayoutSchema = z.object({
  order: z.array(word).max(60),
  hidden: z.array(word).max(60),
  widths: z.record(word, z.number().int().min(30).max(1200)),
});
export type ColumnLayout = z.infer<typeof columnLayoutSchema>;

const sortSchema = z.object({ id: word, desc: z.boolean() });

/** How a list looks: filters, order and columns. */
const listLookSchema = z.object({
  filters: keptFiltersSchema,
  sort: sortSchema.optional(),
  columns: columnLayoutSchema,
  rule: z.array(z.enum(CRITERIA)).max(CRITERIA.length),
});

const savedViewSchema = listLookSchema.extend({ name });
export type SavedView = z.infer<typeof savedViewSchema>;

/** The list of one tenant as the operator arranged it, and the views they gave a name. */
export const tenantViewsSchema = z.object({
  columns: columnLayoutSchema.default({ order: [], hidden: [], widths: {} }),
  rule: z
    .array(z.enum(CRITERIA))
    .max(CRITERIA.length)
    .default([...DEFAULT_RULE]),
  saved: z.array(savedViewSchema).max(50).default([]),
  /** Ids of the rows kept on top, the first pinned first. */
  pinned: z.array(word).max(MAX_PINNED).default([]),
  /** The name of the view that the list begins with. */
  begin: name.optional(),
});
export type TenantViews = z.infer<typeof tenantViewsSchema>;

/** A reply written once and used often, in both languages; `{contact}`, `{agent}` and `{tenant}` are filled in. */
const cannedReplySchema = z.object({
  id: z.string().min(1).max(60),
  title: name,
  en: z.string().max(5000),
  fr: z.string().max(5000),
});
export type CannedReply = z.infer<typeof cannedReplySchema>;
export const cannedRepliesSchema = z.array(cannedReplySchema).max(200);
