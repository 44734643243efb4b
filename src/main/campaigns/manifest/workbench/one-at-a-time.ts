import { type Failure, FailureError, failureOf } from '../../../../shared/models/failure.ts';
import type { WorkbenchBusy } from '../../../../shared/models/manifest-workbench.ts';

/** What takes long with one manifest: one thing at a time, and why the last of them failed. */
export class OneAtATime {
  readonly #now: () => number;
  readonly #changed: () => void;
  #busy: WorkbenchBusy | undefined;
  #failure: Failure | undefined;

  /** @param now epoch ms; @param changed told whenever `busy` or `failure` is another */
  constructor(now: () => number, changed: () => void) {
    this.#now = now;
    this.#changed = changed;
  }

  get busy(): WorkbenchBusy | undefined {
    return this.#busy;
  }

  /** Of the last thing; shown until the next one. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** How far it is, 0 to 1. */
  progress(share: number): void {
    if (this.#busy !== undefined) this.#busy = { ...this.#busy, share };
  }

  forgive(): void {
    this.#failure = undefined;
  }

  /** Does one thing. @throws FailureError its own, or `conflict` while another is under way */
  async run(what: WorkbenchBusy['what'], work: () => Promise<void>): Promise<void> {
    if (this.#busy !== undefined)
      throw new FailureError('conflict', 'One thing at a time', { reason: 'manifest-busy' });
    this.#busy = { what, since: this.#now() };
    this.#failure = undefined;
    this.#changed();
    try {
      await work();
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code !== 'cancelled') this.#failure = failure;
      throw thrown;
    } finally {
      this.#busy = undefined;
      this.#changed();
    }
  }
}
