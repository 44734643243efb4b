import { z } from '@hono/zod-openapi';
import { withoutUndefined } from '../../api/routes/without-undefined.ts';
import type { TranscriptFilter } from '../../world/world-port.ts';
import { readChannel, readStatus } from './mapping.ts';
import { channel, conversationStatus, direction } from './schemas.ts';

const page = z.coerce
  .number()
  .int()
  .min(1)
  .max(1_000_000)
  .default(1)
  .openapi({ description: 'Number of the page, from 1.' });
const perPage = z.coerce.number().int().min(1).max(200).default(25);

/** Number and size of a page. @param most items a page */
export function numbered(most: number) {
  return { page, per_page: z.coerce.number().int().min(1).max(most).default(25) };
}
const since = z.coerce.number().int().openapi({ format: 'int64', description: 'epoch milliseconds, inclusive' });
const until = z.coerce.number().int().openapi({ format: 'int64', description: 'epoch milliseconds, exclusive' });

const criteria = {
  conversation_status: conversationStatus.optional(),
  channel: channel.optional(),
  direction: direction.optional(),
  flow: z.string().optional().openapi({ description: 'Id or name of a flow.' }),
  risk_at_least: z.coerce.number().int().min(0).max(100).optional().openapi({ description: 'Risk score, inclusive.' }),
  customer: z.string().optional().openapi({ description: 'Part of the customer’s name, number or address.' }),
  function_name: z.string().optional().openapi({ description: 'A function that was called.' }),
  label: z.string().optional().openapi({ description: 'Key of a label (tag), or `key:value`.' }),
  started_since: since.optional(),
  started_until: until.optional(),
};

export const listQuery = z.object({
  ...criteria,
  flagged_for_review: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .openapi({ type: 'boolean' }),
  page,
  per_page: perPage,
});

export const searchRequest = z.object({
  phrase: z.string().trim().min(1).max(500).openapi({ description: 'The query: words that must occur.' }),
  criteria: z.object({ ...criteria, flagged_for_review: z.boolean().optional() }).default({}),
  page,
  per_page: perPage,
});

const riskLabels = ['low', 'guarded', 'elevated', 'high', 'critical'] as const;

/** The world's filter for a request in this dialect. */
export function filterOf(asked: z.infer<typeof searchRequest>['criteria']): TranscriptFilter {
  const { conversation_status: status, channel: asChannel, direction: way } = asked;
  return withoutUndefined({
    status: status === undefined ? undefined : [readStatus(status)],
    platform: asChannel === undefined ? undefined : [readChannel(asChannel)],
    direction: way === undefined ? undefined : way === 'INBOUND' ? ('inbound' as const) : ('outbound' as const),
    flow: asked.flow,
    tag: asked.label,
    contact: asked.customer,
    function: asked.function_name,
    risk: asked.risk_at_least === undefined ? undefined : riskLabels.slice(Math.ceil(asked.risk_at_least / 25)),
    flagged: asked.flagged_for_review,
    from: asked.started_since,
    to: asked.started_until,
  });
}
