import { z } from 'zod';
import type { ActResult } from '../models/act.ts';
import type { BlastRadius } from '../models/blast-radius.ts';
import { type BreakersView, safetySchema } from '../models/breaker.ts';
import type { Campaign, Page } from '../models/campaign.ts';
import type { CampaignContact, ContactDetail } from '../models/campaign-contact.ts';
import { campaignChangesSchema, campaignDraftSchema } from '../models/campaign-schema.ts';
import type { CampaignDetailView, CampaignsView } from '../models/campaign-views.ts';
import { CONTACT_DEEDS, type ContactTargets } from '../models/contact-deed.ts';
import { DISPATCHER_VERBS, type Dispatcher, type Forecast } from '../models/dispatcher.ts';
import { DO_NOT_CALL_IMPORT_MAX, type DoNotCallEntry, type DoNotCallImport } from '../models/do-not-call.ts';
import { type BulkResult, MAX_BULK_CONTACTS } from '../models/hold.ts';
import type { PanicReport, PanicView, RestoreCandidate } from '../models/panic.ts';
import type { Flow } from '../models/transcript.ts';
import { command, invoke, stream } from './define.ts';

const tenant = z.string().min(1).max(200);
const id = z.string().min(1).max(300);
const campaign = z.object({ id, name: z.string().max(500) });
const phone = z.string().regex(/^\+[1-9]\d{5,14}$/);
const at = z.number().int().min(0).max(8.64e15);
const mark = z.string().max(2_000);
const page = { next: mark.optional(), limit: z.number().int().min(1).max(1_000).optional() };
const contactFilter = z.object({
  state: z.string().max(80).optional(),
  disposition: z.string().max(80).optional(),
  text: z.string().max(200).optional(),
  zone: z.string().max(80).optional(),
});
const whose = { tenant, campaign: id };
const words = z.array(z.string().max(100)).max(40);

/** Campaigns with their dispatchers and contacts, do-not-call, safety nets and the panic key. */
export const campaignsContract = {
  campaigns: {
    /** Each batch is all campaigns of the tenant; while a window looks they are read every few seconds. */
    state: stream<CampaignsView>()(z.object({ tenant })),
    refresh: command<void>()(z.object({ tenant })),
    one: stream<CampaignDetailView>()(z.object({ tenant, id })),
    /** What starting or resuming would do now, by the instance's count. */
    forecast: invoke<Forecast>()(z.object({ tenant, id })),
    /** The same, worked out by the console from the contacts and compared with the instance's; ends when it is closed. */
    blastRadius: stream<BlastRadius>()(z.object({ tenant, id })),
    /** What a campaign can be made of. */
    flows: invoke<readonly Flow[]>()(z.object({ tenant })),
    /**
     * Tells the dispatcher one verb, as it was on screen. With `hold` it is held first (`holds.state`), and answers when it
     * ended; undone: refused, `cancelled`, reason `undone`.
     */
    tell: command<ActResult<Dispatcher>>()(
      z.object({
        tenant,
        campaign,
        verb: z.enum(DISPATCHER_VERBS),
        expected: z.object({ state: z.string().max(80), revision: z.number().int().optional() }),
        callsInProgress: z.enum(['finish', 'hang-up']).optional(),
        reason: z.string().max(500).optional(),
        hold: z.boolean().optional(),
      }),
    ),
    create: command<ActResult<Campaign>>()(z.object({ tenant, draft: campaignDraftSchema })),
    /** `base`: the fields as they were on screen, and the revision. What changed since is told, and nothing is sent. */
    update: command<ActResult<Campaign>>()(
      z.object({
        tenant,
        campaign,
        base: campaignChangesSchema.extend({ revision: z.number().int().optional() }),
        changes: campaignChangesSchema,
      }),
    ),
    duplicate: command<ActResult<Campaign>>()(z.object({ tenant, campaign, name: z.string().trim().min(1).max(120) })),
    archive: command<ActResult<Campaign>>()(
      z.object({ tenant, campaign, expected: z.object({ state: z.string().max(80) }) }),
    ),
  },
  contacts: {
    list: invoke<Page<CampaignContact>>()(z.object({ ...whose, filter: contactFilter, ...page })),
    get: invoke<ContactDetail>()(z.object({ ...whose, contact: id })),
    add: command<ActResult<ContactDetail>>()(
      z.object({
        tenant,
        campaign,
        contact: z.object({
          phone,
          firstName: z.string().max(200).optional(),
          lastName: z.string().max(200).optional(),
          language: z.string().max(35).optional(),
          timeZone: z.string().max(64).optional(),
          variables: z.record(z.string().max(80), z.string().max(2_000)).optional(),
        }),
      }),
    ),
    /** Every contact that passes the filter, as targets of `act`, up to the most that one act may name. */
    collect: invoke<ContactTargets>()(z.object({ ...whose, filter: contactFilter })),
    /** Always held first. `at` is needed for `reschedule` and only there. */
    act: command<BulkResult>()(
      z
        .object({
          tenant,
          campaign,
          deed: z.enum(CONTACT_DEEDS),
          targets: z
            .array(z.object({ id, state: z.string().max(80), attempts: z.number().int().min(0).optional() }))
            .min(1)
            .max(MAX_BULK_CONTACTS),
          at: at.optional(),
        })
        .refine(({ deed, at: when }) => (deed === 'reschedule') === (when !== undefined)),
    ),
    /** Contacts as CSV without formulas, journaled; `app.saveText` writes it. `heads`: the columns' titles. */
    export: command<{ readonly text: string; readonly entries: number; readonly cut: boolean }>()(
      z.object({ tenant, campaign, filter: contactFilter, heads: words }),
    ),
  },
  doNotCall: {
    list: invoke<Page<DoNotCallEntry>>()(z.object({ tenant, text: z.string().max(200).optional(), ...page })),
    add: command<ActResult<unknown>>()(
      z.object({ tenant, phone, reason: z.string().max(500).optional(), expiresAt: at.optional() }),
    ),
    /** Held first: whoever is taken off may be called again. */
    remove: command<BulkResult>()(z.object({ tenant, entries: z.array(id).min(1).max(500) })),
    /** Counts of what came of it; `sent` says how many went out before a failure. */
    import: command<DoNotCallImport>()(
      z.object({
        tenant,
        entries: z
          .array(z.object({ phone, reason: z.string().max(500).optional() }))
          .min(1)
          .max(DO_NOT_CALL_IMPORT_MAX),
      }),
    ),
    export: command<{ readonly text: string; readonly entries: number; readonly cut: boolean }>()(
      z.object({ tenant, heads: words }),
    ),
  },
  panic: {
    state: stream<PanicView>()(z.undefined()),
    /** Pauses every dispatcher the operator may control, in all tenants. Resolves when all have answered. */
    press: command<PanicReport>()(z.undefined()),
    /** How the dispatchers of a report stand now. */
    look: invoke<readonly RestoreCandidate[]>()(z.object({ report: id })),
    /** Resumes what a panic paused: held first, one hold a tenant. */
    restore: command<readonly BulkResult[]>()(
      z.object({
        report: id,
        targets: z
          .array(z.object({ tenant, campaign: id }))
          .min(1)
          .max(500),
      }),
    ),
    dismiss: command<void>()(z.object({ report: id })),
    /** Other keys; empty takes them away. */
    setShortcut: command<void>()(z.object({ keys: z.string().max(60) })),
  },
  safety: {
    state: stream<BreakersView>()(z.object({ tenant })),
    save: command<void>()(z.object({ tenant, safety: safetySchema })),
  },
};
