import type { StreamSource } from '../../shared/ipc/contract.ts';
import { failureOf } from '../../shared/models/failure.ts';
import type { Assignment, Inbox } from '../../shared/models/inbox.ts';
import type { InboxView, Presence } from '../../shared/models/inbox-view.ts';
import { NewestValue } from '../live/newest-value.ts';
import type { InboxApi } from '../platform/inbox/inbox-api.ts';
import type { Clock } from '../storage/clock.ts';

/** How often the inbox is read while a window looks, or the operator may be given something. */
const READ_MS = 3_000;
/** After a failure, longer each time up to this. */
const LONGEST_MS = 30_000;
/** How often the router is told that the operator is there; the platform takes a minute's silence for gone. */
const PRESENCE_MS = 20_000;

/**
 * One tenant's inbox: read while a window looks or the operator is there for it, and the operator's presence told while
 * they chose to be available or busy here. Never tells it otherwise: signing in makes nobody routable.
 */
export class InboxWatch {
  readonly #api: InboxApi;
  readonly #clock: Clock;
  readonly #given: (assignment: Assignment) => void;
  readonly #newest: NewestValue<InboxView>;
  #view: InboxView = { presence: { kind: 'none' } };
  #looking = 0;
  #failures = 0;
  #stopRead: (() => void) | undefined;
  #stopPresence: (() => void) | undefined;
  #reading: Promise<void> | undefined;

  /** @param given told of each conversation that the router gave the operator while no window showed the inbox. */
  constructor(api: InboxApi, clock: Clock, given: (assignment: Assignment) => void) {
    this.#api = api;
    this.#clock = clock;
    this.#given = given;
    this.#newest = new NewestValue(() => this.#view);
  }

  /** Whether the operator chose here to be there. */
  get isThere(): boolean {
    return this.#view.presence.kind !== 'none';
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
        if (!this.#isWanted) this.#stopRead?.();
      },
    };
  }

  get #isWanted(): boolean {
    return this.#looking > 0 || this.isThere;
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
      this.#tell(inbox);
      const readAt = this.#clock.now();
      // The `Date` of an answer may be a gateway's; what waits is dated by the clock that the inbox itself states.
      const skewMs = inbox.at === undefined ? this.#api.clockSkew() : inbox.at - readAt;
      const { presence } = this.#view;
      this.#become({ inbox, readAt, presence, ...(skewMs !== undefined && { skewMs }) });
    } catch (thrown) {
      this.#failures += 1;
      this.#become({ ...this.#view, problem: failureOf(thrown) });
    }
    if (!this.#isWanted) return;
    const wait = Math.min(READ_MS * 2 ** this.#failures, LONGEST_MS);
    this.#stopRead = this.#clock.after(wait, () => void this.refresh());
  }

  #become(view: InboxView): void {
    this.#view = view;
    this.#newest.wake();
  }

  /** Of what is new in the operator's hands; not of what was there before anything was read. */
  #tell({ assigned }: Inbox): void {
    const before = this.#view.inbox?.assigned;
    if (before === undefined || this.#looking > 0) return;
    const known = new Set(before.map(({ id }) => id));
    for (const one of assigned) if (!known.has(one.id) && one.routedBy !== 'agent') this.#given(one);
  }

  /** Begins or ends telling that the operator is there. */
  setPresent(present: boolean): void {
    this.#stopPresence?.();
    this.#stopPresence = undefined;
    const can = this.#api.can('inbox.announce');
    this.#show({ kind: present ? (can ? 'telling' : 'cannot') : 'none' });
    if (present && can) void this.#announce();
  }

  #show(presence: Presence): void {
    this.#become({ ...this.#view, presence });
  }

  async #announce(): Promise<void> {
    const mine = this.#clock.after(PRESENCE_MS, () => void this.#announce());
    this.#stopPresence = mine;
    const told = await this.#api.announce().then(
      () => true,
      () => false,
    );
    // Ended or begun anew meanwhile: what is known of it is not about this any more.
    if (this.#stopPresence !== mine) return;
    const { at } = this.#view.presence;
    if (told) this.#show({ kind: 'told', at: this.#clock.now() });
    else this.#show({ kind: 'failing', ...(at !== undefined && { at }) });
  }

  stop(): void {
    this.#stopRead?.();
    this.#stopPresence?.();
    this.#stopPresence = undefined;
    this.#show({ kind: 'none' });
  }
}
