import { randomUUID } from 'node:crypto';
import type { StreamSource } from '../../../shared/ipc/contract.ts';
import { FailureError, failureOf } from '../../../shared/models/failure.ts';
import { type BulkResult, HOLD_MS, type HoldsState, type NotSentReason } from '../../../shared/models/hold.ts';
import { NewestValue } from '../../live/newest-value.ts';
import type { Clock } from '../../storage/clock.ts';
import type { Log } from '../../storage/log.ts';
import type { Me } from '../identity.ts';
import type { Journal } from '../journal/journal.ts';
import { HeldCommand, type HoldRequest } from './held-command.ts';
import type { HoldFile, KeptHold } from './hold-file.ts';
import { HoldRecord } from './hold-record.ts';
import { takeUp } from './recover.ts';
import { type SendHeld, sendAll } from './send-all.ts';

/** A countdown that ends this late means that the machine slept: nobody was there to undo it. */
const SLEPT_MS = 15_000;
/** Finished holds that stay until dismissed. */
const KEPT_FINISHED = 20;

export interface HoldsDeps {
  readonly file: Pick<HoldFile, 'read' | 'write'>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly me: () => Me | undefined;
  /** Whose holds are shown and made (instance and user). */
  readonly owner: () => string;
  /** Sends one command, once, with all care. */
  readonly send: SendHeld;
  /** How long to hold; an operator's preference. */
  readonly holdMs?: () => number;
}

/**
 * Commands that wait a moment before they are sent, so that they can be undone. What was pending when the console ended
 * is never sent by itself: it is shown as not sent, and the operator decides again.
 */
export class Holds {
  readonly #deps: HoldsDeps;
  readonly #record: HoldRecord;
  readonly #items = new Map<string, HeldCommand>();
  readonly #newest = new NewestValue<HoldsState>(() => this.state());
  #problem: HoldsState['problem'];

  constructor(deps: HoldsDeps) {
    this.#deps = deps;
    this.#record = new HoldRecord(deps.journal);
  }

  /** Takes up what the last run of the console left. Never throws. */
  async restore(): Promise<void> {
    const left = await this.#deps.file.read(this.#deps.clock.now());
    if (left.length === 0) return;
    const records = await this.#deps.journal.read().catch(() => undefined);
    for (const kept of left) {
      for (const item of takeUp(kept, records)) {
        this.#items.set(item.kept.id, item);
        const found = item.phase === 'not-sent' && kept.phase !== 'not-sent';
        if (found) await this.#note(() => this.#record.notSent(kept.id, 'console-ended'));
      }
    }
    await this.#save();
    this.#newest.wake();
  }

