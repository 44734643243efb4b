import { type Failure, FailureError, failureOf } from '../../../../shared/models/failure.ts';
import type { RefusedRow, UploadPhase, UploadView } from '../../../../shared/models/manifest-receipt.ts';
import type { ManifestUpload } from '../../../../shared/models/manifest-upload.ts';
import type { RunAct } from '../../../commands/acts/run-act.ts';
import type { ManifestCalls } from '../../../platform/campaigns/campaign-api.ts';
import type { Clock } from '../../../storage/clock.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { importAct, takeBackAct } from './manifest-acts.ts';
import { reconcile, type SentRows } from './reconcile.ts';
import { sendBytes } from './send-bytes.ts';
import type { UploadRecord } from './upload-record.ts';

/** Milliseconds between two looks at an instance that takes a manifest in. */
const LOOK_MS = [300, 500, 1_000, 2_000];

export interface UploadDeps {
  readonly calls: ManifestCalls;
  readonly act: RunAct;
  readonly clock: Clock;
  /** On the disk when it resolves. */
  save(record: UploadRecord): Promise<void>;
  openContent(record: UploadRecord): Promise<ByteSource>;
  sentRows(record: UploadRecord): Promise<SentRows>;
  keepRefused(record: UploadRecord, rows: readonly RefusedRow[]): Promise<void>;
  changed(): void;
}

/**
 * One upload, from the first request to the receipt. Every step is on the disk before its request leaves, so that after a crash
 * it goes on where the instance says it stands; nothing is sent twice that the instance has, and what makes contacts of the
 * bytes is asked for once.
 */
export class UploadRun {
  readonly #deps: UploadDeps;
  #record: UploadRecord;
  #phase: UploadPhase;
  #failure: Failure | undefined;
  #retryAt: number | undefined;
  #processedRows: number | undefined;
  #stop = new AbortController();
  #running: Promise<void> | undefined;

  /** @param record of an upload that was just prepared, or that was cut off */
  constructor(record: UploadRecord, deps: UploadDeps) {
    this.#record = record;
    this.#deps = deps;
    this.#phase = 'interrupted';
  }

  get record(): UploadRecord {
    return this.#record;
  }

  get finished(): boolean {
    return this.#record.step === 'finished';
  }

