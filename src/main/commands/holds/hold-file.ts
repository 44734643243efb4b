import { z } from 'zod';
import { BULK_ACTIONS, CAMPAIGN_HELD_ACTIONS } from '../../../shared/models/hold.ts';
import { readTextIfPresent, setAside, writeFileAtomic } from '../../storage/atomic-file.ts';
import type { Vault } from '../journal/head-file.ts';

const keptHoldSchema = z.object({
  id: z.string(),
  /** Whose it is (instance and user): nobody else who signs in here is shown it. */
  owner: z.string(),
  tenant: z.string(),
  action: z.enum([...BULK_ACTIONS, ...CAMPAIGN_HELD_ACTIONS]),
  bulk: z.boolean(),
  targets: z.array(
    z.object({
      id: z.string(),
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
  heldAt: z.number(),
  dueAt: z.number(),
  /** `released`: it may have been sent; the journal knows. */
  phase: z.enum(['held', 'released', 'not-sent']),
  reason: z.enum(['console-ended', 'signed-out', 'slept']).optional(),
});
export type KeptHold = z.infer<typeof keptHoldSchema>;

const listSchema = z.array(keptHoldSchema);
const fileSchema = z.union([z.object({ sealed: z.string() }), z.object({ holds: listSchema })]);

/** The holds that a crash must not lose. Sealed where there is a vault, since notes are in it. */
export class HoldFile {
  readonly #path: string;
  readonly #vault: Vault | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(path: string, vault: Vault | undefined) {
    this.#path = path;
    this.#vault = vault;
  }

  /** What was kept; a file that cannot be read is set aside and counts as empty. @param now for its new name. */
  async read(now: number): Promise<readonly KeptHold[]> {
    try {
      const text = await readTextIfPresent(this.#path);
      if (text === undefined) return [];
      const file = fileSchema.parse(JSON.parse(text));
      if ('holds' in file) return file.holds;
      if (this.#vault === undefined) throw new Error('Sealed, and no vault to open it');
      return listSchema.parse(JSON.parse(await this.#vault.decrypt(Buffer.from(file.sealed, 'base64'))));
    } catch {
      await setAside(this.#path, now);
      return [];
    }
  }

  /** Replaces the file, one writing after another; each writes what `holds` gives when its turn has come. @throws the system's error. */
  write(holds: () => readonly KeptHold[]): Promise<void> {
    const turn = this.#writing.then(async () => {
      await writeFileAtomic(this.#path, await this.#seal(holds()));
    });
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  async #seal(holds: readonly KeptHold[]): Promise<string> {
    try {
      const sealed = await this.#vault?.encrypt(JSON.stringify(holds));
      if (sealed !== undefined) return JSON.stringify({ sealed: Buffer.from(sealed).toString('base64') });
    } catch {
      // A vault that refuses just now must not cost the operator the hold: it is kept plain, readable by them alone.
    }
    return JSON.stringify({ holds });
  }
}