  state(): HoldsState {
    const owner = this.#deps.owner();
    const holds = [...this.#items.values()].filter(({ kept }) => kept.owner === owner).map((item) => item.view());
    return this.#problem === undefined ? { holds } : { holds, problem: this.#problem };
  }

  open(changed: () => void): StreamSource<HoldsState> {
    return this.#newest.open(changed);
  }

  /** The operator changed: what is shown does too. */
  ownerChanged(): void {
    this.#newest.wake();
  }

  /**
   * Holds a command. Resolves when it ended, however: sent, undone, or not sent.
   * @throws FailureError `journal-write-failed`: what cannot be written down is not done.
   */
  async hold(request: HoldRequest): Promise<BulkResult> {
    const { clock, owner, me, holdMs } = this.#deps;
    const heldAt = clock.now();
    const targets = [...new Map(request.targets.map((target) => [target.id, target])).values()];
    const dueAt = heldAt + (holdMs?.() ?? HOLD_MS);
    const kept: KeptHold = { ...request, targets, id: randomUUID(), owner: owner(), heldAt, dueAt, phase: 'held' };
    const item = new HeldCommand(kept, 'held');
    this.#items.set(kept.id, item);
    item.ready = this.#save().then(() => this.#record.held(kept, me() ?? {}));
    this.#newest.wake();
    try {
      await item.ready;
    } catch (cause) {
      item.cancelTimer?.();
      this.#remove(item);
      const detail = { reason: 'journal-write-failed' };
      throw new FailureError('internal', 'The operator journal cannot be written', detail, { cause });
    }
    // It may have been undone or sent while it was written down.
    if (item.phase === 'held' && this.#items.has(kept.id)) {
      item.cancelTimer = clock.after(Math.max(0, dueAt - clock.now()), () => this.#due(item));
    }
    return item.ended;
  }

  /** True: it was not sent and never will be. False: too late. */
  async undo(id: string): Promise<boolean> {
    const item = this.#mine(id);
    if (item?.phase !== 'held') return false;
    item.cancelTimer?.();
    item.cancelWaiting();
    this.#remove(item);
    await item.ready.catch(() => undefined);
    await this.#save();
    await this.#note(() => this.#record.undone(id));
    item.settle();
    return true;
  }

  sendNow(id: string): boolean {
    const item = this.#mine(id);
    if (item?.phase !== 'held') return false;
    void this.#release(item);
    return true;
  }

  /** What a running bulk command has not sent yet is not sent. False when nothing was left. */
  cancelRest(id: string): boolean {
    const item = this.#mine(id);
    if (item?.phase !== 'sending' || item.counts().waiting === 0) return false;
    item.restCancelled = true;
    return true;
  }

  /** Holds anew what was not sent, with what was on screen then. */
  again(id: string): boolean {
    const item = this.#mine(id);
    if (item?.phase !== 'not-sent') return false;
    this.#remove(item);
    const { tenant, action, bulk, targets, internalContactId, note, campaign } = item.kept;
    this.hold({ tenant, action, bulk, targets, internalContactId, note, ...(campaign && { campaign }) }).catch(
      (thrown: unknown) => {
        this.#items.set(id, item);
        this.#newest.wake();
        this.#deps.log.error('holds: could not be held again', { code: failureOf(thrown).code });
      },
    );
    return true;
  }

  async dismiss(id: string): Promise<boolean> {
    const item = this.#mine(id);
    if (item?.phase !== 'finished' && item?.phase !== 'not-sent') return false;
    this.#remove(item);
    await this.#save();
    return true;
  }

  /** The session or the console ends: nothing more is sent; what was held is offered again. */
  async endAll(reason: NotSentReason): Promise<void> {
    const held = [...this.#items.values()].filter((item) => item.phase === 'held');
    for (const item of this.#items.values()) item.restCancelled = true;
    await Promise.all(held.map((item) => this.#notSent(item, reason)));
  }

  #due(item: HeldCommand): void {
    const late = this.#deps.clock.now() - item.kept.dueAt;
    void (late > SLEPT_MS ? this.#notSent(item, 'slept') : this.#release(item));
  }

  async #notSent(item: HeldCommand, reason: NotSentReason): Promise<void> {
    item.cancelTimer?.();
    item.kept = { ...item.kept, phase: 'not-sent', reason };
    item.phase = 'not-sent';
    this.#newest.wake();
    await item.ready.catch(() => undefined);
    await this.#save();
    await this.#note(() => this.#record.notSent(item.kept.id, reason));
    item.settle();
  }

  async #release(item: HeldCommand): Promise<void> {
    item.cancelTimer?.();
    item.phase = 'sending';
    item.kept = { ...item.kept, phase: 'released' };
    this.#newest.wake();
    try {
      await item.ready;
      await this.#save();
      await this.#record.released(item.kept.id);
    } catch {
      const detail = { reason: 'journal-write-failed' };
      const failure = { code: 'internal', message: 'The operator journal cannot be written', detail } as const;
      for (const { id } of item.kept.targets) item.note(id, { outcome: 'refused', failure, differences: [] });
    }
    await sendAll(item, this.#deps.send, () => this.#newest.wake());
    item.phase = 'finished';
    this.#trim();
    await this.#save();
    this.#newest.wake();
    item.settle();
  }

  #mine(id: string): HeldCommand | undefined {
    const item = this.#items.get(id);
    return item?.kept.owner === this.#deps.owner() ? item : undefined;
  }

  #remove(item: HeldCommand): void {
    this.#items.delete(item.kept.id);
    this.#newest.wake();
  }

  #trim(): void {
    const finished = [...this.#items.values()].filter(({ phase }) => phase === 'finished');
    for (const item of finished.slice(0, -KEPT_FINISHED)) this.#items.delete(item.kept.id);
  }

  /** A disk that refuses does not stop the holds: the windows are told, and the journal still knows. */
  async #save(): Promise<void> {
    const kept = () => [...this.#items.values()].filter(({ phase }) => phase !== 'finished').map((item) => item.kept);
    const before = this.#problem;
    try {
      await this.#deps.file.write(kept);
      this.#problem = undefined;
    } catch {
      this.#problem = 'holds-write-failed';
    }
    if (this.#problem !== before) this.#newest.wake();
  }

  async #note(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (thrown) {
      this.#deps.log.error('holds: could not be journaled', { code: failureOf(thrown).code });
    }
  }
}
