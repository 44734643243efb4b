import { rm } from 'node:fs/promises';
import type { ArchivedTranscript } from '../../shared/models/archive.ts';
import type {
  DeskPolicy,
  DeskQuery,
  DeskResult,
  DeskState,
  DeskStatus,
  KeptHead,
  KeptTranscript,
} from '../../shared/models/desk.ts';
import { FailureError } from '../../shared/models/failure.ts';
import type { Clock } from '../storage/clock.ts';
import type { Log } from '../storage/log.ts';
import type { SecretBox } from '../storage/secret-box.ts';
import type { DeskLimits } from './desk-bounds.ts';
import type { DeskWorkerData } from './desk-calls.ts';
import type { DeskFigures } from './desk-core.ts';
import { deskKey } from './desk-key.ts';
import type { DeskThread } from './desk-thread.ts';

export interface DeskDeps {
  /** The sealed file; its key is kept beside it, sealed by the vault. */
  readonly path: string;
  readonly box: SecretBox;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: DeskLimits;
  readonly policy: DeskPolicy;
  /** What the operator chose, where no policy decides. */
  readonly wipesAtSignOut: () => boolean;
  readonly start: (data: DeskWorkerData) => DeskThread;
}

const NONE: DeskFigures = { transcripts: 0, messages: 0, pinned: 0, bytes: 0, tornFrames: 0 };

/**
 * The offline desk: keeps what was opened or pinned, sealed, and finds it again without network. Opt-in; without a vault
 * that protects its key there is none.
 */
export class Desk {
  readonly #deps: DeskDeps;
  readonly #listeners = new Set<() => void>();
  #state: DeskState;
  #thread: DeskThread | undefined;
  #figures = NONE;
  /** Opening and closing happen one after the other, whatever is pressed meanwhile. */
  #turn: Promise<void> = Promise.resolve();

  constructor(deps: DeskDeps) {
    this.#deps = deps;
    this.#state = deps.policy.allowed ? 'off' : 'forbidden';
  }

  status(): DeskStatus {
    const { limits, policy } = this.#deps;
    return {
      state: this.#state,
      ...this.#figures,
      limitBytes: limits.bytes,
      limitDays: limits.days,
      wipesAtSignOut: this.wipesAtSignOut(),
      isManaged: policy.wipeAtSignOut !== undefined,
    };
  }

  wipesAtSignOut(): boolean {
    return this.#deps.policy.wipeAtSignOut ?? this.#deps.wipesAtSignOut();
  }

  get isOpen(): boolean {
    return this.#thread !== undefined && this.#state === 'open';
  }

  /** Calls back on each change of the status; returns the way to stop it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #become(state: DeskState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  /** Tells again what is so, after the operator's choice changed. */
  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Opens or closes the desk. Turning it off keeps what it has, sealed; `wipe` deletes it. */
  setOn(on: boolean): Promise<void> {
    this.#turn = this.#turn
      .then(() => (on ? this.#open() : this.#close()))
      .catch((thrown: unknown) => {
        this.#deps.log.warn('the desk could not be opened', { why: thrown instanceof Error ? thrown.name : 'unknown' });
        this.#become('unreadable');
      });
    return this.#turn;
  }

  async #open(): Promise<void> {
    if (this.#thread !== undefined || !this.#deps.policy.allowed) return;
    const { path, box, limits, clock, log } = this.#deps;
    const key = await deskKey(`${path}.key`, box);
    if (key === undefined) {
      this.#become('no-vault');
      return;
    }
    this.#become('opening');
    const thread = this.#deps.start({ path, key: new Uint8Array(key), ...limits });
    this.#thread = thread;
    const { setAside } = await thread.call('open', clock.now());
    if (setAside !== undefined) log.warn('the desk’s file could not be read and was set aside');
    await this.#count();
    this.#become('open');
  }

  async #close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    if (thread !== undefined) {
      await thread.call('close').catch(() => undefined);
      await thread.end();
    }
    this.#figures = NONE;
    this.#become(this.#deps.policy.allowed ? 'off' : 'forbidden');
  }

  async #count(): Promise<void> {
    this.#figures = (await this.#thread?.call('figures')) ?? NONE;
    for (const listener of this.#listeners) listener();
  }

  #opened(): DeskThread {
    if (this.#thread !== undefined && this.#state === 'open') return this.#thread;
    throw new FailureError('unavailable', 'The offline desk is not open', { reason: 'desk-closed' });
  }

  /** Keeps a transcript as it was just read; does nothing while the desk is not open. */
  async keep(tenant: string, transcript: ArchivedTranscript, pinned = false): Promise<void> {
    if (this.#thread === undefined || this.#state !== 'open') return;
    const now = this.#deps.clock.now();
    await this.#thread.call('keep', [{ tenant, ...transcript, keptAt: now, pinned }], now);
    await this.#count();
  }

  /** @returns false when it is not kept yet: `keep` it pinned. @throws FailureError `unavailable` while it is not open. */
  async pin(tenant: string, id: string, pinned: boolean): Promise<boolean> {
    const done = await this.#opened().call('pin', tenant, id, pinned);
    await this.#count();
    return done;
  }

  /** One kept transcript, or undefined. @throws FailureError `unavailable` while it is not open. */
  async get(tenant: string, id: string): Promise<KeptTranscript | undefined> {
    return this.#opened().call('get', tenant, id);
  }

  /** @throws FailureError `unavailable` while it is not open. */
  async list(tenant: string): Promise<readonly KeptHead[]> {
    return this.#opened().call('list', tenant);
  }

  /** @throws FailureError `unavailable` while it is not open, `invalid` (`bad-pattern`, `slow-pattern`). */
  async search(query: DeskQuery): Promise<DeskResult> {
    return this.#opened().call('search', query);
  }

  /** Deletes everything that is kept, and the key. */
  async wipe(): Promise<void> {
    const wasOn = this.#thread !== undefined;
    await this.setOn(false);
    this.#turn = this.#turn.then(async () => {
      const { path } = this.#deps;
      for (const file of [path, `${path}.new`, `${path}.key`]) await rm(file, { force: true });
    });
    await this.#turn;
    if (wasOn) await this.setOn(true);
  }

  close(): Promise<void> {
    return this.setOn(false);
  }
}
