import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { JsonText } from '../../../shared/ipc/json-text.ts';
import type { DeskQuery, DeskResult, KeptHead, KeptTranscript } from '../../../shared/models/desk.ts';
import { clean, type HitRow, hitText, pageOf, rowOf, unmark } from './desk-hits.ts';
import { DROP_INDEXES, INDEXES, SCHEMA } from './desk-schema.ts';
import { allTexts, bestFirst, bestOf, type Narrowed, narrow, newestFirst } from './desk-statements.ts';
import { ftsQuery } from './fts-query.ts';
import { PrefixTerms } from './prefix-terms.ts';
import { scanPattern } from './scan-pattern.ts';

/** Kept conversations that are listed at most. */
const LISTED = 5000;
/** How many times as many are ranked as are wanted, where some of them may not be what is looked for. */
const SPARE = 4;

/** What a file tells of one transcript after the other, the older first. */
export interface Filling {
  keep(transcript: KeptTranscript): void;
  pin(tenant: string, id: string, pinned: boolean): void;
  drop(tenant: string, ids: readonly string[]): void;
}

const keyOf = (tenant: string, id: string): string => `${tenant}\n${id}`;

/**
 * What is kept, searchable: an SQLite database that lives in memory alone (ADR 0110), so that no word of it is ever on the
 * disk. Runs in a worker; everything here is synchronous.
 */
export class DeskIndex {
  readonly #db = new DatabaseSync(':memory:');
  readonly #statements = new Map<string, StatementSync>();
  readonly #prefixes: PrefixTerms;

  readonly #patternMs: number;
  /** The number of the conversation that was added last; SQLite would give the number of one that was taken out again. */
  #last = 0;
  /** Where the next message goes of which nobody told when. */
  #untimed = 0;
  /** Whose conversations there are or were. */
  readonly #tenants = new Set<string>();

  /** @param patternMs how long one search by regular expression may take. */
  constructor(patternMs = 2_000) {
    this.#patternMs = patternMs;
    this.#db.exec(SCHEMA + INDEXES);
    this.#prefixes = new PrefixTerms(this.#db);
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }

  /** Adds transcripts, or replaces what is kept of them. One transaction. */
  put(transcripts: readonly KeptTranscript[]): void {
    this.#db.exec('BEGIN');
    try {
      for (const one of transcripts) {
        this.#drop(keyOf(one.tenant, one.conversation.id));
        this.#insert(one, true);
        this.#prefixes.add(one.messages.map(({ text }) => text).join(' '));
      }
      this.#db.exec('COMMIT');
    } catch (thrown) {
      this.#db.exec('ROLLBACK');
      throw thrown;
    }
  }

  /**
   * Fills an empty index with whatever `feed` tells; when that fails, the index is of no use any more. The words are indexed
   * in one go at the end, by SQLite itself: a call for each message takes most of the time otherwise.
   */
  async fill(feed: (into: Filling) => Promise<void>): Promise<void> {
    this.#db.exec(`BEGIN; ${DROP_INDEXES}`);
    let replaced = false;
    const forget = (key: string): void => {
      const { changes } = this.#prepared('DELETE FROM conversation WHERE key = ?').run(key);
      replaced ||= changes !== 0;
    };
    await feed({
      keep: (transcript) => {
        forget(keyOf(transcript.tenant, transcript.conversation.id));
        this.#insert(transcript, false);
      },
      pin: (tenant, id, pinned) => this.setPinned(tenant, id, pinned),
      drop: (tenant, ids) => {
        for (const id of ids) forget(keyOf(tenant, id));
      },
    });
    if (replaced) {
      for (const table of ['message', 'tag'])
        this.#db.exec(`DELETE FROM ${table} WHERE of NOT IN (SELECT id FROM conversation)`);
    }
    this.#db.exec(`${INDEXES} INSERT INTO words (words) VALUES ('rebuild'); COMMIT`);
    this.#prefixes.read();
  }

