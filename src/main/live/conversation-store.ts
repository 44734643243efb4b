import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { RowsBatch } from '../../shared/ipc/live-batches.ts';
import type { Conversation, ConversationRow } from '../../shared/models/conversation.ts';
import { ALL_ASPECTS, type AspectBits, aspectBit } from '../../shared/models/row-aspects.ts';
import type { Clock } from '../storage/clock.ts';
import { nextRow } from './next-row.ts';
import { RowCursor } from './row-cursor.ts';
import { type Sight, SightCursor } from './sight-cursor.ts';
import { type FetchStamp, isAfterFetch, type Stamp } from './stamp.ts';

interface Entry {
  /** Never changed in place: windows and pictures hold on to it. */
  readonly row: ConversationRow;
  readonly sequence: number | undefined;
  readonly arrival: number;
}

interface Cursor {
  mark(id: string, eventAt: number | undefined, changed: AspectBits): void;
  loaded(): void;
}

/** A row that differs in nothing but this was merely heard of again. */
const HEARD_AGAIN = aspectBit('seenAt');

/** Which rows a snapshot changed or took away. */
export interface SnapshotDiff {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export interface StoreLimits {
  readonly endedLingerMs: number;
  readonly maxRows: number;
}

/**
 * The rows of Live View for one tenant. News may come twice, late or in any order: the newest by revision wins, then by
 * sequence, then by arrival. Ended conversations stay a little while so that the operator sees how they ended.
 */
export class ConversationStore {
  readonly #limits: StoreLimits;
  readonly #entries = new Map<string, Entry>();
  /** Ended rows and when they were first seen so, oldest first. */
  readonly #ended = new Map<string, number>();
  readonly #cursors = new Set<Cursor>();
  readonly #views = new Map<string, SightCursor>();
  #loaded = false;
  #dropped = 0;

  constructor(limits: StoreLimits) {
    this.#limits = limits;
  }

