import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { ftsQuery } from '../../../src/main/desk/index/fts-query.ts';
import { percentile } from '../../lib/report.ts';
import { QUERIES, transcriptsOf } from '../messages.ts';

/** p95 of the store's own query in a bare script, ms: what no path to a window can beat. */
export function bareStore(messages: number): { readonly newest: number; readonly ranked: number } {
  const db = new DatabaseSync(':memory:');
  db.exec(
    "CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'); BEGIN",
  );
  const insert = db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
  let row = messages;
  for (const { messages: said } of transcriptsOf(messages, 't', 0)) {
    for (const { text } of said) {
      insert.run(row, text);
      row -= 1;
    }
  }
  db.exec('COMMIT');
  const p95 = (order: string): number => {
    const find = db.prepare(`SELECT rowid, text FROM words WHERE words MATCH ? ORDER BY ${order} LIMIT 51`);
    return percentile(
      QUERIES.map((text) => took(() => find.all(ftsQuery(text) ?? ''))),
      0.95,
    );
  };
  const figures = { newest: p95('rowid DESC'), ranked: p95('rank') };
  db.close();
  return figures;
}

/** p95 of an in-memory search library, ms. It takes 2.5 GB for a million, so it gets a fifth, and is told so. */
export function miniSearch(messages: number): number {
  const index = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] });
  for (const { messages: said } of transcriptsOf(messages, 't', 0))
    index.addAll(said.map(({ id, text }) => ({ id, text })));
  const plain = QUERIES.map((text) => text.replaceAll(/["*]/g, ''));
  return percentile(
    plain.map((text) => took(() => index.search(text, { combineWith: 'AND' }).slice(0, 50))),
    0.95,
  );
}

function took(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}
