import { join } from 'node:path';
import { z } from 'zod';
import type { JournalProblem } from '../../../shared/models/journal.ts';
import { readTextIfPresent, writeFileAtomic } from '../../storage/atomic-file.ts';
import type { SecretBox } from '../../storage/secret-box.ts';
import type { ChainEnd } from './scan.ts';

/** Encrypts what must not be read or made by others; the OS vault. */
export type Vault = Pick<SecretBox, 'encrypt' | 'decrypt'>;

const endSchema = z.object({ seq: z.number().int().nonnegative(), hash: z.string() });
const fileSchema = z.union([z.object({ sealed: z.string() }), endSchema]);

/**
 * The end of the chain, kept apart from the journal: without it, cutting lines off the end would leave a perfect chain.
 * Sealed by the vault where there is one, so that it cannot be made to match.
 */
export class HeadFile {
  readonly #path: string;
  readonly #vault: Vault | undefined;

  constructor(folder: string, vault: Vault | undefined) {
    this.#path = join(folder, 'journal.head');
    this.#vault = vault;
  }

  /** The end as it was last written; undefined when there is none; `unreadable` when it cannot be opened. */
  async read(): Promise<ChainEnd | undefined | 'unreadable'> {
    const text = await readTextIfPresent(this.#path);
    if (text === undefined) return undefined;
    try {
      const parsed = fileSchema.parse(JSON.parse(text));
      // With a vault at hand, an unsealed head is not one that this console wrote.
      if (!('sealed' in parsed)) return this.#vault === undefined ? parsed : 'unreadable';
      if (this.#vault === undefined) return 'unreadable';
      const plain = await this.#vault.decrypt(Buffer.from(parsed.sealed, 'base64'));
      return endSchema.parse(JSON.parse(plain));
    } catch {
      return 'unreadable';
    }
  }

  /** Replaces it. @throws the system's error. */
  async write(end: ChainEnd): Promise<void> {
    const text = JSON.stringify({ seq: end.seq, hash: end.hash });
    const sealed = this.#vault === undefined ? undefined : await this.#vault.encrypt(text);
    await writeFileAtomic(
      this.#path,
      sealed === undefined ? text : JSON.stringify({ sealed: Buffer.from(sealed).toString('base64') }),
    );
  }
}

/** What the head says against the chain's end as it was found. */
export function compareWithHead(
  end: ChainEnd,
  hashAt: (seq: number) => string | undefined,
  head: ChainEnd | undefined | 'unreadable',
): JournalProblem | undefined {
  if (head === 'unreadable') return { kind: 'head-unreadable' };
  if (head === undefined) return end.seq === 0 ? undefined : { kind: 'head-missing' };
  if (head.seq > end.seq) return { kind: 'truncated', seq: end.seq };
  // One line more than the head: the crash came between the two writes.
  if (end.seq > head.seq + 1) return { kind: 'head-behind', seq: head.seq };
  if (head.seq > 0 && hashAt(head.seq) !== head.hash) return { kind: 'head-differs', seq: head.seq };
  return undefined;
}
