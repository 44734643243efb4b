import { z } from '@hono/zod-openapi';

/** A page of things that is read on by cursor. */
export function pageOf<S extends z.ZodType>(item: S, name: string) {
  return z
    .object({
      items: z.array(item).readonly(),
      nextCursor: z.string().nullable().openapi({ description: 'Null on the last page.' }),
      total: z.int().min(0).openapi({ description: 'Of all pages.' }),
    })
    .openapi(name);
}
