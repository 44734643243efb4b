import { z } from 'zod';
import { SPREADS, TOP_MARK } from './quality.ts';

// Schemas of what windows send and of what is kept; apart from the types, so that windows load no zod.
const key = z.string().min(1).max(300);
const word = z.string().max(300);
const moment = z.number().min(0).max(8.64e15);
const person = z.string().max(500).optional();

const criterionSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(80),
  help: z.string().max(400).optional(),
  kind: z.enum(['pass-fail', 'scale']),
  weight: z.number().int().min(0).max(100),
  autoFail: z.boolean(),
});

/** At least one criterion that counts, and no id twice. */
export const criteriaSchema = z
  .array(criterionSchema)
  .min(1)
  .max(30)
  .refine((all) => all.some(({ weight }) => weight > 0))
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length);

export const reviewedConversationSchema = z.object({
  id: key,
  platform: word,
  csr: word.optional(),
  flow: word.optional(),
  risk: word.optional(),
  startedAt: moment.optional(),
});

export const judgementSchema = z.object({
  marks: z.record(z.string().max(60), z.union([z.number().int().min(0).max(TOP_MARK), z.literal('not-applicable')])),
  note: z.string().max(10_000),
  notes: z.array(z.object({ id: z.string().min(1).max(60), message: key, text: z.string().max(4_000) })).max(200),
});

export const spreadSchema = z.enum(SPREADS);

const reviewSchema = judgementSchema.extend({
  about: reviewedConversationSchema,
  version: z.number().int().min(1),
  state: z.enum(['draft', 'finished']),
  at: moment,
  by: person,
  history: z.array(
    z.object({
      what: z.enum(['finished', 'reopened']),
      at: moment,
      by: person,
      score: z.number().optional(),
      failed: z.boolean().optional(),
    }),
  ),
});

const sampleSchema = z.object({
  id: z.string(),
  at: moment,
  search: z.string(),
  seed: z.string(),
  spread: spreadSchema,
  size: z.number(),
  considered: z.number(),
  cut: z.boolean(),
  leftOut: z.number(),
  items: z.array(reviewedConversationSchema),
});

/** What is kept of one tenant: all that is finished, and what samples were drawn. */
export const keptBookSchema = z.object({
  scorecards: z.array(
    z.object({
      version: z.number().int().min(1),
      at: moment.optional(),
      by: person,
      criteria: z.array(criterionSchema),
    }),
  ),
  samples: z.array(sampleSchema),
  finished: z.array(reviewSchema),
});
/** Reviews under way, apart: they are written at each pause of typing. */
export const keptDraftsSchema = z.array(reviewSchema);
