import { z } from 'zod';
import { failureSchema } from '../../../shared/models/failure.ts';
import type { PanicReport } from '../../../shared/models/panic.ts';
import { readTextIfPresent, setAside, writeFileAtomic } from '../../storage/atomic-file.ts';

const entrySchema = z.object({
  tenant: z.string(),
  campaignId: z.string(),
  name: z.string(),
  stateBefore: z.string(),
  outcome: z.enum(['waiting', 'paused', 'already-paused', 'refused', 'unknown']),
  failure: failureSchema.optional(),
  revisionAfter: z.number().optional(),
  restored: z.enum(['waiting', 'resumed', 'refused', 'unknown']).optional(),
  restoreFailure: failureSchema.optional(),
});
const reportSchema = z.object({
  id: z.string(),
  /** Whose it is (instance and user): only they are shown it. */
  owner: z.string(),
  at: z.number(),
  by: z.string().optional(),
  from: z.enum(['shortcut', 'tray', 'window']),
  done: z.boolean(),
  entries: z.array(entrySchema),
  unreachable: z.array(z.object({ tenant: z.string(), failure: failureSchema })),
});
const fileSchema = z.object({ reports: z.array(reportSchema) });

/** A report as it is kept, with whose it is. */
export type KeptReport = PanicReport & { readonly owner: string };

/** The panic reports on disk, so that a crash or a restart does not lose which dispatchers are to be restored. */
export class PanicFile {
  readonly #path: string;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** What was kept; a file that cannot be read is set aside and counts as empty. @param now for its new name. */
  async read(now: number): Promise<readonly KeptReport[]> {
    try {
      const text = await readTextIfPresent(this.#path);
      return text === undefined ? [] : (fileSchema.parse(JSON.parse(text)).reports as readonly KeptReport[]);
    } catch {
      await setAside(this.#path, now);
      return [];
    }
  }

  /** Replaces the file, one writing after another. @throws the system's error. */
  write(reports: readonly KeptReport[]): Promise<void> {
    const turn = this.#writing.then(() => writeFileAtomic(this.#path, JSON.stringify({ reports })));
    this.#writing = turn.catch(() => undefined);
    return turn;
  }
}
