import { z } from 'zod';
import type { ActResult } from '../models/act.ts';
import type { CampaignDetailView, CampaignsView } from '../models/campaign-views.ts';
import { DISPATCHER_VERBS, type Dispatcher, type Forecast } from '../models/dispatcher.ts';
import { command, invoke, stream } from './define.ts';

const tenant = z.string().min(1).max(200);
const id = z.string().min(1).max(300);

/** Campaigns and their dispatchers. */
export const campaignsContract = {
  campaigns: {
    /** Each batch is all campaigns of the tenant; while a window looks they are read every few seconds. */
    state: stream<CampaignsView>()(z.object({ tenant })),
    refresh: command<void>()(z.object({ tenant })),
    one: stream<CampaignDetailView>()(z.object({ tenant, id })),
    /** What starting or resuming would do now. */
    forecast: invoke<Forecast>()(z.object({ tenant, id })),
    /** Tells the dispatcher one verb, as it was on screen. */
    tell: command<ActResult<Dispatcher>>()(
      z.object({
        tenant,
        campaign: z.object({ id, name: z.string().max(500) }),
        verb: z.enum(DISPATCHER_VERBS),
        expected: z.object({ state: z.string().max(80), revision: z.number().int().optional() }),
        callsInProgress: z.enum(['finish', 'hang-up']).optional(),
        reason: z.string().max(500).optional(),
      }),
    ),
  },
};
