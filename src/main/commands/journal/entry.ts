import { z } from 'zod';

const picture = z.object({
  status: z.string(),
  handlerKind: z.string().optional(),
  handlerName: z.string().optional(),
  revision: z.number().optional(),
});

/** A text as the journal knows it: its length and a digest that only who has the text can check. Never the text. */
const textTrace = z.object({ length: z.number(), digest: z.string() });

const answer = z.object({
  code: z.string(),
  reason: z.string().optional(),
  status: z.number().optional(),
  requestId: z.string().optional(),
  requiredScope: z.string().optional(),
  takenBy: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
});

/** What a line is about where it is no conversation. */
const subject = z.object({
  kind: z.enum(['campaign', 'contact', 'number', 'manifest', 'conversation', 'search', 'inbox']),
  ids: z.array(z.string()),
  campaign: z.object({ id: z.string(), name: z.string() }).optional(),
});
export type Subject = z.infer<typeof subject>;

/** Figures and words that say more: counts, a verb's options. Never a number to dial, never a name of a customer. */
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type JournalFacts = z.infer<typeof facts>;

/** What an operator set out to do, and what was on screen then. */
const intentSchema = z.object({
  name: z.string(),
  tenant: z.string(),
  conversation: z.string().optional(),
  subject: subject.optional(),
  facts: facts.optional(),
  actor: z.object({ id: z.string().optional(), name: z.string().optional() }),
  expected: picture.optional(),
  text: textTrace.optional(),
  note: textTrace.optional(),
  internalContactId: z.string().optional(),
  /** The hold that it came from. */
  hold: z.string().optional(),
});

/** How it ended: what the instance answered, what was found on re-reading. */
const outcomeSchema = z.object({
  outcome: z.enum(['done', 'refused', 'unknown']),
  /** Whether the request was sent at all by this attempt. */
  sent: z.boolean(),
  answer: answer.optional(),
  before: picture.optional(),
  after: picture.optional(),
  differences: z.array(z.object({ field: z.string(), before: z.string(), now: z.string() })),
  tookMs: z.number(),
});

/** A held command: what for, for how long; or why it was not sent. */
const holdSchema = z.object({
  name: z.string(),
  tenant: z.string(),
  conversations: z.array(z.string()),
  subject: subject.optional(),
  actor: z.object({ id: z.string().optional(), name: z.string().optional() }),
  internalContactId: z.string().optional(),
  note: textTrace.optional(),
  dueAt: z.number(),
});

/** Something that happened without a request of its own: a breaker tripped, a list was exported, a panic ended. */
const noteSchema = z.object({
  name: z.string(),
  tenant: z.string().optional(),
  subject: subject.optional(),
  actor: z.object({ id: z.string().optional(), name: z.string().optional() }),
  facts: facts.optional(),
});

export const detailsSchema = z.object({
  intent: intentSchema.optional(),
  outcome: outcomeSchema.optional(),
  held: holdSchema.optional(),
  noted: noteSchema.optional(),
  /** Why a hold was not sent. */
  reason: z.string().optional(),
  /** What the journal notes about itself. */
  mark: z.string().optional(),
});
export type Details = z.infer<typeof detailsSchema>;
export type Intent = z.infer<typeof intentSchema>;
export type OutcomeDetails = z.infer<typeof outcomeSchema>;
