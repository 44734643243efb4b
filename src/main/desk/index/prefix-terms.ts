import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { TOKENIZE } from './desk-schema.ts';

/** Beginnings of more words than so many are left to FTS5. */
const MOST = 500;

const TABLES = `
  CREATE VIRTUAL TABLE terms USING fts5vocab(words, 'row');
  CREATE VIRTUAL TABLE folded USING fts5(text, content = '', ${TOKENIZE});
  CREATE VIRTUAL TABLE folded_terms USING fts5vocab(folded, 'row');
`;

/**
 * The words of an index, to find those that begin with something. FTS5 itself puts all messages with any of them together
 * before it gives the newest one, which among a million takes ten milliseconds; asked for the words by their names it stops at
 * the newest ones. An index of beginnings would do as well, but takes a third of the time of unlocking for each length.
 */
export class PrefixTerms {
  readonly #all: StatementSync;
  readonly #fold: StatementSync;
  readonly #folded: StatementSync;
  readonly #unfold: StatementSync;
  /** In order. Words of what was taken out meanwhile may be among them; no message has them. */
  #terms: string[] = [];

  /** @param db has the table `words`. */
  constructor(db: DatabaseSync) {
    db.exec(TABLES);
    this.#all = db.prepare('SELECT term FROM terms');
    this.#fold = db.prepare('INSERT INTO folded (rowid, text) VALUES (1, ?)');
    this.#folded = db.prepare('SELECT term FROM folded_terms');
    this.#unfold = db.prepare("INSERT INTO folded (folded) VALUES ('delete-all')");
  }

  /** Reads them anew from the index. */
  read(): void {
    this.#terms = this.#all
      .all()
      .map(({ term }) => String(term))
      .sort();
  }

  /** Adds the words of a text. */
  add(text: string): void {
    for (const term of this.#tokens(text)) {
      const at = this.#placeOf(term);
      if (this.#terms[at] !== term) this.#terms.splice(at, 0, term);
    }
  }

  /** Undefined when there are none or too many, or when it is not the beginning of one word alone. */
  of(beginning: string): readonly string[] | undefined {
    const [prefix, another] = this.#tokens(beginning);
    if (prefix === undefined || another !== undefined) return undefined;
    const from = this.#placeOf(prefix);
    let to = from;
    while (this.#terms[to]?.startsWith(prefix) === true) {
      to += 1;
      if (to - from > MOST) return undefined;
    }
    return to === from ? undefined : this.#terms.slice(from, to);
  }

  /** The first place whose word does not come before. */
  #placeOf(term: string): number {
    let [low, high] = [0, this.#terms.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#terms[middle] ?? '') < term) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Each word once, as the index writes it down: case and accents by SQLite's own tables. */
  #tokens(text: string): readonly string[] {
    this.#fold.run(text);
    const tokens = this.#folded.all().map(({ term }) => String(term));
    this.#unfold.run();
    return tokens;
  }
}
