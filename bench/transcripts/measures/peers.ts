import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { ftsQuery } from '../../../src/main/desk/index/fts-query.ts';
import { type KindOfQuery, QUERIES, queriesOf, transcriptsOf } from '../messages.ts';

/** Milliseconds of each query, by its kind. */
export type Times = Readonly<Record<KindOfQuery, readonly number[]>>;

export interface BareStore {
  /** Seconds until it was filled. */
  readonly filled: number;
  readonly newest: Times;
  readonly ranked: Times;
  /** By the order that FTS5 itself offers for ranks, which sorts all that match with their places. */
  readonly rankedByFts: Times;
  /** Ids of the first messages that match a query, as far as a page goes, by order. */
  readonly found: Readonly<Record<'newest' | 'best', ReadonlyMap<string, readonly string[]>>>;
}

/** The store's own query in a bare script: what no path to a window can beat, and what it must find. */
export function bareStore(messages: number, limit: number): BareStore {
  const db = new DatabaseSync(':memory:');
  db.exec("CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 2'); BEGIN");
  const insert = db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
  // The later a message, the higher its number, as on the desk.
  const ids: string[] = [];
  const said = [...transcriptsOf(messages, 't', 0)].flatMap((one) => one.messages);
  const filled = took(() => {
    for (const { id, text } of said) {
      insert.run(ids.length, text);
      ids.push(id);
    }
    db.exec('COMMIT');
  });
  const find = (order: string) =>
    db.prepare(
      `SELECT rowid, text, bm25(words) AS rank FROM words WHERE words MATCH ? ORDER BY ${order} LIMIT ${limit + 1}`,
    );
  const newest = db.prepare(`SELECT rowid, text FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ${limit + 1}`);
  const [best, byFts] = [find('bm25(words), rowid DESC'), find('words.rank')];
  const found = { newest: new Map<string, readonly string[]>(), best: new Map<string, readonly string[]>() };
  for (const text of Object.values(QUERIES).flat()) {
    const rows = (statement: typeof newest) => statement.all(ftsQuery(text) ?? '').slice(0, limit);
    const idsOf = (all: ReturnType<typeof rows>) => all.map(({ rowid }) => ids[Number(rowid)] ?? '');
    const ranked = rows(best);
    found.newest.set(text, idsOf(rows(newest)));
    found.best.set(text, idsOf(ranked));
    const ranks = (all: ReturnType<typeof rows>) => all.map(({ rank }) => rank).join();
    if (ranks(ranked) !== ranks(rows(byFts))) throw new Error(`the best for ${text} are not those of FTS5`);
  }
  const times = (statement: typeof newest) => queriesOf((text) => took(() => statement.all(ftsQuery(text) ?? '')));
  const figures = {
    filled: filled / 1000,
    newest: times(newest),
    ranked: times(best),
    rankedByFts: times(byFts),
    found,
  };
  db.close();
  return figures;
}

/** An in-memory search library. It takes 2.5 GB for a million, so it gets a fifth, and is told so. */
export function miniSearch(messages: number): Times {
  const index = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] });
  for (const { messages: said } of transcriptsOf(messages, 't', 0))
    index.addAll(said.map(({ id, text }) => ({ id, text })));
  return queriesOf((text, kind) =>
    took(() =>
      index.search(text.replaceAll(/["*]/g, ''), { combineWith: 'AND', prefix: kind === 'prefix' }).slice(0, 50),
    ),
  );
}

function took(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