  view(): UploadView {
    const { id, fileName, mode, rows, bytes, sentBytes, begunAt } = this.#record;
    return {
      id,
      fileName,
      mode,
      rows,
      bytes,
      sentBytes,
      phase: this.#phase,
      begunAt,
      ...(this.#processedRows === undefined ? {} : { processedRows: this.#processedRows }),
      ...(this.#retryAt === undefined ? {} : { retryAt: this.#retryAt }),
      ...(this.#failure === undefined ? {} : { failure: this.#failure }),
    };
  }

  /** Goes on until the end, a pause, or something that needs the operator. Never rejects. */
  run(): Promise<void> {
    if (this.#running !== undefined) return this.#running;
    this.#stop = new AbortController();
    this.#failure = undefined;
    this.#phase = this.#record.step === 'processing' ? 'processing' : 'sending';
    this.#running = this.#steps()
      .catch((thrown: unknown) => {
        const failure = failureOf(thrown);
        this.#phase = failure.code === 'cancelled' ? 'paused' : 'interrupted';
        if (failure.code !== 'cancelled') this.#failure = failure;
      })
      .finally(() => {
        this.#running = undefined;
        this.#retryAt = undefined;
        this.#deps.changed();
      });
    this.#deps.changed();
    return this.#running;
  }

  /** Stops sending; what the instance has stays there. Resolves when nothing is under way any more. */
  async pause(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /**
   * Gives the upload up. @returns true when nothing of it is or will be with the instance
   * @throws FailureError when the instance did not let go of it
   */
  async giveUp(): Promise<boolean> {
    await this.pause();
    if (this.#record.step === 'creating') await this.#adopt();
    if (this.#record.uploadId === undefined) return true;
    const result = await this.#deps.act(takeBackAct(this.#deps.calls, this.#record, 'receiving'));
    if (result.outcome === 'done') return true;
    throw asError(result.failure);
  }

  async #steps(): Promise<void> {
    if (this.#record.step === 'creating') await this.#adopt();
    if (this.#record.step === 'prepared') await this.#create();
    if (this.#record.step === 'receiving') await this.#send();
    if (this.#record.step === 'completing') await this.#complete();
    if (this.#record.step === 'processing') await this.#await();
  }

  /** The console ended between the request that begins an upload and its answer: the instance may have it. */
  async #adopt(): Promise<void> {
    const { campaign, fileName, bytes, begunAt } = this.#record;
    const uploads = await this.#deps.calls.list(campaign.id);
    const mine = uploads.find(
      (upload) =>
        upload.state === 'receiving' &&
        upload.fileName === fileName &&
        upload.sizeBytes === bytes &&
        // Clocks may differ by some minutes.
        (upload.createdAt ?? begunAt) >= begunAt - 600_000,
    );
    if (mine === undefined) await this.#become({ step: 'prepared' });
    else await this.#become(begun(mine));
  }

  async #create(): Promise<void> {
    await this.#become({ step: 'creating' });
    const { campaign, fileName, bytes, sha256, mode, columns } = this.#record;
    try {
      const start = { fileName, sizeBytes: bytes, sha256, mode, columns };
      await this.#become(begun(await this.#deps.calls.create(campaign.id, start)));
    } catch (thrown) {
      // What was certainly refused was not begun.
      if (!mayHaveArrived(failureOf(thrown))) await this.#become({ step: 'prepared' });
      throw thrown;
    }
  }

  async #send(): Promise<void> {
    const { campaign, chunkBytes } = this.#record;
    const id = this.#uploadId();
    const source = await this.#deps.openContent(this.#record);
    try {
      const ended = await sendBytes(
        source,
        {
          put: (offset, bytes) => this.#deps.calls.putChunk(campaign.id, id, offset, bytes, this.#stop.signal),
          read: () => this.#deps.calls.get(campaign.id, id, this.#stop.signal),
        },
        {
          chunkBytes,
          signal: this.#stop.signal,
          wait: (ms, why) => this.#wait(ms, why),
          sent: (bytes) => {
            this.#record = { ...this.#record, sentBytes: bytes };
            this.#deps.changed();
          },
        },
      );
      if (ended !== undefined && isGone(ended.state)) {
        throw new FailureError('conflict', 'The upload was given up', { reason: 'manifest-upload-gone' });
      }
      await this.#become({ step: ended === undefined ? 'completing' : 'processing' });
    } finally {
      await source.close();
    }
  }

  async #complete(): Promise<void> {
    const result = await this.#deps.act(importAct(this.#deps.calls, this.#record));
    if (result.outcome !== 'done') {
      // Not all bytes are there after all: they are sent, and then it is asked again.
      if (result.failure.detail?.receivedBytes !== undefined) await this.#become({ step: 'receiving' });
      throw asError(result.failure);
    }
    await this.#become({ step: 'processing' });
  }

  async #await(): Promise<void> {
    this.#phase = 'processing';
    this.#deps.changed();
    const { campaign } = this.#record;
    let failures = 0;
    for (let look = 0; ; look += 1) {
      const upload = await this.#deps.calls.get(campaign.id, this.#uploadId(), this.#stop.signal).catch((thrown) => {
        failures += 1;
        if (failures > 10 || this.#stop.signal.aborted) throw thrown;
        return undefined;
      });
      if (upload !== undefined) {
        failures = 0;
        this.#processedRows = upload.processedRows;
        if (upload.state !== 'processing' && upload.state !== 'receiving') return this.#finish(upload);
        this.#deps.changed();
      }
      await this.#sleep(LOOK_MS[Math.min(look, LOOK_MS.length - 1)] ?? 1_000);
    }
  }

  async #finish(upload: ManifestUpload): Promise<void> {
    const { campaign } = this.#record;
    const sent = await this.#deps.sentRows(this.#record);
    const { refused, unexplained } =
      upload.state === 'rejected'
        ? { refused: [], unexplained: 0 }
        : await reconcile(this.#deps.calls, campaign.id, upload, sent);
    await this.#deps.keepRefused(this.#record, refused);
    const { state, counts, rejection, reversibleUntil } = upload;
    await this.#become({
      step: 'finished',
      end: {
        at: this.#deps.clock.now(),
        state,
        refused: refused.length,
        unexplained,
        ...(counts === undefined ? {} : { counts }),
        ...(rejection === undefined ? {} : { rejection }),
        ...(reversibleUntil === undefined ? {} : { reversibleUntil }),
      },
    });
  }

  async #become(change: Partial<UploadRecord>): Promise<void> {
    this.#record = { ...this.#record, ...change };
    await this.#deps.save(this.#record);
    this.#deps.changed();
  }

  #uploadId(): string {
    const { uploadId } = this.#record;
    if (uploadId === undefined) throw new FailureError('internal', 'The upload has no id');
    return uploadId;
  }

  async #wait(ms: number, why: Failure): Promise<void> {
    this.#phase = 'waiting';
    this.#failure = why;
    this.#retryAt = this.#deps.clock.now() + ms;
    this.#deps.changed();
    await this.#sleep(ms);
    this.#phase = 'sending';
    this.#failure = undefined;
    this.#retryAt = undefined;
    this.#deps.changed();
  }

  /** @throws FailureError `cancelled` when it is stopped meanwhile */
  #sleep(ms: number): Promise<void> {
    const { signal } = this.#stop;
    return new Promise((resolve, reject) => {
      const end = (): void => {
        cancel();
        reject(new FailureError('cancelled', 'Stopped'));
      };
      const cancel = this.#deps.clock.after(ms, () => {
        signal.removeEventListener('abort', end);
        resolve();
      });
      if (signal.aborted) end();
      else signal.addEventListener('abort', end, { once: true });
    });
  }
}

const begun = ({ uploadId, chunkBytes, receivedBytes }: ManifestUpload): Partial<UploadRecord> => ({
  step: 'receiving',
  uploadId,
  sentBytes: receivedBytes,
  ...(chunkBytes === undefined ? {} : { chunkBytes }),
});

const isGone = (state: string): boolean => state === 'cancelled' || state === 'reversed';

const mayHaveArrived = ({ code }: Failure): boolean => code === 'unknown-outcome' || code === 'cancelled';

const asError = ({ code, message, detail }: Failure): FailureError => new FailureError(code, message, detail);
