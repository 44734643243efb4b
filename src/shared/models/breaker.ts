import { z } from 'zod';

export const BREAKER_METRICS = ['failure', 'abandon', 'unsubscribe'] as const;
export type BreakerMetric = (typeof BREAKER_METRICS)[number];

/** A limit that an operator set: beyond it a campaign is warned of, or paused. */
export const breakerSchema = z.object({
  id: z.string().min(1).max(60),
  /** One campaign; absent: every campaign of the tenant. */
  campaignId: z.string().min(1).max(300).optional(),
  metric: z.enum(BREAKER_METRICS),
  /** Percent of the calls that ended in the window. */
  abovePercent: z.number().min(0.1).max(100),
  windowMinutes: z.number().int().min(1).max(240),
  /** Calls that must have ended in the window before it is judged. */
  minimumCalls: z.number().int().min(1).max(100_000),
  action: z.enum(['warn', 'pause']),
  enabled: z.boolean(),
});
export type Breaker = z.infer<typeof breakerSchema>;
export const breakersSchema = z.array(breakerSchema).max(50);

/** Where one breaker stands with one campaign. */
export interface BreakerReading {
  readonly breakerId: string;
  readonly campaignId: string;
  /** Calls that ended in the window, and how many of them count against it. */
  readonly calls: number;
  readonly counted: number;
  /** Epoch ms, this machine's clock: from when on the calls are counted. */
  readonly from: number;
  readonly percent: number;
  readonly enough: boolean;
  readonly above: boolean;
}

/** One time that a breaker tripped. */
export interface BreakerTrip {
  readonly id: string;
  readonly tenant: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly breaker: Breaker;
  readonly reading: BreakerReading;
  /** Epoch ms, this machine's clock. */
  readonly at: number;
  /** What came of pausing, for a breaker that pauses. */
  readonly paused?: 'done' | 'refused' | 'unknown' | 'under-way';
}

/** What an operator set of one tenant's safety nets. */
export const safetySchema = z.object({
  breakers: breakersSchema.default([]),
  /** Minutes without movement after which a dispatcher counts as stuck. */
  stuckMinutes: z.number().int().min(1).max(240).default(5),
});
export type Safety = z.infer<typeof safetySchema>;

export interface BreakersView {
  readonly stuckMinutes: number;
  readonly breakers: readonly Breaker[];
  readonly readings: readonly BreakerReading[];
  /** Newest first. */
  readonly trips: readonly BreakerTrip[];
}
