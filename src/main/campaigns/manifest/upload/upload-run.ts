import { type Failure, FailureError, failureOf } from '../../../../shared/models/failure.ts';
import type { RefusedRow, UploadPhase, UploadView } from '../../../../shared/models/manifest-receipt.ts';
import type { ManifestUpload } from '../../../../shared/models/manifest-upload.ts';
import type { RunAct } from '../../../commands/acts/run-act.ts';
import type { ManifestCalls } from '../../../platform/campaigns/campaign-api.ts';
import type { Clock } from '../../../storage/clock.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { awaitImport } from './await-import.ts';
import { beginUpload, findBegun } from './begin-upload.ts';
import { importAct, takeBackAct } from './manifest-acts.ts';
import { reconcile, type SentRows } from './reconcile.ts';
import { sendBytes } from './send-bytes.ts';
import { sleepUnless } from './stoppable-sleep.ts';
import type { UploadRecord } from './upload-record.ts';

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
    if (this.#record.step === 'creating') await this.#become(await findBegun(this.#deps.calls, this.#record));
    if (this.#record.uploadId === undefined) return true;
    const result = await this.#deps.act(takeBackAct(this.#deps.calls, this.#record, 'receiving'));
    if (result.outcome === 'done') return true;
    throw asError(result.failure);
  }

  async #steps(): Promise<void> {
    if (this.#record.step === 'creating') await this.#become(await findBegun(this.#deps.calls, this.#record));
    if (this.#record.step === 'prepared') await this.#create();
    if (this.#record.step === 'receiving') await this.#send();
    if (this.#record.step === 'completing') await this.#complete();
    if (this.#record.step === 'processing') await this.#await();
  }

  async #create(): Promise<void> {
    await this.#become({ step: 'creating' });
    const refused = () => this.#become({ step: 'prepared' });
    await this.#become(await beginUpload(this.#deps.calls, this.#record, refused));
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
    const { signal } = this.#stop;
    const upload = await awaitImport({
      read: () => this.#deps.calls.get(this.#record.campaign.id, this.#uploadId(), signal),
      sleep: (ms) => sleepUnless(signal, this.#deps.clock, ms),
      stopped: () => signal.aborted,
      under: ({ processedRows }) => {
        this.#processedRows = processedRows;
        this.#deps.changed();
      },
    });
    this.#processedRows = upload.processedRows;
    await this.#finish(upload);
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
    await sleepUnless(this.#stop.signal, this.#deps.clock, ms);
    this.#phase = 'sending';
    this.#failure = undefined;
    this.#retryAt = undefined;
    this.#deps.changed();
  }
}

const isGone = (state: string): boolean => state === 'cancelled' || state === 'reversed';

const asError = ({ code, message, detail }: Failure): FailureError => new FailureError(code, message, detail);
