import { z } from '@hono/zod-openapi';
import type { TranscriptFilter } from '../../world/world-port.ts';
import { conversation, direction, platform } from '../schemas/conversation.ts';
import { limit, listOf } from './paging.ts';
import { withoutUndefined } from './without-undefined.ts';

const instant = z.iso.datetime({ offset: true }).openapi({ format: 'date-time' });

export const listQuery = z.object({
  status: listOf(z.string()).openapi({
    type: 'array',
    items: { type: 'string' },
    param: { style: 'form', explode: false },
  }),
  platform: listOf(platform).openapi({ param: { style: 'form', explode: false } }),
  flow: z.string().optional().openapi({ description: 'Id or name of a flow.' }),
  direction: direction.optional(),
  flagged: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .openapi({ type: 'boolean' }),
  tag: z.string().optional().openapi({ description: 'Name of a tag, or `name:value`.' }),
  from: instant.optional().openapi({ description: 'Started at or after.' }),
  to: instant.optional().openapi({ description: 'Started before.' }),
  cursor: z.string().optional().openapi({ description: '`nextCursor` of the page before.' }),
  limit,
});

export const searchRequest = z
  .object({
    query: z.string().trim().min(1).max(500),
    filters: z
      .object({
        status: z.array(z.string()).optional(),
        platform: z.array(platform).optional(),
        flow: z.string().optional(),
        direction: direction.optional(),
        flagged: z.boolean().optional(),
        tag: z.string().optional(),
        from: instant.optional(),
        to: instant.optional(),
      })
      .default({}),
    cursor: z.string().nullable().optional(),
    limit: z.int().min(1).max(200).default(50),
  })
  .openapi('TranscriptSearch');

const total = z.int().min(0).openapi({ description: 'Of all pages.' });
const nextCursor = z.string().nullable().openapi({ description: 'Null on the last page.' });

export const transcriptPage = z
  .object({ items: z.array(conversation).readonly(), nextCursor, total })
  .openapi('TranscriptPage');

const snippet = z.object({ messageId: z.string(), text: z.string() });
export const searchHits = z
  .object({
    items: z.array(z.object({ conversation, snippets: z.array(snippet).readonly() })).readonly(),
    nextCursor,
    total,
  })
  .openapi('TranscriptSearchPage');

type Filters = z.infer<typeof searchRequest>['filters'];

/** The world's filter: instants become epoch milliseconds, what was not asked is left out. */
export function filterOf({ from, to, ...rest }: Filters): TranscriptFilter {
  return {
    ...withoutUndefined(rest),
    ...(from === undefined ? {} : { from: Date.parse(from) }),
    ...(to === undefined ? {} : { to: Date.parse(to) }),
  };
}
