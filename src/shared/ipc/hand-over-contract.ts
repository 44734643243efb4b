import { z } from 'zod';
import type { HandOver, KeptHandOver } from '../models/hand-over.ts';
import { command, invoke } from './define.ts';

const tenant = z.string().min(1).max(200);

/** What one supervisor leaves to the next. */
export const handOverContract = {
  handOver: {
    /** Gathers what the next supervisor has to know now. */
    draft: invoke<HandOver>()(z.object({ tenant })),
    /** Signs a draft as it was shown; `stale` when it is not known any more. */
    sign: command<KeptHandOver>()(
      z.object({
        tenant,
        draft: z.string().min(1).max(60),
        signedBy: z.string().trim().min(1).max(120),
        note: z.string().max(4000),
      }),
    ),
    /** Those that were signed at this console, newest first. */
    signed: invoke<readonly KeptHandOver[]>()(z.object({ tenant })),
  },
};
