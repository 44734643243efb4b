import type { StreamedEvent } from '../platform/tenant-api.ts';
import type { ConversationStore } from './conversation-store.ts';
import type { HubLimits } from './limits.ts';
import { SequenceTracker } from './sequence-tracker.ts';
import type { FetchStamp } from './stamp.ts';
import type { StatusBoard } from './status-board.ts';
import type { TranscriptStore } from './transcript-store.ts';

export interface EventIntakeDeps {
  readonly rows: ConversationStore;
  readonly transcripts: TranscriptStore;
  readonly board: StatusBoard;
  readonly limits: HubLimits;
  /** Grows by one with each event; shared with the fetches, which are ordered by it. */
  readonly nextArrival: () => number;
  /** Something was lost or is of another run: only a snapshot can tell the truth. */
  readonly onNeedSnapshot: (reason: string) => void;
}

/**
 * Takes the events of the tenant's stream into the stores. Which run of the instance (`streamId`) they belong to decides
 * whether they count now or are kept aside until the snapshot of that run is in.
 */
export class EventIntake {
  readonly tracker = new SequenceTracker();
  readonly #deps: EventIntakeDeps;
  #streamId: string | undefined;
  /** Events seem to come from another run than the rows. */
  #otherRun = false;
  #countWentBack = false;
  #lastBeforeOpen: number | undefined;
  #proven = false;
  #parked: StreamedEvent[] = [];
  #dropped = 0;

  constructor(deps: EventIntakeDeps) {
    this.#deps = deps;
  }

  /** False from the opening of a stream until it showed that nothing is missing before it. */
  get proven(): boolean {
    return this.#proven;
  }

  /** Events thrown away because the place to keep them aside was full; a snapshot made up for them. */
  get dropped(): number {
    return this.#dropped;
  }

  /** A connection begins; `resumed` when it goes on after the last event. */
  opened(resumed: boolean): void {
    this.#lastBeforeOpen = this.tracker.last;
    this.#proven = !resumed;
  }

  /** Takes the events of one network read. `at` is when it came (epoch ms). */
  take(events: readonly StreamedEvent[], at: number): void {
    let counted = 0;
    for (const item of events) {
      const { type } = item.event;
      if (type === 'heartbeat') this.#heartbeat(item.sequence);
      else if (type === 'reset') this.#deps.onNeedSnapshot('reset');
      else if (type !== 'unauthorized') {
        counted++;
        if (this.#belongsElsewhere(item)) this.#park(item);
        else this.#apply(item, at);
      }
    }
    this.#deps.board.events(counted, at);
  }

  /**
   * A snapshot came. Answers whether it is of another run than what was known.
   * Call `settle` once the rows are in line with it.
   */
  isOtherRun(streamId: string | undefined, fetch: FetchStamp): boolean {
    if (!this.#deps.rows.loaded) return true;
    if (streamId !== undefined && this.#streamId !== undefined && streamId !== this.#streamId) return true;
    // A count that went back is another run too, whatever the ids: an instance may make the same id at each start.
    const { sequence, heardTo } = fetch;
    return this.#countWentBack || (sequence !== undefined && heardTo !== undefined && sequence < heardTo);
  }

  /** The rows are in line with this snapshot: go on from there with what was kept aside. */
  settle(streamId: string | undefined, fetch: FetchStamp, otherRun: boolean): void {
    if (otherRun) {
      this.#streamId = streamId;
      this.tracker.reset(fetch.sequence);
      this.#lastBeforeOpen = fetch.sequence;
    } else if (fetch.sequence !== undefined) this.tracker.cover(fetch.sequence);
    this.#otherRun = false;
    this.#countWentBack = false;
    this.#proven = true;
    const parked = this.#parked;
    this.#parked = [];
    for (const item of parked) if (!this.#belongsElsewhere(item)) this.#apply(item, fetch.at);
    // Some were of yet another run, earlier or later: they are let go, and one more snapshot tells which.
    this.#otherRun = false;
  }

  #heartbeat(sequence: number | undefined): void {
    if (sequence === undefined || !this.#deps.rows.loaded || this.#otherRun) return;
    const last = this.tracker.last;
    if (!this.#proven && last !== undefined && sequence < last) {
      // The count went back across a reconnect: this is another run, whatever ids it will show.
      this.#otherRun = true;
      this.#countWentBack = true;
      this.#deps.onNeedSnapshot('count went back');
      return;
    }
    this.#proven = true;
    this.tracker.note(sequence);
  }

  #belongsElsewhere(item: StreamedEvent): boolean {
    if (!this.#deps.rows.loaded || this.#otherRun) return true;
    if (item.streamId === undefined) {
      const before = this.#lastBeforeOpen;
      if (this.#proven || item.sequence === undefined || before === undefined || item.sequence > before) return false;
    } else {
      this.#streamId ??= item.streamId;
      if (item.streamId === this.#streamId) return false;
    }
    this.#otherRun = true;
    this.#deps.onNeedSnapshot('other stream');
    return true;
  }

  #park(item: StreamedEvent): void {
    this.#parked.push(item);
    if (this.#parked.length <= this.#deps.limits.maxParked) return;
    // The older half goes; the hole that it leaves is found by the count, or by the audit.
    this.#dropped += this.#parked.length;
    this.#parked = this.#parked.slice(this.#parked.length >> 1);
    this.#dropped -= this.#parked.length;
  }

  #apply(item: StreamedEvent, at: number): void {
    const { rows, transcripts, board } = this.#deps;
    const { event, sequence } = item;
    let fresh = true;
    if (sequence !== undefined) {
      this.#proven = true;
      const arrival = this.tracker.accept(sequence);
      if (arrival === 'duplicate') board.count('duplicates');
      // What is not new passes the stores' own guards, but it cannot bring a conversation back to life.
      fresh = arrival === 'new';
    }
    const stamp = { sequence, arrival: this.#deps.nextArrival(), at };
    if (event.type === 'conversation') {
      const { id } = event.conversation;
      const taken = rows.apply(event.conversation, stamp, fresh);
      if (!taken && sequence === undefined) board.count('duplicates');
      transcripts.event(id, event, stamp);
    } else if (event.type === 'unknown') board.count('unknownEvents');
    else if (event.type === 'malformed') {
      board.count('malformed');
      this.#deps.onNeedSnapshot('malformed event');
    } else if ('conversationId' in event) transcripts.event(event.conversationId, event, stamp);
  }
}
