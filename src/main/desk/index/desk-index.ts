import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { DeskHit, DeskQuery, DeskResult, KeptHead, KeptTranscript } from '../../../shared/models/desk.ts';
import { ftsQuery } from './fts-query.ts';
import { scanPattern } from './scan-pattern.ts';

/** Stand around what was found while SQLite marks it: private use, and taken out of what is kept. */
const MARK_OPEN = '\ue000';
const MARK_CLOSE = '\ue001';
/** Kept conversations that are listed at most. */
const LISTED = 5000;
/** Messages of one millisecond that can be told apart; a row id is the time and a number below it. */
const PER_MS = 4096;

const SCHEMA = `
  PRAGMA journal_mode = OFF;
  PRAGMA synchronous = OFF;
  CREATE TABLE conversation (key TEXT PRIMARY KEY, tenant TEXT NOT NULL, shown TEXT NOT NULL, kept REAL NOT NULL, pinned INTEGER NOT NULL);
  CREATE TABLE message (id INTEGER PRIMARY KEY, key TEXT NOT NULL, message_id TEXT NOT NULL, speaker TEXT NOT NULL, at REAL, text TEXT NOT NULL);
  CREATE INDEX message_of ON message (key);
  CREATE TABLE tag (key TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL);
  CREATE INDEX tag_of ON tag (key);
  CREATE INDEX tag_named ON tag (name, value);
  CREATE VIRTUAL TABLE words USING fts5(text, content = 'message', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
`;

interface Row {
  readonly message_id: string;
  readonly speaker: string;
  readonly at: number | null;
  readonly text: string;
  readonly shown: string;
  readonly kept: number;
  readonly pinned: number;
}

/** Cuts the marks out of a text that FTS5 has marked. */
function unmark(marked: string): Pick<DeskHit, 'text' | 'marks'> {
  const marks: { readonly from: number; readonly to: number }[] = [];
  let text = '';
  let from = 0;
  for (const piece of marked.split(/([\ue000\ue001])/u)) {
    if (piece === MARK_OPEN) from = text.length;
    else if (piece === MARK_CLOSE) marks.push({ from, to: text.length });
    else text += piece;
  }
  return { text, marks };
}

const keyOf = (tenant: string, id: string): string => `${tenant}\n${id}`;

/**
 * What is kept, searchable: an SQLite database that lives in memory alone (ADR 0110), so that no word of it is ever on the
 * disk. Runs in a worker; everything here is synchronous.
 */
export class DeskIndex {
  readonly #db = new DatabaseSync(':memory:');
  readonly #statements = new Map<string, StatementSync>();

  readonly #patternMs: number;

  /** @param patternMs how long one search by regular expression may take. */
  constructor(patternMs = 2_000) {
    this.#patternMs = patternMs;
    this.#db.exec(SCHEMA);
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }

