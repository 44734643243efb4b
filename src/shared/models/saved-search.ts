import { z } from 'zod';

/** A search that was given a name, as it is typed. */
const savedSearchSchema = z.object({ name: z.string().trim().min(1).max(80), text: z.string().max(1000) });
export const savedSearchesSchema = z.array(savedSearchSchema).max(100);
export type SavedSearch = z.infer<typeof savedSearchSchema>;
