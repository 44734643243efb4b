import { z } from '@hono/zod-openapi';

/** A query parameter that may come several times or once with commas. */
export function listOf<S extends z.ZodType>(item: S) {
  return z.preprocess((value) => {
    if (value === undefined) return undefined;
    return [value].flat().flatMap((each) => String(each).split(','));
  }, z.array(item).optional());
}
/** How many items a page holds. */
export const limit = z.coerce.number().int().min(1).max(200).default(50);
/** Where a list is read on, and how far. */
export const paging = {
  cursor: z.string().optional().openapi({ description: '`nextCursor` of the page before.' }),
  limit,
};
/** How a parameter that holds several values is written. */
export const commaSeparated = { param: { style: 'form', explode: false } } as const;