  /** False until the first snapshot: an empty list is not the same as no news yet. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** New conversations turned away because the bound on rows was reached. */
  get dropped(): number {
    return this.#dropped;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The current row, as windows see it. */
  row(id: string): ConversationRow | undefined {
    return this.#entries.get(id)?.row;
  }

  /** All rows, in no promised order. */
  rows(): ConversationRow[] {
    return Array.from(this.#entries.values(), ({ row }) => row);
  }

  /** All conversations as they are now, to compare with later: none of them is ever changed in place. */
  picture(): ReadonlyMap<string, Conversation> {
    return new Map(Array.from(this.#entries, ([id, { row }]) => [id, row]));
  }

  /**
   * Takes one conversation as an event or a re-read told it.
   * @param mayCreate false for news that cannot be about a conversation that is still unknown and alive.
   * @returns false when what is known is as new or newer.
   */
  apply(conversation: Conversation, stamp: Stamp, mayCreate: boolean): boolean {
    const known = this.#entries.get(conversation.id);
    if (known === undefined) return mayCreate && this.#create(conversation, stamp);
    if (!isNewer(conversation, stamp, known)) return false;
    const { row, changed } = nextRow(known.row, conversation, stamp.at);
    this.#put(row, stamp);
    if ((changed & ~HEARD_AGAIN) !== 0) this.#mark(row.id, stamp.at, changed);
    return true;
  }

  /**
   * Brings the rows in line with a snapshot, keeping what events told after it was taken.
   * @param anew the snapshot belongs to another run of the instance: nothing known before counts.
   */
  reconcile(snapshot: readonly Conversation[], fetch: FetchStamp, anew: boolean): SnapshotDiff {
    const changed: string[] = [];
    const listed = new Set<string>();
    for (const conversation of snapshot) {
      listed.add(conversation.id);
      const known = this.#entries.get(conversation.id);
      if (known !== undefined && !anew && outlives(known, conversation, fetch)) continue;
      const stamp = { sequence: fetch.sequence, arrival: fetch.askedAt, at: fetch.at };
      if (known === undefined) {
        if (this.#create(conversation, stamp)) changed.push(conversation.id);
        continue;
      }
      const next = nextRow(known.row, conversation, stamp.at);
      this.#put(next.row, stamp);
      if ((next.changed & ~HEARD_AGAIN) === 0) continue;
      changed.push(conversation.id);
      this.#mark(conversation.id, undefined, next.changed);
    }
    const removed: string[] = [];
    for (const [id, entry] of this.#entries) {
      const later = !anew && isAfterFetch(entry.sequence, entry.arrival, fetch);
      if (listed.has(id) || later || (entry.row.ended && !anew)) continue;
      removed.push(id);
    }
    for (const id of removed) this.#remove(id);
    if (!this.#loaded) {
      this.#loaded = true;
      for (const cursor of this.#cursors) cursor.loaded();
    }
    return { changed, removed };
  }

  /** Removes conversations that ended long enough ago. */
  sweep(now: number): void {
    for (const [id, since] of this.#ended) {
      if (now - since < this.#limits.endedLingerMs) return;
      this.#remove(id);
    }
  }

  /** A window's view: first all rows, then what changed since it last took. `changed` is called when there is news. */
  open(changed: () => void): StreamSource<RowsBatch> {
    const cursor = new RowCursor(this, changed, () => this.#cursors.delete(cursor));
    this.#cursors.add(cursor);
    return cursor;
  }

  /** As `open`, for a window that tells by `look` what it shows and follows; until then it is told everything. */
  openView(view: string, clock: Clock, changed: () => void): StreamSource<RowsBatch> {
    const rows = new RowCursor(this, changed, () => {
      this.#cursors.delete(cursor);
      if (this.#views.get(view) === cursor) this.#views.delete(view);
    });
    const cursor = new SightCursor(rows, clock);
    this.#cursors.add(cursor);
    this.#views.set(view, cursor);
    return cursor;
  }

  /** The window of this view shows other rows, or follows other aspects of the rest. Unknown views are let be. */
  look(view: string, sight: Sight): void {
    this.#views.get(view)?.look(sight);
  }

  #create(conversation: Conversation, stamp: Stamp): boolean {
    // An ended conversation that nobody saw alive is the archive's, not Live View's.
    if (conversation.ended) return false;
    if (this.#entries.size >= this.#limits.maxRows && !this.#dropOldestEnded()) {
      this.#dropped++;
      return false;
    }
    this.#put({ ...conversation, seenAt: stamp.at }, stamp);
    this.#mark(conversation.id, stamp.at, ALL_ASPECTS);
    return true;
  }

  #put(row: ConversationRow, stamp: Stamp): void {
    this.#entries.set(row.id, { row, sequence: stamp.sequence, arrival: stamp.arrival });
    if (!row.ended) this.#ended.delete(row.id);
    else if (!this.#ended.has(row.id)) this.#ended.set(row.id, stamp.at);
  }

  #remove(id: string): void {
    this.#entries.delete(id);
    this.#ended.delete(id);
    this.#mark(id, undefined, ALL_ASPECTS);
  }

  #dropOldestEnded(): boolean {
    const oldest = this.#ended.keys().next();
    if (oldest.done === true) return false;
    this.#remove(oldest.value);
    return true;
  }

  #mark(id: string, eventAt: number | undefined, changed: AspectBits): void {
    for (const cursor of this.#cursors) cursor.mark(id, eventAt, changed);
  }
}

function isNewer(conversation: Conversation, stamp: Stamp, known: Entry): boolean {
  const now = conversation.revision;
  const before = known.row.revision;
  if (now !== undefined && before !== undefined && now !== before) return now > before;
  if (stamp.sequence !== undefined && known.sequence !== undefined) return stamp.sequence > known.sequence;
  // `>=`: a fetch carries the arrival count of the moment it was asked for, and is newer than what had arrived by then.
  return stamp.arrival >= known.arrival;
}

/** True when what an event told stands against a snapshot: it came later, and the snapshot is not a higher revision. */
function outlives(known: Entry, fetched: Conversation, fetch: FetchStamp): boolean {
  if (!isAfterFetch(known.sequence, known.arrival, fetch)) return false;
  const before = known.row.revision;
  return before === undefined || fetched.revision === undefined || fetched.revision <= before;
}
