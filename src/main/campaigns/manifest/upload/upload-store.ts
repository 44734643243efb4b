import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SealedJsonFile } from '../../../storage/sealed-json.ts';
import type { SecretBox } from '../../../storage/secret-box.ts';
import { type UploadRecord, uploadRecordSchema } from './upload-record.ts';

/** Receipts that are kept. */
const MOST = 200;

/** Uploads and receipts of this machine, and the files that belong to them. */
export class UploadStore {
  readonly folder: string;
  readonly #file: SealedJsonFile<readonly UploadRecord[]>;
  #records: readonly UploadRecord[] = [];

  constructor(folder: string, vault: Pick<SecretBox, 'encrypt' | 'decrypt'> | undefined) {
    this.folder = folder;
    const schema = z.array(uploadRecordSchema);
    this.#file = new SealedJsonFile({ path: join(folder, 'uploads.json'), vault, schema, key: 'uploads', empty: [] });
  }

  /** Reads what is there and deletes files that belong to nothing. @param now for the name of a file that cannot be read */
  async open(now: number): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    this.#records = await this.#file.read(now);
    await this.#sweep();
  }

  /** Newest first. */
  of(owner: string, tenant: string, campaign: string): readonly UploadRecord[] {
    return this.#records
      .filter((record) => record.owner === owner && record.tenant === tenant && record.campaign.id === campaign)
      .toReversed();
  }

  get(id: string): UploadRecord | undefined {
    return this.#records.find((record) => record.id === id);
  }

  /** On the disk when it resolves. @throws the system's error */
  async save(record: UploadRecord): Promise<void> {
    const others = this.#records.filter(({ id }) => id !== record.id);
    const known = this.#records.some(({ id }) => id === record.id);
    const all = known ? this.#records.map((kept) => (kept.id === record.id ? record : kept)) : [...others, record];
    const spare = all.filter(({ step }) => step === 'finished').slice(0, Math.max(0, all.length - MOST));
    this.#records = all.filter((kept) => !spare.includes(kept));
    await this.#file.write(() => this.#records);
  }

  async remove(id: string): Promise<void> {
    this.#records = this.#records.filter((record) => record.id !== id);
    await this.#file.write(() => this.#records);
    await this.#sweep();
  }

  contentPath = (id: string): string => join(this.folder, `${id}.content`);
  /** Numbers and rows of what was sent; kept for the last upload of each campaign, to compare the next one with. */
  indexPath = (id: string): string => join(this.folder, `${id}.index`);
  /** Rows that the instance did not take. */
  refusedPath = (id: string): string => join(this.folder, `${id}.refused`);

  /** Whether what was sent is still known. */
  isComparable(record: UploadRecord): boolean {
    return this.#lastOfCampaigns().has(record.id);
  }

  /** Deletes files that nothing needs any more. */
  async tidy(): Promise<void> {
    await this.#sweep();
  }

  async #sweep(): Promise<void> {
    const last = this.#lastOfCampaigns();
    const needed = new Set(['uploads.json']);
    for (const { id, step } of this.#records) {
      if (step !== 'finished') needed.add(`${id}.content`);
      if (step !== 'finished' || last.has(id)) needed.add(`${id}.index`);
      needed.add(`${id}.refused`);
    }
    for (const name of await readdir(this.folder)) {
      // Copies belong to a desk that is at work, or to one that was killed; its own end deletes them.
      if (needed.has(name) || !/\.(?:content|index|refused)$/.test(name)) continue;
      await rm(join(this.folder, name), { force: true });
    }
  }

  /** The last upload of each campaign that brought contacts. */
  #lastOfCampaigns(): ReadonlySet<string> {
    const last = new Map<string, string>();
    for (const { id, owner, tenant, campaign, end } of this.#records) {
      if (end?.state === 'accepted' || end?.state === 'partially-accepted') {
        last.set(JSON.stringify([owner, tenant, campaign.id]), id);
      }
    }
    return new Set(last.values());
  }
}
