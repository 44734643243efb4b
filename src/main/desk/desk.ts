import type { JsonText } from '../../shared/ipc/json-text.ts';
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
import { deskFile, removeDesk, removeOthers } from './desk-files.ts';
import { deskKey } from './desk-key.ts';
import type { DeskThread } from './desk-thread.ts';

export interface DeskDeps {
  /** Where the sealed files are, one a person and instance; each key is kept beside its file, sealed by the vault. */
  readonly folder: string;
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
 * The offline desk of whoever is signed in: keeps what was opened or pinned, sealed, and finds it again without network.
 * Opt-in; without a vault that protects its key there is none. While nobody is signed in nothing of it is in memory.
 */
export class Desk {
  readonly #deps: DeskDeps;
  readonly #listeners = new Set<() => void>();
  #state: DeskState;
  #thread: DeskThread | undefined;
  #figures = NONE;
  #hasSetAside = false;
  #path: string | undefined;
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
      hasSetAside: this.#hasSetAside,
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

  /**
   * Takes the desk of whoever signed in. What others left here is not theirs to find: it is deleted where a desk is to go
   * at sign-out, since their stay is over, and otherwise once nobody opened it for as long as things are kept.
   */
  belongTo(owner: string): Promise<void> {
    const path = deskFile(this.#deps.folder, owner);
    if (path === this.#path) return this.#turn;
    this.#turn = this.#turn.then(() => this.#close()).then(() => this.#take(path));
    return this.#turn;
  }

  async #take(path: string): Promise<void> {
    const { clock, limits, log } = this.#deps;
    this.#path = path;
    await removeOthers(path, this.wipesAtSignOut() ? 0 : limits.days, clock.now()).catch(() =>
      log.warn('the desk of somebody else could not be deleted'),
    );
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
    const path = this.#path;
    if (this.#thread !== undefined || path === undefined || !this.#deps.policy.allowed) return;
    const { box, limits, clock, log } = this.#deps;
    const key = await deskKey(`${path}.key`, box);
    if (typeof key === 'string') return this.#become(key);
    this.#become('opening');
    const thread = this.#deps.start({ path, key: new Uint8Array(key), ...limits });
    this.#thread = thread;
    const { setAside } = await thread.call('open', clock.now());
    this.#hasSetAside = setAside !== undefined;
    if (this.#hasSetAside) log.warn('the desk’s file could not be read and was set aside');
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
    this.#hasSetAside = false;
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

  /** The same, not read here: what a window asks for is read there. */
  async searchText(query: DeskQuery): Promise<JsonText<DeskResult>> {
    return this.#opened().text('search', query);
  }

  /** Deletes everything that is kept, and the key. */
  async wipe(): Promise<void> {
    const wasOn = this.#thread !== undefined;
    await this.setOn(false);
    const path = this.#path;
    if (path !== undefined) {
      const removed = this.#turn.then(() => removeDesk(path));
      this.#turn = removed.catch(() => undefined);
      await removed;
    }
    if (wasOn) await this.setOn(true);
  }

  close(): Promise<void> {
    return this.setOn(false);
  }
}
