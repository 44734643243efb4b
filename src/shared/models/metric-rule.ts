import { z } from 'zod';
import { SEVERITIES } from './severity.ts';

const seconds = z.number().int().min(0).max(86_400);

/** What must hold of a metric. */
export const metricConditionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('threshold'), side: z.enum(['above', 'below']), value: z.number() }),
  /** It rose or fell by so much (or so many percent) within so many minutes. */
  z.object({
    kind: z.literal('rate'),
    direction: z.enum(['up', 'down']),
    by: z.number().positive(),
    percent: z.boolean(),
    minutes: z.number().int().min(1).max(1440),
  }),
  /** There is no value of it. */
  z.object({ kind: z.literal('absence') }),
]);
export type MetricCondition = z.infer<typeof metricConditionSchema>;

/** A rule on one metric, or one part of it. */
export const metricRuleSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(120),
  enabled: z.boolean(),
  severity: z.enum(SEVERITIES),
  metric: z.string().min(1).max(220),
  labels: z.record(z.string().max(60), z.string().max(200)).default({}),
  condition: metricConditionSchema,
  /** It must hold for so long before the rule fires. */
  forSeconds: seconds.default(0),
  /** Shares of fewer cases are not looked at; 0 looks at all. */
  minSamples: z.number().int().min(0).max(1_000_000).default(0),
});
export type MetricRule = z.infer<typeof metricRuleSchema>;
export const metricRulesSchema = z.array(metricRuleSchema).max(50);

/** A span in which a rule would have been firing. Epoch ms of this machine. */
export interface MetricTrialHit {
  readonly from: number;
  /** Absent: it still holds. */
  readonly until?: number;
  /** The value that fired it; absent for absence. */
  readonly value?: number;
}

/** What a rule would have done to the past that is known. */
export interface MetricTrial {
  readonly from: number;
  readonly to: number;
  /** Points of the past that could be looked at. */
  readonly points: number;
  readonly hits: readonly MetricTrialHit[];
  /** True where the past tells no numbers of cases, so that the minimum sample could not be applied. */
  readonly sampleUnknown: boolean;
}
