import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { TranscriptBatch } from '../../shared/ipc/live-batches.ts';
import { failureOf } from '../../shared/models/failure.ts';
import type { FetchedTranscript, LiveEvent, TenantApi } from '../platform/tenant-api.ts';
import type { Clock } from '../storage/clock.ts';
import { isRefusal, retryDelay } from './backoff.ts';
import { FlowLookup } from './flow-lookup.ts';
import type { HubLimits } from './limits.ts';
import { OpenTranscript } from './open-transcript.ts';
import { Presence } from './presence.ts';
import type { FetchStamp, Stamp } from './stamp.ts';

export interface TranscriptStoreDeps {
  readonly api: TenantApi;
  readonly clock: Clock;
  readonly random: () => number;
  readonly limits: HubLimits;
  /** The hub's count of arrivals now; orders a fetch among the events. */
  readonly arrival: () => number;
  /** A fetch tells the row too. */
  readonly onFetched: (transcript: FetchedTranscript, fetch: FetchStamp) => void;
}

interface Slot {
  readonly transcript: OpenTranscript;
  readonly abort: AbortController;
  fetching: boolean;
  /** Something was missed since the running fetch was asked for: fetch once more. */
  again: boolean;
  /** The running fetch was asked of an earlier run of the instance: its answer does not count. */
  discard: boolean;
  attempt: number;
  cancelTimer: (() => void) | undefined;
  cancelRelease: (() => void) | undefined;
  cancelHole: (() => void) | undefined;
}

/** The transcripts that are open in some window, and only those: fetched, kept up by events, healed by fetching again. */
export class TranscriptStore {
  readonly #deps: TranscriptStoreDeps;
  readonly #flows: FlowLookup;
  readonly #slots = new Map<string, Slot>();
  readonly #presence: Presence;

  constructor(deps: TranscriptStoreDeps) {
    this.#deps = deps;
    this.#presence = new Presence(deps.api, deps.clock);
    this.#flows = new FlowLookup(deps.api, deps.clock, deps.limits.flowsMaxAgeMs);
  }

  /** How many transcripts are held. */
  get size(): number {
    return this.#slots.size;
  }

  /** A window's view of one conversation; fetched when it is the first. */
  open(id: string, changed: () => void): StreamSource<TranscriptBatch> {
    const slot = this.#slots.get(id) ?? this.#add(id);
    slot.cancelRelease?.();
    slot.cancelRelease = undefined;
    this.#presence.begin(id);
    return slot.transcript.open(changed, () => this.#released(slot));
  }

  /** Takes an event about an open conversation; others cost one look-up. */
  event(id: string, event: LiveEvent, stamp: Stamp): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    slot.transcript.event(event, stamp);
    if (slot.transcript.gone) this.#fetchSoon(slot);
    if (slot.transcript.hasHole && slot.cancelHole === undefined) this.#watchHole(slot);
  }

  /** Something may have been missed: fetch all open transcripts again. */
  invalidate(): void {
    for (const slot of this.#slots.values()) this.#fetchSoon(slot);
  }

  /** As `invalidate`, for these conversations. */
  invalidateSome(ids: Iterable<string>): void {
    for (const id of ids) {
      const slot = this.#slots.get(id);
      if (slot !== undefined) this.#fetchSoon(slot);
    }
  }

  /** Another run of the instance began. */
  newEpoch(): void {
    for (const slot of this.#slots.values()) {
      slot.transcript.newEpoch(this.#deps.arrival());
      slot.discard = slot.fetching;
    }
    this.invalidate();
  }

  /** Forgets everything and stops every request. */
  close(): void {
    for (const slot of this.#slots.values()) this.#drop(slot);
    this.#presence.stop();
  }

  #add(id: string): Slot {
    const slot: Slot = {
      transcript: new OpenTranscript(id),
      abort: new AbortController(),
      fetching: false,
      again: false,
      discard: false,
      attempt: 0,
      cancelTimer: undefined,
      cancelRelease: undefined,
      cancelHole: undefined,
    };
    this.#slots.set(id, slot);
    this.#fetchSoon(slot);
    return slot;
  }

  #released(slot: Slot): void {
    if (slot.transcript.watched) return;
    this.#presence.end(slot.transcript.id);
    // A short while, so that closing and reopening a panel costs nothing.
    slot.cancelRelease = this.#deps.clock.after(this.#deps.limits.transcriptLingerMs, () => this.#drop(slot));
  }

  #drop(slot: Slot): void {
    slot.abort.abort();
    slot.cancelTimer?.();
    slot.cancelRelease?.();
    slot.cancelHole?.();
    this.#slots.delete(slot.transcript.id);
  }

  #watchHole(slot: Slot): void {
    slot.cancelHole = this.#deps.clock.after(this.#deps.limits.reorderGraceMs, () => {
      slot.cancelHole = undefined;
      if (slot.transcript.hasHole) this.#fetchSoon(slot);
    });
  }

  #fetchSoon(slot: Slot): void {
    if (slot.fetching) {
      slot.again = true;
      return;
    }
    slot.cancelTimer?.();
    slot.cancelTimer = undefined;
    slot.fetching = true;
    void this.#fetch(slot);
  }

  async #fetch(slot: Slot): Promise<void> {
    const { api, clock, limits, random } = this.#deps;
    const askedAt = this.#deps.arrival();
    this.#flows.prepare();
    try {
      const fetched = await api.getTranscript(slot.transcript.id, slot.abort.signal);
      const flow = await this.#flows.of(fetched.conversation);
      if (slot.abort.signal.aborted) return;
      const fetch = { sequence: fetched.sequence, askedAt, at: clock.now() };
      slot.attempt = 0;
      if (!slot.discard) {
        slot.transcript.fetched(fetched, flow, fetch);
        this.#deps.onFetched(fetched, fetch);
      }
      slot.fetching = false;
      if (slot.again) this.#again(slot);
    } catch (thrown) {
      if (slot.abort.signal.aborted) return;
      const failure = failureOf(thrown);
      slot.fetching = false;
      if (slot.again) return this.#again(slot);
      if (failure.code === 'not-found') return slot.transcript.goneNow();
      if (isRefusal(failure)) slot.transcript.failed(failure);
      const wait = retryDelay(failure, slot.attempt++, limits, random);
      slot.cancelTimer = clock.after(wait, () => this.#fetchSoon(slot));
    }
  }

  #again(slot: Slot): void {
    slot.again = false;
    slot.discard = false;
    this.#fetchSoon(slot);
  }
}
