import { FailureError } from '../../../../shared/models/failure.ts';
import type { ColumnUse } from '../../../../shared/models/manifest-columns.ts';
import type { ManifestFile, Reading } from '../../../../shared/models/manifest-file.ts';
import type { ColumnMemory } from './column-memory.ts';

/** The file that a workbench has open: how it is read, and what its columns are for. */
export class OpenedFile {
  readonly #memory: Pick<ColumnMemory, 'uses' | 'keep'>;
  #path: string | undefined;
  #file: ManifestFile | undefined;
  reading: Reading = {};
  uses: readonly ColumnUse[] = [];
  /** Whether the uses are those of an earlier file of the same shape. */
  remembered = false;

  constructor(memory: Pick<ColumnMemory, 'uses' | 'keep'>) {
    this.#memory = memory;
  }

  get file(): ManifestFile | undefined {
    return this.#file;
  }

  /** Another file, to be read as it seems to be. */
  choose(path: string): void {
    this.#path = path;
    this.reading = {};
  }

  /** Reads it, in the place of what was read before; a file that cannot be read is put away. @throws FailureError as `open` */
  async read(open: (path: string, reading: Reading) => Promise<ManifestFile>): Promise<void> {
    const path = this.#path;
    if (path === undefined) throw new FailureError('not-found', 'No file is open');
    this.#file = undefined;
    try {
      const file = await open(path, this.reading);
      const known = this.#memory.uses(file.signature, file.columns.length);
      this.uses = known ?? file.columns.map(({ guess }) => guess);
      this.remembered = known !== undefined;
      this.#file = file;
    } finally {
      if (this.#file === undefined) this.#path = undefined;
    }
  }

  assign(uses: readonly ColumnUse[]): void {
    this.uses = uses;
    this.remembered = false;
  }

  /** Keeps the uses for the next file of this shape. */
  remember(): void {
    this.#memory.keep(this.opened().signature, this.uses);
  }

  /** @throws FailureError `not-found` */
  opened(): ManifestFile {
    if (this.#file === undefined)
      throw new FailureError('not-found', 'No file is open', { reason: 'manifest-no-file' });
    return this.#file;
  }

  /** What was read is gone; the path stays, so that it can be read again. */
  lose(): void {
    this.#file = undefined;
  }

  close(): void {
    this.#path = undefined;
    this.#file = undefined;
    this.uses = [];
  }
}
