import { z } from 'zod';
import { readTextIfPresent, setAside, writeFileAtomic } from './atomic-file.ts';
import type { SecretBox } from './secret-box.ts';

export interface SealedJsonOptions<T> {
  readonly path: string;
  /** Without a vault worth the name the content is plain, in a file that only its owner may read. */
  readonly vault: Pick<SecretBox, 'encrypt' | 'decrypt'> | undefined;
  readonly schema: z.ZodType<T>;
  /** The name of the content in the plain file. */
  readonly key: string;
  /** What a file that is missing or cannot be read counts as. */
  readonly empty: T;
}

const sealedSchema = z.object({ sealed: z.string() });

/** One value that a crash must not lose, as JSON; sealed where there is a vault. */
export class SealedJsonFile<T> {
  readonly #options: SealedJsonOptions<T>;
  #writing: Promise<unknown> = Promise.resolve();
  #setAside = false;

  constructor(options: SealedJsonOptions<T>) {
    this.#options = options;
  }

  /** Whether a file that could not be read was set aside. */
  get wasSetAside(): boolean {
    return this.#setAside;
  }

  /** What was kept; a file that cannot be read is set aside and counts as empty. @param now for its new name. */
  async read(now: number): Promise<T> {
    const { path, empty } = this.#options;
    try {
      const text = await readTextIfPresent(path);
      return text === undefined ? empty : await this.#open(JSON.parse(text));
    } catch {
      await setAside(path, now);
      this.#setAside = true;
      return empty;
    }
  }

  /** Replaces the file, one writing after another; each writes what `content` gives when its turn has come. @throws the system's error. */
  write(content: () => T): Promise<void> {
    const turn = this.#writing.then(async () => {
      await writeFileAtomic(this.#options.path, await this.#seal(content()));
    });
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  async #open(file: unknown): Promise<T> {
    const { vault, schema, key } = this.#options;
    const sealed = sealedSchema.safeParse(file);
    if (!sealed.success) return schema.parse(z.record(z.string(), z.unknown()).parse(file)[key]);
    if (vault === undefined) throw new Error('Sealed, and no vault to open it');
    return schema.parse(JSON.parse(await vault.decrypt(Buffer.from(sealed.data.sealed, 'base64'))));
  }

  async #seal(content: T): Promise<string> {
    const { vault, key } = this.#options;
    try {
      const sealed = await vault?.encrypt(JSON.stringify(content));
      if (sealed !== undefined) return JSON.stringify({ sealed: Buffer.from(sealed).toString('base64') });
    } catch {
      // A vault that refuses just now must not cost the operator what they did: it is kept plain, readable by them alone.
    }
    return JSON.stringify({ [key]: content });
  }
}
