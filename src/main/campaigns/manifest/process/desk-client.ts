import { FailureError } from '../../../../shared/models/failure.ts';
import type { CheckSummary } from '../../../../shared/models/manifest-check.ts';
import type { DeskAnswer, DeskArgs, DeskCall, DeskMessage, DeskRequest } from './desk-protocol.ts';

/** A process with a desk in it, as Electron or Node gives it. */
export interface DeskProcess {
  post(message: DeskRequest): void;
  onMessage(listener: (message: DeskMessage) => void): void;
  /** Called once when it has ended, for whatever reason. */
  onExit(listener: () => void): void;
  kill(): void;
}

export interface DeskProgress {
  readonly share: number;
  readonly summary?: CheckSummary;
}

/** The console's side of a desk in another process. */
export class DeskClient {
  readonly #process: DeskProcess;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  #next = 0;
  #ended = false;

  /** @param onProgress told while something takes long */
  constructor(process: DeskProcess, onProgress: (progress: DeskProgress) => void) {
    this.#process = process;
    process.onMessage((message) => {
      if (message.kind === 'progress') onProgress(message);
      else this.#answered(message);
    });
    process.onExit(() => {
      this.#ended = true;
      const failure = new FailureError('unavailable', 'The check ended by itself', { reason: 'manifest-check-ended' });
      for (const { reject } of this.#waiting.values()) reject(failure);
      this.#waiting.clear();
    });
  }

  /** False once the process has ended. */
  get alive(): boolean {
    return !this.#ended;
  }

  /** @throws FailureError as the desk throws it; `unavailable` (`manifest-check-ended`) when its process is gone */
  call<C extends DeskCall>(call: C, ...args: DeskArgs<C>): Promise<DeskAnswer<C>> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(new FailureError('unavailable', 'The check ended by itself', { reason: 'manifest-check-ended' }));
        return;
      }
      const id = ++this.#next;
      // The desk answers with what its method of this name returns.
      this.#waiting.set(id, { resolve: (value) => resolve(value as DeskAnswer<C>), reject });
      this.#process.post({ kind: 'call', id, call, args });
    });
  }

  /** Ends what takes long. */
  stop(): void {
    if (!this.#ended) this.#process.post({ kind: 'stop' });
  }

  kill(): void {
    this.#process.kill();
  }

  #answered(message: Exclude<DeskMessage, { kind: 'progress' }>): void {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.value);
    else {
      const { code, message: text, detail } = message.failure;
      waiting?.reject(new FailureError(code, text, detail));
    }
  }
}
