import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { ftsQuery } from '../../../src/main/desk/index/fts-query.ts';
import { type KindOfQuery, QUERIES, queriesOf, transcriptsOf } from '../messages.ts';

/** Milliseconds of each query, by its kind. */
export type Times = Readonly<Record<KindOfQuery, readonly number[]>>;

export interface BareStore {
  readonly newest: Times;
  readonly ranked: Times;
  /** Ids of the newest messages that match a query, as far as a page goes. */
  readonly found: ReadonlyMap<string, readonly string[]>;
}

/** The store's own query in a bare script: what no path to a window can beat, and what it must find. */
export function bareStore(messages: number, limit: number): BareStore {
  const db = new DatabaseSync(':memory:');
  db.exec("CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 2'); BEGIN");
  const insert = db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
  // The later a message, the higher its number, as on the desk.
  const ids = new Map<number, string>();
  for (const { messages: said } of transcriptsOf(messages, 't', 0)) {
    for (const { id, text } of said) {
      insert.run(ids.size, text);
      ids.set(ids.size, id);
    }
  }
  db.exec('COMMIT');
  const find = (order: string) =>
    db.prepare(`SELECT rowid, text FROM words WHERE words MATCH ? ORDER BY ${order} LIMIT ${limit + 1}`);
  const [newest, ranked] = [find('rowid DESC'), find('rank')];
  const found = new Map<string, readonly string[]>();
  for (const text of Object.values(QUERIES).flat()) {
    const rows = newest.all(ftsQuery(text) ?? '').slice(0, limit);
    found.set(
      text,
      rows.map(({ rowid }) => ids.get(Number(rowid)) ?? ''),
    );
  }
  const times = (statement: typeof newest) => queriesOf((text) => took(() => statement.all(ftsQuery(text) ?? '')));
  const figures = { newest: times(newest), ranked: times(ranked), found };
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
