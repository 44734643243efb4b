import { z } from 'zod';
import { readPairs } from './fault-rule.ts';

/** An incident that was asked for: something goes wrong in the world, and every number follows from that. */
export const incidentRule = z.strictObject({
  kind: z.enum(['model-pool', 'voice-cap', 'function-failing', 'integration-down']),
  /** Slug; every tenant that it can happen to when left out. */
  tenant: z.string().optional(),
  places: z.int().min(0).optional(),
  cap: z.int().min(0).optional(),
  function: z.string().optional(),
  share: z.number().min(0).max(1).optional(),
  integration: z.string().optional(),
  forSeconds: z.int().min(1).optional(),
});
export type IncidentRule = z.infer<typeof incidentRule>;

/**
 * Reads an incident as a flag spells it: `kind` or `kind:name=value,name=value`.
 *
 * @throws a zod error or an Error that names what is wrong
 */
export function parseIncident(text: string): IncidentRule {
  return incidentRule.parse(readPairs(text, ['tenant', 'function', 'integration']));
}
