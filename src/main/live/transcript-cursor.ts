import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { TranscriptBatch } from '../../shared/ipc/live-batches.ts';
import { type Failure, FailureError } from '../../shared/models/failure.ts';
import { EARLIER_STEP, NOTHING_EARLIER, type TranscriptPatch, type TranscriptStart } from './transcript-start.ts';

interface Dirty {
  conversation: boolean;
  readonly messages: Set<string>;
  readonly calls: Set<string>;
  readonly steps: Set<string>;
}

/** What a cursor reads; the open transcript, seen from its windows. */
interface Whole {
  begin(): TranscriptStart | undefined;
  part(dirty: Dirty): TranscriptPatch;
}

/**
 * One window's place in one transcript: which items changed since it last took. Of a long transcript the end comes first,
 * so that it is drawn while the rest is on its way.
 */
export class TranscriptCursor implements StreamSource<TranscriptBatch> {
  readonly #transcript: Whole;
  readonly #changed: () => void;
  readonly #onClose: () => void;
  #dirty = nothingDirty();
  #earlier = NOTHING_EARLIER;
  #clean = true;
  #wantsWhole = true;
  #failure: Failure | undefined;

  constructor(transcript: Whole, changed: () => void, onClose: () => void) {
    this.#transcript = transcript;
    this.#changed = changed;
    this.#onClose = onClose;
  }

  /** Notes a new or changed item. */
  mark(part: 'messages' | 'calls' | 'steps', key: string): void {
    if (this.#wantsWhole) return;
    this.#dirty[part].add(key);
    this.#notify();
  }

  markConversation(): void {
    if (this.#wantsWhole) return;
    this.#dirty.conversation = true;
    this.#notify();
  }

  /** The next batch is a snapshot again. */
  restart(): void {
    this.#wantsWhole = true;
    this.#failure = undefined;
    this.#dirty = nothingDirty();
    this.#earlier = NOTHING_EARLIER;
    this.#clean = true;
    this.#notify();
  }

  /** The next `take` throws this, once. */
  fail(failure: Failure): void {
    this.#failure = failure;
    this.#notify();
  }

  /** @throws FailureError once, when the transcript cannot be read; the source stays open and recovers by itself. */
  take(): TranscriptBatch | undefined {
    const failure = this.#failure;
    if (failure !== undefined) {
      this.#failure = undefined;
      this.#clean = true;
      if (this.#hasMore()) this.#notify();
      throw new FailureError(failure.code, failure.message, failure.detail);
    }
    if (this.#wantsWhole) return this.#begin();
    if (this.#clean) return undefined;
    const dirty = this.#dirty;
    this.#dirty = nothingDirty();
    this.#clean = true;
    this.#addEarlier(dirty);
    return this.#withEarlier(this.#transcript.part(dirty));
  }

  close(): void {
    this.#onClose();
  }

  #begin(): TranscriptBatch | undefined {
    this.#clean = true;
    const start = this.#transcript.begin();
    if (start === undefined) return undefined;
    this.#wantsWhole = false;
    this.#earlier = start.earlier;
    return this.#withEarlier(start.batch);
  }

  /** A part of what is still to come goes along with what changed. */
  #addEarlier(dirty: Dirty): void {
    const { messages, calls } = this.#earlier;
    for (const key of messages.slice(0, EARLIER_STEP)) dirty.messages.add(key);
    for (const key of calls) dirty.calls.add(key);
    this.#earlier = { messages: messages.slice(EARLIER_STEP), calls: [] };
  }

  /** Says how much is still to come, and sees to it that it does. */
  #withEarlier<B extends TranscriptBatch>(batch: B): B | (B & { readonly earlier: number }) {
    const earlier = this.#earlier.messages.length;
    if (earlier === 0) return batch;
    this.#notify();
    return { ...batch, earlier };
  }

  /** What was noted and not taken is still to be told, whatever went wrong between. */
  #hasMore(): boolean {
    const { conversation, messages, calls, steps } = this.#dirty;
    return conversation || messages.size + calls.size + steps.size + this.#earlier.messages.length > 0;
  }

  #notify(): void {
    if (!this.#clean) return;
    this.#clean = false;
    this.#changed();
  }
}

function nothingDirty(): Dirty {
  return { conversation: false, messages: new Set(), calls: new Set(), steps: new Set() };
}
