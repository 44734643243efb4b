import { z } from '@hono/zod-openapi';
import type { Sort, TranscriptFilter } from '../../world/world-port.ts';
import { conversation, direction, environment, language, platform } from '../schemas/conversation.ts';
import { limit, listOf } from './paging.ts';
import { withoutUndefined } from './without-undefined.ts';

const riskLabel = z.enum(['low', 'guarded', 'elevated', 'high', 'critical']);
const sortOrder = z
  .enum(['startedAt', '-startedAt', 'lastMessageAt', '-lastMessageAt', 'duration', '-duration', 'risk', '-risk'])
  .optional()
  .openapi({ description: 'Field to sort by, with `-` from the greatest down; `-startedAt` when left out.' });
const speaker = z.enum(['customer', 'ai', 'csr', 'system']);
const more = {
  sentiment: z.string().optional().openapi({ description: 'One that is felt, with a score above 0.1.' }),
  contact: z.string().optional().openapi({ description: 'Part of the contact’s name, number or address.' }),
  parameter: z.string().optional().openapi({ description: 'Name of a parameter, or `name:value`.' }),
  pointOfContact: z.string().optional().openapi({ description: 'Id or name.' }),
  function: z.string().optional().openapi({ description: 'A function that was called.' }),
  language: language.optional(),
  environment: environment.optional(),
};
const seconds = z.coerce.number().min(0).optional();
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
  risk: listOf(riskLabel).openapi({ param: { style: 'form', explode: false } }),
  ...more,
  minDuration: seconds.openapi({ description: 'Seconds, of those that have ended.' }),
  maxDuration: seconds.openapi({ description: 'Seconds, of those that have ended.' }),
  from: instant.optional().openapi({ description: 'Started at or after.' }),
  to: instant.optional().openapi({ description: 'Started before.' }),
  sort: sortOrder,
  cursor: z.string().optional().openapi({ description: '`nextCursor` of the page before.' }),
  limit,
});

export const searchRequest = z
  .object({
    query: z.string().trim().max(500).openapi({
      description: 'Words that must all occur, and "phrases in quotes". Empty finds all that the filters let by.',
    }),
    speaker: speaker.optional().openapi({ description: 'Only what this one said.' }),
    filters: z
      .object({
        status: z.array(z.string()).optional(),
        platform: z.array(platform).optional(),
        flow: z.string().optional(),
        direction: direction.optional(),
        flagged: z.boolean().optional(),
        tag: z.string().optional(),
        risk: z.array(riskLabel).optional(),
        ...more,
        minDuration: z.number().min(0).optional(),
        maxDuration: z.number().min(0).optional(),
        from: instant.optional(),
        to: instant.optional(),
      })
      .default({}),
    sort: sortOrder,
    cursor: z.string().nullable().optional(),
    limit: z.int().min(1).max(200).default(50),
  })
  .openapi('TranscriptSearch');

const total = z.int().min(0).openapi({ description: 'Of all pages.' });
const totalIsExact = z
  .boolean()
  .openapi({ description: 'False where counting was too dear: there are at least as many.' });
const nextCursor = z.string().nullable().openapi({ description: 'Null on the last page.' });

export const transcriptPage = z
  .object({ items: z.array(conversation).readonly(), nextCursor, total, totalIsExact })
  .openapi('TranscriptPage');

const snippet = z.object({
  messageId: z.string(),
  text: z.string(),
  speaker,
  marks: z
    .array(z.object({ from: z.int().min(0), to: z.int().min(0) }))
    .readonly()
    .openapi({ description: 'Where the terms stand in `text` (UTF-16 units), `to` exclusive.' }),
});
export const searchHits = z
  .object({
    items: z.array(z.object({ conversation, snippets: z.array(snippet).readonly() })).readonly(),
    nextCursor,
    total,
    totalIsExact,
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

/** The world's order for a `sort`; undefined leaves it to the world. */
export function sortOf(order: z.infer<typeof sortOrder>): Sort | undefined {
  if (order === undefined) return undefined;
  const descending = order.startsWith('-');
  const field = (['startedAt', 'lastMessageAt', 'duration', 'risk'] as const).find((each) => order.endsWith(each));
  return field === undefined ? undefined : { field, descending };
}
