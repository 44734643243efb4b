import type { ArchiveHit, ArchivePage } from '../../../../../shared/models/archive.ts';
import type { Conversation } from '../../../../../shared/models/conversation.ts';
import { idsWithin } from '../../../lib/id-list.ts';
import { createLatestFirst, PassedOver } from '../../../lib/latest-first.ts';
import type { OrderSource, RowSource } from '../../../table/column.ts';
import { PAGE, type PagedRow, PagedRows } from '../../../table/paged-rows.ts';
import { ReadIds } from '../../../table/read-ids.ts';
import { PageMarks } from './page-marks.ts';
import { readAgain } from './read-again.ts';

/** A place among the results; its hit unless that has yet to be read again. */
export type ResultRow = PagedRow<ArchiveHit>;

export interface ResultStoreParts {
  /** Reads a page of the search. @param mark undefined for the first. */
  readonly ask: (mark: string | undefined) => Promise<ArchivePage>;
  /** Told why what was let go could not be read again. */
  readonly failed: (thrown: unknown) => void;
}

/**
 * The hits of one search as far as they were read, each once, in the order in which they came. All ids are held, but only the hits around
 * what is looked at: others are let go and read again, by the mark of their page, when they are looked at.
 */
export class ResultStore implements RowSource<ResultRow>, OrderSource<ResultRow> {
  readonly #ask: ResultStoreParts['ask'];
  readonly #ids = new ReadIds();
  readonly #marks = new PageMarks();
  /** What this machine keeps of the search. */
  #local: ReadonlyMap<string, ArchiveHit> = new Map();
  /** Ids of what the instance did not give, so that it cannot be asked for them again. */
  readonly #onlyHere = new Set<string>();
  readonly #rows: PagedRows<ArchiveHit>;
  #stopped = false;

  readonly get: (id: string) => ResultRow;
  readonly subscribeRow: PagedRows<ArchiveHit>['subscribeRow'];
  readonly view: PagedRows<ArchiveHit>['view'];
  readonly subscribe: PagedRows<ArchiveHit>['subscribe'];
  // Pages come when they are asked for: nothing moves by itself, so there is nothing to hold still.
  readonly hold = (): void => undefined;
  readonly renew = (): void => undefined;
  readonly lastShown = (): undefined => undefined;

  constructor({ ask, failed }: ResultStoreParts) {
    this.#ask = ask;
    const latestFirst = createLatestFirst();
    const fetch = async (offset: number, limit: number) => {
      try {
        return await latestFirst(async () => {
          if (this.#stopped) throw new PassedOver();
          return { rows: await this.#readAgain(offset, offset + limit) };
        });
      } catch (thrown) {
        // What is waiting, and what is looked at next, is left alone until the operator wants to go on.
        if (!(thrown instanceof PassedOver || this.#stopped)) {
          this.#stopped = true;
          failed(thrown);
        }
        throw thrown;
      }
    };
    this.#rows = new PagedRows<ArchiveHit>(fetch, this.#ids.view());
    this.get = this.#rows.get;
    this.subscribeRow = this.#rows.subscribeRow;
    this.view = this.#rows.view;
    this.subscribe = this.#rows.subscribe;
  }

  /** What this machine keeps of the search: it is marked where the instance has it as well. */
  keeps(local: readonly ArchiveHit[]): void {
    this.#local = new Map(local.map((hit) => [hit.conversation.id, hit]));
  }

  /** Adds a page. What came before (the list moved meanwhile) keeps its place. @returns how many are new */
  add({ items, next }: Pick<ArchivePage, 'items' | 'next'>): number {
    const start = this.view().ids.length;
    const hits = new Map(items.map((hit) => [hit.conversation.id, this.#marked(hit)]));
    const fresh = this.#ids.add([...hits.keys()]);
    const ids = this.#ids.view();
    if (next !== undefined) this.#marks.note(ids.length, next);
    for (const [id, hit] of hits) if (ids.indexOf(id) < start) this.#rows.replace(id, hit);
    this.#rows.put(
      start,
      idsWithin(ids, start).map((id) => ({ id, row: hits.get(id) })),
    );
    this.#rows.show(ids);
    return fresh;
  }

  /** Adds what only this machine has, behind all that the instance found. */
  addOnlyHere(): void {
    const { ids } = this.view();
    const hits = [...this.#local.values()].filter(({ conversation }) => ids.indexOf(conversation.id) < 0);
    for (const { conversation } of hits) this.#onlyHere.add(conversation.id);
    if (hits.length > 0) this.add({ items: hits });
  }

  /** What a command changed of a conversation. */
  readonly replace = (conversation: Conversation): void => {
    const { id } = conversation;
    const local = this.#local.get(id);
    if (local !== undefined) this.#local = new Map(this.#local).set(id, { ...local, conversation });
    const before = this.#rows.peek(id);
    if (before !== undefined) this.#rows.replace(id, { ...before, conversation });
  };

  /** A hit if it is held now. */
  readonly peek = (id: string): ArchiveHit | undefined => this.#rows.peek(id);

  /** All hits that are held now. */
  readonly held = (): Iterable<ArchiveHit> => this.#rows.held();

  /** The id so many places after another; undefined at the ends. */
  beside(id: string, step: number): string | undefined {
    const { ids } = this.view();
    const at = ids.indexOf(id);
    return at < 0 ? undefined : ids.at(at + step);
  }

  /**
   * The hits of these ids as they are held, those that were let go read again; without those that are not found any more.
   * @throws BridgeFailure as `ask`
   */
  async hitsOf(wanted: readonly string[]): Promise<readonly ArchiveHit[]> {
    const { ids } = this.view();
    const found = new Map<string, ArchiveHit>();
    for (const id of wanted) {
      const held = this.peek(id);
      const place = ids.indexOf(id);
      if (held !== undefined) found.set(id, held);
      else if (!found.has(id) && place >= 0)
        for (const hit of await this.#readAgain(place, place + PAGE))
          if (hit !== undefined) found.set(hit.conversation.id, hit);
    }
    return wanted.flatMap((id) => found.get(id) ?? []);
  }

  /** Reads on what could not be read again. @param lost the instance no longer knows the marks of pages */
  readOn(lost: boolean): void {
    if (lost) this.#marks.forget();
    this.#stopped = false;
    this.#rows.lookAgain();
  }

  async #readAgain(start: number, end: number): Promise<readonly (ArchiveHit | undefined)[]> {
    const { ids } = this.view();
    const own = idsWithin(ids, start, end).map((id) => (this.#onlyHere.has(id) ? this.#local.get(id) : undefined));
    if (own.every((hit) => hit !== undefined)) return own;
    const read = await readAgain({ ask: this.#ask, marks: this.#marks, ids }, start, end);
    return read.map((hit, nth) => (hit === undefined ? own[nth] : this.#marked(hit)));
  }

  #marked(hit: ArchiveHit): ArchiveHit {
    const kept = hit.kept ?? this.#local.get(hit.conversation.id)?.kept;
    return kept === undefined ? hit : { ...hit, kept };
  }
}