  #insert({ tenant, conversation, messages, keptAt, pinned }: KeptTranscript, withWords: boolean): void {
    this.#last += 1;
    this.#tenants.add(tenant);
    const of = this.#last;
    this.#prepared('INSERT INTO conversation VALUES (?, ?, ?, ?, ?, ?)').run(
      of,
      keyOf(tenant, conversation.id),
      tenant,
      JSON.stringify(conversation),
      keptAt,
      pinned ? 1 : 0,
    );
    for (const { name, value = '' } of conversation.tags) {
      this.#prepared('INSERT INTO tag VALUES (?, ?, ?)').run(of, name, value);
    }
    const insert = this.#prepared('INSERT OR IGNORE INTO message VALUES (?, ?, ?, ?, ?, ?)');
    const index = this.#prepared('INSERT INTO words (rowid, text) VALUES (?, ?)');
    let [moment, row] = [-1, -1];
    for (const { id, role, at, text } of messages) {
      // Row ids are in the order of time, so that the newest come first without sorting. They are the milliseconds, of which
      // each has one message and others of it come behind: the smaller they are, the smaller and quicker is the index.
      const said = Math.floor(at ?? conversation.startedAt ?? 0);
      row = said === moment ? row + 1 : said === 0 ? this.#untimed : said;
      moment = said;
      const cleaned = clean(text);
      while (insert.run(row, of, id, role, at ?? null, cleaned).changes === 0) row += 1;
      if (said === 0) this.#untimed = row + 1;
      if (withWords) index.run(row, cleaned);
    }
  }

  #drop(key: string): void {
    const of = this.#prepared('SELECT id FROM conversation WHERE key = ?').get(key)?.['id'];
    if (of === undefined) return;
    const rows = this.#prepared('SELECT id, text FROM message WHERE of = ?').all(of);
    const remove = this.#prepared("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)");
    for (const { id, text } of rows) remove.run(id ?? null, text ?? null);
    for (const table of ['message', 'tag']) this.#prepared(`DELETE FROM ${table} WHERE of = ?`).run(of);
    this.#prepared('DELETE FROM conversation WHERE id = ?').run(of);
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
  search(query: DeskQuery): JsonText<DeskResult> {
    const narrowed = narrow(query);
    const { limit } = query;
    if (query.pattern !== undefined) return this.#byPattern(query.pattern, narrowed, limit);
    // Ranks go by how rare what was typed is, beginnings as they are.
    const words =
      query.order === 'newest' ? ftsQuery(query.text, (one) => this.#prefixes.of(one)) : ftsQuery(query.text);
    if (words === undefined) return pageOf([], limit);
    const rows =
      query.order === 'newest'
        ? this.#prepared(newestFirst(narrowed.where)).all(words, ...narrowed.values, limit + 1)
        : this.#ranked(words, narrowed, limit + 1);
    return pageOf(
      rows.map((row) => hitText(rowOf(row), unmark)),
      limit,
    );
  }

  /**
   * The best first: the best of all that match, of which those are left out that are not looked for. Only where too few
   * remain are all of them put in order by FTS5 itself, which takes twice as long: it sorts them with their places, while a
   * plain order with a limit keeps the best alone.
   */
  #ranked(words: string, { where, values, byTenant }: Narrowed, wanted: number) {
    const all = byTenant && this.#tenants.size === 1;
    const rows = this.#prepared(bestOf(where)).all(words, all ? wanted : wanted * SPARE, ...values);
    if (all || rows.length >= wanted) return rows.slice(0, wanted);
    return this.#prepared(bestFirst(where)).all(words, ...values, wanted);
  }

  #byPattern(pattern: string, { where, values }: Narrowed, limit: number): JsonText<DeskResult> {
    const rows = this.#prepared(allTexts(where)).iterate(...values);
    const texts = function* (): Generator<HitRow> {
      for (const row of rows) yield rowOf(row);
    };
    const found = scanPattern(texts(), pattern, limit + 1, this.#patternMs);
    return pageOf(
      found.map(({ row, marks }) => hitText(row, (text) => ({ text, marks }))),
      limit,
    );
  }

  close(): void {
    this.#db.close();
  }
}
