import type { z } from '@hono/zod-openapi';
import { expect, test } from 'vitest';
import { createFakeWorld, fakeTenantOf } from '../../testing/fake-world.ts';
import type {
  Campaign,
  CampaignContact,
  CampaignDraft,
  CampaignSummary,
  ContactDetail,
  Dispatcher,
  DncEntry,
  DncImport,
  Forecast,
  ManifestRowError,
  ManifestUpload,
  NewContact,
} from '../../world/campaign-port.ts';
import type {
  Conversation,
  Flow,
  FunctionCall,
  InternalContact,
  Message,
  TenantInfo,
  Transcript,
  Transition,
} from '../../world/world-port.ts';
import type { campaign, campaignDraft, campaignSummary, dispatcher, forecast } from './campaign.ts';
import type { campaignContact, contactDetail, dncEntry, dncImportResult, newContact } from './campaign-contact.ts';
import { conversation } from './conversation.ts';
import type { flow, internalContact, tenant } from './instance.ts';
import type { manifestUpload, rowError } from './manifest.ts';
import { type functionCall, type message, transcript, type transition } from './transcript.ts';

type Plain = string | number | boolean | null | undefined;

/** zod's optional keys may also be undefined, the world's may not: for the comparison both may. */
type Loose<T> = T extends Plain
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Loose<Item>[]
    : { readonly [K in keyof T]: Record<never, never> extends Pick<T, K> ? Loose<T[K]> | undefined : Loose<T[K]> };

/** `true` only when what a schema describes and the world's own type fit each other both ways. */
type Agree<Schema extends z.ZodType, Actual> = [z.infer<Schema>] extends [Loose<Actual>]
  ? [Actual] extends [z.infer<Schema>]
    ? true
    : { readonly missingInSchema: Exclude<keyof Actual, keyof z.infer<Schema>> }
  : { readonly missingInWorld: Exclude<keyof z.infer<Schema>, keyof Actual> };

test('schemas and the world agree: the types when this file is compiled, a sample when it runs', () => {
  const agreed: [
    Agree<typeof conversation, Conversation>,
    Agree<typeof transcript, Transcript>,
    Agree<typeof message, Message>,
    Agree<typeof functionCall, FunctionCall>,
    Agree<typeof transition, Transition>,
    Agree<typeof tenant, TenantInfo>,
    Agree<typeof flow, Flow>,
    Agree<typeof internalContact, InternalContact>,
    Agree<typeof campaignSummary, CampaignSummary>,
    Agree<typeof campaign, Campaign>,
    Agree<typeof campaignDraft, CampaignDraft>,
    Agree<typeof dispatcher, Dispatcher>,
    Agree<typeof forecast, Forecast>,
    Agree<typeof manifestUpload, ManifestUpload>,
    Agree<typeof rowError, ManifestRowError>,
    Agree<typeof campaignContact, CampaignContact>,
    Agree<typeof contactDetail, ContactDetail>,
    Agree<typeof newContact, NewContact>,
    Agree<typeof dncEntry, DncEntry>,
    Agree<typeof dncImportResult, DncImport>,
  ] = [
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
  ];
  expect(agreed).not.toContain(false);
  const sample = fakeTenantOf(createFakeWorld({}), 'north').get('c-1');
  expect(transcript.strict().parse(sample)).toEqual(sample);
  expect(() => conversation.strict().parse(sample)).toThrow('messages');
});
