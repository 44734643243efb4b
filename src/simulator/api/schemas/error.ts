import { z } from '@hono/zod-openapi';
import { time } from './conversation.ts';

export const errorBody = z
  .object({
    error: z.object({
      code: z.string().openapi({ examples: ['not-found', 'taken-over', 'missing-scope'] }),
      message: z.string(),
      details: z
        .array(z.object({ path: z.string(), message: z.string() }))
        .readonly()
        .optional(),
      requiredScope: z.string().optional().openapi({ description: 'The scope that the token lacks (403).' }),
      takenBy: z
        .object({ id: z.string(), name: z.string(), at: time })
        .optional()
        .openapi({ description: 'Who holds the conversation (409).' }),
      state: z.string().optional().openapi({ description: 'Where the thing stands (409 `illegal-state`).' }),
      legalVerbs: z.array(z.string()).readonly().optional().openapi({ description: 'What may be asked of it there.' }),
      revision: z.int().optional().openapi({ description: 'The present revision (409 `stale-revision`).' }),
      receivedBytes: z.int().optional().openapi({ description: 'How far the upload has come (409).' }),
    }),
  })
  .openapi('Error');
export type ErrorBody = z.infer<typeof errorBody>;
