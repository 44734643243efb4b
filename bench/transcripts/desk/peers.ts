import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import type { Asked } from './texts.ts';
import { transcripts } from './write-desk.ts';

/** Milliseconds of each search. */
export type Timed = (asked: Asked) => number;

const LIMIT = 50;

function timed(run: () => unknown): number {
  const since = performance.now();
  run();
  return performance.now() - since;
}

/** The limit: the store by itself, in this process, its rows as they come. */
export function bareStore(messages: number): { readonly newest: Timed; readonly ranked: Timed } {
  const db = new DatabaseSync(':memory:');
  db.exec(`CREATE TABLE message (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
    CREATE VIRTUAL TABLE words USING fts5(text, content = 'message', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
    BEGIN`);
  const insert = db.prepare('INSERT INTO message VALUES (?, ?)');
  const index = db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
  let id = 0;
  for (const transcript of transcripts(messages, '')) {
    for (const { text } of transcript.messages) {
      id += 1;
      insert.run(id, text);
      index.run(id, text);
    }
  }
  db.exec('COMMIT');
  const ask = (order: string): Timed => {
    const query = db.prepare(
      `SELECT m.text FROM words JOIN message m ON m.id = words.rowid WHERE words MATCH ? ORDER BY ${order} LIMIT ${LIMIT}`,
    );
    return ({ text }) => timed(() => query.all(text));
  };
  return { newest: ask('words.rowid DESC'), ranked: ask('words.rank') };
}

/** The peer: an in-memory search library over a fifth of the messages, since more do not fit. Phrases are words to it. */
export function inMemory(messages: number): Timed {
  const library = new MiniSearch({ fields: ['text'], storeFields: [] });
  let id = 0;
  const documents = [...transcripts(messages / 5, '')].flatMap((one) =>
    one.messages.map(({ text }) => {
      id += 1;
      return { id, text };
    }),
  );
  library.addAll(documents);
  return ({ kind, text }) =>
    timed(() =>
      library.search(text.replaceAll(/["*]/g, ''), { combineWith: 'AND', prefix: kind === 'prefix' }).slice(0, LIMIT),
    );
}
