import type { Conversation, Handler } from '../../shared/models/conversation.ts';
import type { AwayBook } from './away-book.ts';
import { type Finding, whatMattered } from './what-mattered.ts';

type Picture = ReadonlyMap<string, Conversation>;

interface Absence {
  readonly from: number;
  readonly before: Picture;
  /** True once the connection was lost: all that differs afterwards happened unseen. */
  blind: boolean;
  /** While the stream stayed open (a gap), only what snapshots had to correct was unseen. */
  readonly corrected: Set<string>;
}

/**
 * Keeps the picture from before an absence and, when the rows are whole again, notes what mattered in between. It makes
 * no difference whether the news came by snapshot or by a resumed stream: it is of the past either way.
 */
export class AwayWatch {
  readonly #book: AwayBook;
  readonly #isMine: (handler: Handler) => boolean;
  readonly #minMs: number;
  #absence: Absence | undefined;

  /** @param minMs shorter absences tell nothing. */
  constructor(book: AwayBook, isMine: (handler: Handler) => boolean, minMs: number) {
    this.#book = book;
    this.#isMine = isMine;
    this.#minMs = minMs;
  }

  /**
   * The rows are not proven any more. May be called again while it lasts.
   * @param picture the rows as they are now; asked for only when an absence begins. @param from when they were last proven.
   */
  begin(picture: () => Picture, from: number, blind: boolean): void {
    this.#absence ??= { from, before: picture(), blind, corrected: new Set() };
    if (blind) this.#absence.blind = true;
  }

  /** A snapshot changed or took away these rows. */
  corrected(ids: readonly string[]): void {
    for (const id of ids) this.#absence?.corrected.add(id);
  }

  /** The rows are whole again as of `to`. */
  end(picture: () => Picture, to: number): void {
    const absence = this.#absence;
    if (absence === undefined) return;
    this.#absence = undefined;
    const { before, blind, corrected, from } = absence;
    if (to - from < this.#minMs || (!blind && corrected.size === 0)) return;
    const now = picture();
    const ids = blind ? new Set([...before.keys(), ...now.keys()]) : corrected;
    const findings: Finding[] = [];
    for (const id of ids) {
      const [was, is] = [before.get(id), now.get(id)];
      if (was !== is) findings.push(...whatMattered(was, is, this.#isMine));
    }
    this.#book.add(findings, from, to);
  }
}
