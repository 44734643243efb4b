import { z } from 'zod';
import { BULK_ACTIONS, CAMPAIGN_HELD_ACTIONS, TRANSCRIPT_HELD_ACTIONS } from '../../../shared/models/hold.ts';
import { SealedJsonFile } from '../../storage/sealed-json.ts';
import type { Vault } from '../journal/head-file.ts';

const heldTag = z.object({ name: z.string(), value: z.string().optional() });

const keptHoldSchema = z.object({
  id: z.string(),
  /** Whose it is (instance and user): nobody else who signs in here is shown it. */
  owner: z.string(),
  tenant: z.string(),
  action: z.enum([...BULK_ACTIONS, ...CAMPAIGN_HELD_ACTIONS, ...TRANSCRIPT_HELD_ACTIONS]),
  bulk: z.boolean(),
  targets: z.array(
    z.object({
      id: z.string(),
      /** What a person calls it, where that is not its id. */
      name: z.string().optional(),
      expected: z.object({
        revision: z.number().optional(),
        status: z.string(),
        handlerKind: z.string().optional(),
        handlerName: z.string().optional(),
      }),
    }),
  ),
  internalContactId: z.string().optional(),
  note: z.string().optional(),
  /** Set where the targets are no conversations: what they are, of which campaign, and what is to be done with them. */
  campaign: z
    .object({
      kind: z.enum(['campaign', 'contact', 'number']),
      id: z.string().optional(),
      name: z.string().optional(),
      /** Epoch ms: when contacts are to be called instead. */
      at: z.number().optional(),
      callsInProgress: z.enum(['finish', 'hang-up']).optional(),
    })
    .optional(),
  /** For `editTags`: what is added and taken out. */
  tags: z.object({ add: z.array(heldTag), remove: z.array(heldTag) }).optional(),
  heldAt: z.number(),
  dueAt: z.number(),
  /** `released`: it may have been sent; the journal knows. */
  phase: z.enum(['held', 'released', 'not-sent']),
  reason: z.enum(['console-ended', 'signed-out', 'slept']).optional(),
});
export type KeptHold = z.infer<typeof keptHoldSchema>;

/** The holds that a crash must not lose. Sealed where there is a vault, since notes are in it. */
export class HoldFile extends SealedJsonFile<readonly KeptHold[]> {
  constructor(path: string, vault: Vault | undefined) {
    super({ path, vault, schema: z.array(keptHoldSchema), key: 'holds', empty: [] });
  }
}