  /** Adds transcripts, or replaces what is kept of them. One transaction. */
  put(transcripts: readonly KeptTranscript[]): void {
    this.#inOne(() => {
      for (const one of transcripts) {
        this.#drop(keyOf(one.tenant, one.conversation.id));
        this.#insert(one, true);
      }
    });
  }

  /**
   * Fills an empty index, each transcript once. The words are indexed in one go at the end, by SQLite itself: a call for each
   * message takes most of the time otherwise.
   */
  fill(transcripts: Iterable<KeptTranscript>): void {
    this.#inOne(() => {
      for (const one of transcripts) this.#insert(one, false);
      this.#db.exec("INSERT INTO words (words) VALUES ('rebuild')");
    });
  }

  #inOne(work: () => void): void {
    this.#db.exec('BEGIN');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (thrown) {
      this.#db.exec('ROLLBACK');
      throw thrown;
    }
  }

  #insert({ tenant, conversation, messages, keptAt, pinned }: KeptTranscript, withWords: boolean): void {
    const key = keyOf(tenant, conversation.id);
    this.#prepared('INSERT INTO conversation VALUES (?, ?, ?, ?, ?)').run(
      key,
      tenant,
      JSON.stringify(conversation),
      keptAt,
      pinned ? 1 : 0,
    );
    for (const { name, value = '' } of conversation.tags) {
      this.#prepared('INSERT INTO tag VALUES (?, ?, ?)').run(key, name, value);
    }
    const insert = this.#prepared('INSERT OR IGNORE INTO message VALUES (?, ?, ?, ?, ?, ?)');
    const index = this.#prepared('INSERT INTO words (rowid, text) VALUES (?, ?)');
    for (const { id, role, at, text } of messages) {
      // Row ids are in the order of time, so that the newest come first without sorting.
      let row = Math.floor(at ?? conversation.startedAt ?? 0) * PER_MS;
      const cleaned = clean(text);
      while (insert.run(row, key, id, role, at ?? null, cleaned).changes === 0) row += 1;
      if (withWords) index.run(row, cleaned);
    }
  }

  #drop(key: string): void {
    const rows = this.#prepared('SELECT id, text FROM message WHERE key = ?').all(key);
    const remove = this.#prepared("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)");
    for (const { id, text } of rows) remove.run(id ?? null, text ?? null);
    for (const table of ['message', 'tag', 'conversation'])
      this.#prepared(`DELETE FROM ${table} WHERE key = ?`).run(key);
  }

  /** Takes transcripts out. */
  remove(tenant: string, ids: readonly string[]): void {
    for (const id of ids) this.#drop(keyOf(tenant, id));
  }

  setPinned(tenant: string, id: string, pinned: boolean): void {
    this.#prepared('UPDATE conversation SET pinned = ? WHERE key = ?').run(pinned ? 1 : 0, keyOf(tenant, id));
  }

  counts(): { readonly transcripts: number; readonly messages: number; readonly pinned: number } {
    const count = (sql: string): number => Number(this.#prepared(sql).get()?.['n'] ?? 0);
    return {
      transcripts: count('SELECT count(*) AS n FROM conversation'),
      messages: count('SELECT count(*) AS n FROM message'),
      pinned: count('SELECT count(*) AS n FROM conversation WHERE pinned = 1'),
    };
  }

  /** What is kept of a tenant without what was said, the newest conversations first; at most `LISTED`. */
  list(tenant: string): readonly KeptHead[] {
    return this.#prepared('SELECT shown, kept, pinned FROM conversation WHERE tenant = ? ORDER BY kept DESC LIMIT ?')
      .all(tenant, LISTED)
      .map(({ shown, kept, pinned }): KeptHead => {
        // Written by `put` from a checked transcript.
        return { conversation: JSON.parse(String(shown)), keptAt: Number(kept), pinned: pinned === 1 };
      })
      .sort((a, b) => (b.conversation.startedAt ?? 0) - (a.conversation.startedAt ?? 0));
  }

  /**
   * Searches. A query of nothing finds nothing.
   * @throws PatternError for a regular expression that cannot be read or takes too long.
   */
  search(query: DeskQuery): DeskResult {
    const conditions = ['c.tenant = ?'];
    const values: (string | number)[] = [query.tenant];
    if (query.speaker !== undefined) {
      conditions.push('m.speaker = ?');
      values.push(query.speaker);
    }
    if (query.tag !== undefined) {
      const at = query.tag.indexOf(':');
      const [name, value] = at < 0 ? [query.tag] : [query.tag.slice(0, at), query.tag.slice(at + 1)];
      conditions.push(`m.key IN (SELECT key FROM tag WHERE name = ?${value === undefined ? '' : ' AND value = ?'})`);
      values.push(name ?? '', ...(value === undefined ? [] : [value]));
    }
    const where = conditions.join(' AND ');
    if (query.pattern !== undefined) return this.#byPattern(query, query.pattern, where, values);
    const words = ftsQuery(query.text);
    if (words === undefined) return { hits: [], more: false };
    const rows = this.#prepared(
      `SELECT m.message_id, m.speaker, m.at, highlight(words, 0, '${MARK_OPEN}', '${MARK_CLOSE}') AS text, c.shown, c.kept, c.pinned
         FROM words JOIN message m ON m.id = words.rowid JOIN conversation c ON c.key = m.key
        WHERE words MATCH ? AND ${where} ORDER BY ${query.order === 'newest' ? 'words.rowid DESC' : 'words.rank'} LIMIT ?`,
    ).all(words, ...values, query.limit + 1);
    return page(
      rows.map((row) => hitOf(rowOf(row), unmark)),
      query.limit,
    );
  }

  #byPattern(query: DeskQuery, pattern: string, where: string, values: (string | number)[]): DeskResult {
    const rows = this.#prepared(
      `SELECT m.message_id, m.speaker, m.at, m.text, c.shown, c.kept, c.pinned
         FROM message m JOIN conversation c ON c.key = m.key WHERE ${where} ORDER BY m.id DESC`,
    ).iterate(...values);
    const texts = function* (): Generator<Row> {
      for (const row of rows) yield rowOf(row);
    };
    const found = scanPattern(texts(), pattern, query.limit + 1, this.#patternMs);
    return page(
      found.map(({ row, marks }) => hitOf(row, (text) => ({ text, marks }))),
      query.limit,
    );
  }

  close(): void {
    this.#db.close();
  }
}

/** The marks' own characters in a message would be taken for marks. */
function clean(text: string): string {
  return text.replace(/[\ue000\ue001]/gu, ' ');
}

function rowOf(row: Record<string, unknown>): Row {
  const text = (name: string): string => String(row[name] ?? '');
  return {
    message_id: text('message_id'),
    speaker: text('speaker'),
    at: typeof row['at'] === 'number' ? row['at'] : null,
    text: text('text'),
    shown: text('shown'),
    kept: Number(row['kept']),
    pinned: Number(row['pinned']),
  };
}

function hitOf(row: Row, read: (text: string) => Pick<DeskHit, 'text' | 'marks'>): DeskHit {
  return {
    // Written by `put` from a checked transcript.
    conversation: JSON.parse(row.shown),
    messageId: row.message_id,
    speaker: row.speaker,
    ...(row.at !== null && { at: row.at }),
    ...read(row.text),
    keptAt: row.kept,
    pinned: row.pinned === 1,
  };
}

function page(hits: readonly DeskHit[], limit: number): DeskResult {
  return { hits: hits.slice(0, limit), more: hits.length > limit };
}
