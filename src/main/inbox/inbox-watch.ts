import type { StreamSource } from '../../shared/ipc/contract.ts';
import { failureOf } from '../../shared/models/failure.ts';
import type { InboxView } from '../../shared/models/inbox-view.ts';
import { NewestValue } from '../live/newest-value.ts';
import type { InboxApi } from '../platform/inbox/inbox-api.ts';
import type { Clock } from '../storage/clock.ts';

/** How often the inbox is read while a window looks. */
const READ_MS = 3_000;
/** After a failure, longer each time up to this. */
const LONGEST_MS = 30_000;
/** How often the router is told that the operator is there; the platform takes a minute's silence for gone. */
const PRESENCE_MS = 20_000;

/**
 * One tenant's inbox: read while a window looks, and the operator's presence told while they chose to be available or busy
 * here. Never tells it otherwise: signing in makes nobody routable.
 */
export class InboxWatch {
  readonly #api: InboxApi;
  readonly #clock: Clock;
  readonly #newest: NewestValue<InboxView>;
  #view: InboxView = { present: false };
  #looking = 0;
  #failures = 0;
  #stopRead: (() => void) | undefined;
  #stopPresence: (() => void) | undefined;
  #reading: Promise<void> | undefined;

  constructor(api: InboxApi, clock: Clock) {
    this.#api = api;
    this.#clock = clock;
    this.#newest = new NewestValue(() => this.#view);
  }

  open(changed: () => void): StreamSource<InboxView> {
    const source = this.#newest.open(changed);
    this.#looking += 1;
    if (this.#looking === 1) void this.refresh();
    return {
      take: () => source.take(),
      close: () => {
        source.close();
        this.#looking -= 1;
        if (this.#looking === 0) this.#stopRead?.();
      },
    };
  }

  /** Reads now; several calls at once are one reading. */
  refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    this.#stopRead?.();
    try {
      const inbox = await this.#api.get();
      this.#failures = 0;
      this.#view = { inbox, readAt: this.#clock.now(), present: this.#view.present };
    } catch (thrown) {
      this.#failures += 1;
      this.#view = { ...this.#view, problem: failureOf(thrown) };
    }
    this.#newest.wake();
    if (this.#looking === 0) return;
    const wait = Math.min(READ_MS * 2 ** this.#failures, LONGEST_MS);
    this.#stopRead = this.#clock.after(this.#failures === 0 ? READ_MS : wait, () => void this.refresh());
  }

  /** Begins or ends telling that the operator is there. */
  setPresent(present: boolean): void {
    this.#stopPresence?.();
    this.#stopPresence = undefined;
    this.#view = { ...this.#view, present };
    this.#newest.wake();
    if (present && this.#api.can('inbox.announce')) this.#announce();
  }

  #announce(): void {
    this.#stopPresence = this.#clock.after(PRESENCE_MS, () => {
      this.#announce();
      // A failure shows in the next reading: the router then takes the operator for disconnected.
      this.#api.announce().catch(() => undefined);
    });
  }

  stop(): void {
    this.#stopRead?.();
    this.#stopPresence?.();
    this.#stopPresence = undefined;
  }
}
