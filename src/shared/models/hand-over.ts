import { z } from 'zod';
import { SEVERITIES } from './severity.ts';

const text = z.string().max(500);
const at = z.number();

/** A part of a hand-over: what there was, and whether it could be read. */
const part = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item).max(200),
    /** How many more there were. */
    more: z.number().int().default(0),
    /** It could not be read, or not all of it: the next supervisor has to look. */
    unread: z.boolean(),
  });

/** What the next supervisor has to know of a tenant. Times are epoch ms of this machine. */
export const handOverSchema = z.object({
  id: z.string().min(1).max(60),
  tenant: z.string().min(1).max(200),
  at,
  alerts: part(
    z.object({
      rule: text,
      severity: z.enum(SEVERITIES),
      at,
      acknowledged: z.boolean(),
      snoozedUntil: at.optional(),
      conversation: text.optional(),
      contact: text.optional(),
      metric: text.optional(),
      campaign: text.optional(),
    }),
  ),
  /** Those that the operator keeps on top of the list. */
  watched: part(
    z.object({
      id: text,
      contact: text.optional(),
      platform: text.optional(),
      status: text.optional(),
      handler: text.optional(),
      ended: z.boolean().optional(),
    }),
  ),
  campaigns: part(z.object({ id: text, name: text, updatedAt: at.optional() })),
  holds: part(
    z.object({ id: text, action: text, phase: z.enum(['held', 'sending', 'not-sent']), dueAt: at, total: z.number() }),
  ),
  incidents: part(z.object({ id: text, title: text, startedAt: at, endedAt: at.optional() })),
});
export type HandOver = z.infer<typeof handOverSchema>;

/** A hand-over that somebody took over; what they signed is kept as they saw it. */
export const signedHandOverSchema = handOverSchema.extend({
  signedAt: at,
  /** Who takes over, by their own word. */
  signedBy: z.string().min(1).max(120),
  /** Who was signed in at the console. */
  account: text.optional(),
  note: z.string().max(4000),
  /** SHA-256 of what was signed, as the journal has it. */
  digest: z.string(),
});
export type SignedHandOver = z.infer<typeof signedHandOverSchema>;

/** A signed hand-over, and whether it still is what the journal says was signed. */
export interface KeptHandOver extends SignedHandOver {
  readonly unchanged: boolean;
}
