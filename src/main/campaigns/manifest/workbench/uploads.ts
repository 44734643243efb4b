import { randomUUID } from 'node:crypto';
import { FailureError } from '../../../../shared/models/failure.ts';
import type { ManifestFile } from '../../../../shared/models/manifest-file.ts';
import { countsOf, type RowReason } from '../../../../shared/models/manifest-reasons.ts';
import type { ImportMode, ReceiptView, RefusedRow, UploadView } from '../../../../shared/models/manifest-receipt.ts';
import type { ManifestExport } from '../../../../shared/models/manifest-workbench.ts';
import { present } from '../../../platform/decode/present.ts';
import type { Prepared, PrepareFiles } from '../desk/prepare.ts';
import { newFileKey } from '../source/sealed-file.ts';
import { takeBackAct } from '../upload/manifest-acts.ts';
import { readingFrom } from '../upload/stored-upload.ts';
import type { UploadRecord } from '../upload/upload-record.ts';
import { type UploadDeps, UploadRun } from '../upload/upload-run.ts';
import { receiptOf, receiptText } from './receipts.ts';
import { readRefused, writeRefused } from './refused-file.ts';
import type { WorkbenchDeps } from './workbench-deps.ts';

export interface UploadBeginning {
  readonly file: ManifestFile;
  readonly mode: ImportMode;
  readonly reasons: Readonly<Partial<Record<RowReason, number>>>;
  readonly campaign: { readonly id: string; readonly name: string };
}

/** The upload of one campaign that is under way, and what became of earlier ones. */
export class Uploads {
  readonly #tenant: string;
  readonly #campaignId: string;
  readonly #deps: WorkbenchDeps;
  readonly #changed: () => void;
  #run: UploadRun | undefined;

  constructor(tenant: string, campaignId: string, deps: WorkbenchDeps, changed: () => void) {
    this.#tenant = tenant;
    this.#campaignId = campaignId;
    this.#deps = deps;
    this.#changed = changed;
    // One that was cut off with the console waits for the operator's word.
    const cut = this.#records().find(({ step }) => step !== 'finished');
    if (cut !== undefined) this.#run = new UploadRun(cut, this.#runDeps());
  }

  /** The upload under way; none once its receipt is there. */
  view(): UploadView | undefined {
    return this.#run === undefined || this.#run.finished ? undefined : this.#run.view();
  }

  receipts(): readonly ReceiptView[] {
    const { store } = this.#deps;
    return this.#records()
      .map((record) => receiptOf(record, store.isComparable(record)))
      .filter((receipt) => receipt !== undefined)
      .slice(0, 20);
  }

  /** Prepares an upload and sets it going. @throws FailureError; then nothing was begun */
  async begin(
    { file, mode, reasons, campaign }: UploadBeginning,
    prepare: (files: PrepareFiles) => Promise<Prepared>,
  ): Promise<void> {
    const { store, clock, me, owner } = this.#deps;
    const id = randomUUID();
    const [key, indexKey] = [newFileKey(), newFileKey()];
    try {
      const prepared = await prepare({ content: store.contentPath(id), index: store.indexPath(id), key, indexKey });
      const { rows, bytes, sha256, columns } = prepared;
      const record: UploadRecord = {
        ...present({ by: me()?.name }),
        id,
        owner: owner(),
        tenant: this.#tenant,
        campaign: { ...campaign },
        fileName: file.name,
        mode,
        firstRow: file.firstRow,
        columns: [...columns],
        rows,
        bytes,
        sha256,
        ours: countsOf(reasons),
        contentKey: Buffer.from(key).toString('base64'),
        indexKey: Buffer.from(indexKey).toString('base64'),
        begunAt: clock.now(),
        step: 'prepared',
        sentBytes: 0,
      };
      await this.#deps.note('approveManifest', this.#tenant, campaign, { mode, rows, bytes, sha256 });
      await store.save(record);
      this.#run = new UploadRun(record, this.#runDeps());
    } catch (thrown) {
      await store.tidy();
      throw thrown;
    }
    void this.resume();
  }

  /** Goes on with an upload that waits for the operator. */
  async resume(): Promise<void> {
    const run = this.#run;
    if (run === undefined) return;
    await run.run();
    if (run.finished) await this.#deps.store.tidy();
    this.#changed();
  }

  /** Stops sending; what is there already stays. */
  async pause(): Promise<void> {
    await this.#run?.pause();
  }

  /** Gives the upload up, here and at the instance. @throws FailureError when the instance holds on to it */
  async cancel(): Promise<void> {
    const run = this.#run;
    if (run === undefined || run.finished) return;
    await run.giveUp();
    this.#run = undefined;
    await this.#deps.store.remove(run.record.id);
    this.#changed();
  }

  /** Takes the contacts of an import back that were not yet called. @throws FailureError when the instance did not */
  async reverse(id: string): Promise<void> {
    const record = this.#finished(id);
    const act = takeBackAct(this.#calls(), record, record.end?.state ?? '');
    const result = await this.#deps.act(act);
    if (result.outcome !== 'done') {
      const { code, message, detail } = result.failure;
      throw new FailureError(code, message, detail);
    }
    const state = result.now?.state ?? 'reversed';
    const { reversibleUntil: _gone, ...end } = record.end ?? { at: 0, refused: 0, unexplained: 0 };
    await this.#deps.store.save({ ...record, end: { ...end, state } });
    this.#changed();
  }

  /** @param offset and @param limit a part of the list */
  async refused(id: string, offset: number, limit: number): Promise<readonly RefusedRow[]> {
    return (await this.#readRefused(this.#finished(id))).slice(offset, offset + limit);
  }

  async exported(id: string): Promise<ManifestExport> {
    const record = this.#finished(id);
    const receipt = receiptOf(record, false);
    if (receipt === undefined) throw new FailureError('not-found', 'No such receipt');
    return receiptText(receipt, record.campaign.name, await this.#readRefused(record));
  }

  /** Where the numbers of the last upload are, to compare with. */
  async lastIndex(): Promise<{ readonly path: string; readonly key: Uint8Array } | undefined> {
    const { store } = this.#deps;
    const last = this.#records().find((record) => store.isComparable(record));
    return last === undefined
      ? undefined
      : { path: store.indexPath(last.id), key: Buffer.from(last.indexKey, 'base64') };
  }

  #records(): readonly UploadRecord[] {
    return this.#deps.store.of(this.#deps.owner(), this.#tenant, this.#campaignId);
  }

  #finished(id: string): UploadRecord {
    const record = this.#records().find((one) => one.id === id && one.step === 'finished');
    if (record === undefined) throw new FailureError('not-found', 'No such receipt');
    return record;
  }

  #readRefused({ id, indexKey }: UploadRecord): Promise<readonly RefusedRow[]> {
    return readRefused(this.#deps.store.refusedPath(id), Buffer.from(indexKey, 'base64'));
  }

  #calls() {
    return this.#deps.apiFor(this.#tenant).manifests;
  }

  #runDeps(): UploadDeps {
    const { store, act, clock } = this.#deps;
    return {
      calls: this.#calls(),
      act,
      clock,
      save: (record) => store.save(record),
      ...readingFrom(store),
      keepRefused: ({ id, indexKey }, rows) =>
        writeRefused(store.refusedPath(id), Buffer.from(indexKey, 'base64'), rows),
      changed: this.#changed,
    };
  }
}
