import { DeskClient, type DeskProcess, type DeskProgress } from '../process/desk-client.ts';
import type { DeskAnswer, DeskArgs, DeskCall } from '../process/desk-protocol.ts';

/** The desk of one workbench: its process is started when it is needed first, and anew after it died. */
export class DeskSession {
  readonly #start: () => DeskProcess;
  readonly #onProgress: (progress: DeskProgress) => void;
  #client: DeskClient | undefined;

  constructor(start: () => DeskProcess, onProgress: (progress: DeskProgress) => void) {
    this.#start = start;
    this.#onProgress = onProgress;
  }

  /** @throws FailureError as `DeskClient.call` */
  call<C extends DeskCall>(call: C, ...args: DeskArgs<C>): Promise<DeskAnswer<C>> {
    if (this.#client?.alive !== true) this.#client = new DeskClient(this.#start(), this.#onProgress);
    return this.#client.call(call, ...args);
  }

  /** Ends what takes long. */
  stop(): void {
    this.#client?.stop();
  }

  /** Closes the file and ends the process. */
  async end(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined) return;
    client.stop();
    await client.call('close').catch(() => undefined);
    client.kill();
  }
}
