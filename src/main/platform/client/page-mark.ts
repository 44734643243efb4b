import { z } from 'zod';

const query = z.record(z.string(), z.string());
const numbered = z.object({
  first: z.number().int(),
  page: z.number().int(),
  received: z.number().int().min(0),
  tail: z.array(z.string()).readonly(),
});
const markSchema = z.object({ query, received: z.number().int().min(0), numbered: numbered.optional() });

/** What is remembered of the pages before, where an instance pages by number. */
export type NumberedPlace = z.infer<typeof numbered>;

/** Where the next page of a list begins. */
export interface PageMark {
  /** Asks for it. */
  readonly query: Readonly<Record<string, string>>;
  /** Entries on the pages before. */
  readonly received: number;
  /** Set where pages are numbered and entries are known by an id. */
  readonly numbered?: NumberedPlace | undefined;
}

/** Reads a mark that `writeMark` wrote; one that is none of ours begins at the start. */
export function readMark(mark: string | undefined): PageMark {
  const start = { query: {}, received: 0 };
  if (mark === undefined) return start;
  try {
    return markSchema.catch(start).parse(JSON.parse(mark));
  } catch {
    return start;
  }
}

export function writeMark(mark: PageMark): string {
  return JSON.stringify(mark);
}
