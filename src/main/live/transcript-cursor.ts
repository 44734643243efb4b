import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { TranscriptBatch } from '../../shared/ipc/live-batches.ts';
import { type Failure, FailureError } from '../../shared/models/failure.ts';

interface Dirty {
  conversation: boolean;
  readonly messages: Set<string>;
  readonly calls: Set<string>;
  readonly steps: Set<string>;
}

/** What a cursor reads; the open transcript, seen from its windows. */
interface Whole {
  whole(): TranscriptBatch | undefined;
  part(dirty: Dirty): TranscriptBatch;
}

/** One window's place in one transcript: which items changed since it last took. */
export class TranscriptCursor implements StreamSource<TranscriptBatch> {
  readonly #transcript: Whole;
  readonly #changed: () => void;
  readonly #onClose: () => void;
  #dirty = nothingDirty();
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

  /** The next batch is the whole again. */
  restart(): void {
    this.#wantsWhole = true;
    this.#failure = undefined;
    this.#dirty = nothingDirty();
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
      throw new FailureError(failure.code, failure.message, failure.detail);
    }
    if (this.#wantsWhole) {
      this.#clean = true;
      const whole = this.#transcript.whole();
      if (whole !== undefined) this.#wantsWhole = false;
      return whole;
    }
    if (this.#clean) return undefined;
    const dirty = this.#dirty;
    this.#dirty = nothingDirty();
    this.#clean = true;
    return this.#transcript.part(dirty);
  }

  close(): void {
    this.#onClose();
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
