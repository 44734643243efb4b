import { z } from 'zod';
import type { QualityResults, QualityView, Review, SampleItem, Scorecard } from '../models/quality.ts';
import {
  criteriaSchema,
  judgementSchema,
  reviewedConversationSchema,
  spreadSchema,
} from '../models/quality-schemas.ts';
import { archiveQuery } from './archive-contract.ts';
import { command, invoke, stream } from './define.ts';

const tenant = z.string().min(1).max(200);
const one = { tenant, id: z.string().min(1).max(300) };

/** Quality review: kept on this computer, since the platform documents no operation for it. */
export const qualityContract = {
  quality: {
    state: stream<QualityView>()(z.object({ tenant })),
    /** Makes another version; reviews keep the one they were judged by. */
    saveScorecard: command<Scorecard>()(z.object({ tenant, criteria: criteriaSchema })),
    /** Reads the search and draws from it; the sample's id, or undefined when it was cancelled or found nothing to draw. */
    draw: command<string | undefined>()(
      z.object({
        tenant,
        query: archiveQuery,
        search: z.string().max(1000),
        spread: spreadSchema,
        size: z.number().int().min(1).max(200),
        seed: z.string().trim().min(1).max(40),
        leaveOutReviewed: z.boolean(),
      }),
    ),
    cancelDraw: command<void>()(z.object({ tenant })),
    sample: invoke<readonly SampleItem[]>()(z.object(one)),
    /** Forgets which conversations were drawn; their reviews stay. */
    forgetSample: command<void>()(z.object(one)),
    /** The review of a conversation, the draft before what is finished, with the scorecard that it is judged by. */
    review: invoke<{ readonly review?: Review; readonly scorecard: Scorecard }>()(z.object(one)),
    /** Keeps what is judged so far. `conflict`, `review-finished` when it is finished and was not re-opened. */
    saveDraft: command<Review>()(z.object({ tenant, about: reviewedConversationSchema, judgement: judgementSchema })),
    /** `invalid`, `review-incomplete` while a criterion has no mark. */
    finish: command<Review>()(z.object(one)),
    /** Makes a draft of what is finished, which counts until the draft is finished. */
    reopen: command<Review>()(z.object(one)),
    /** Deletes a draft; what was finished before it stays. */
    discard: command<void>()(z.object(one)),
    results: invoke<QualityResults>()(z.object({ tenant })),
    /** The finished reviews as CSV, ready to be given to `app.saveText`; noted in the journal. */
    export: command<{ readonly suggestedName: string; readonly text: string }>()(z.object({ tenant })),
  },
};
