import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Labels, labelsKey } from '../../shared/models/metric.ts';
import type { Log } from '../storage/log.ts';
import { openPast, putAside } from './past-file.ts';

export interface PastSample {
  readonly metric: string;
  readonly labels: Labels;
  readonly value: number;
}
export interface PastPoint {
  /** Epoch ms, begin of the step. */
  readonly at: number;
  readonly value: number;
}
/** From a begin up to an end, epoch ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const MINUTE_MS = 60_000;
export const QUARTER_MS = 15 * MINUTE_MS;
/** Minutes are kept for two days, so that an hour of yesterday can be compared; quarters of an hour for sixteen. */
export const MINUTES_KEPT_MS = 48 * 3_600_000;
export const QUARTERS_KEPT_MS = 16 * 24 * 3_600_000;
/** Series of one tenant; what comes beyond is shown and not kept. */
export const MOST_SERIES = 600;

export interface PastStoreDeps {
  /** The file; `:memory:` for tests. */
  readonly path: string;
  readonly now: () => number;
  readonly log: Log;
}

/**
 * The past of every metric on this machine: means by minute, older ones by quarter of an hour. SQLite in WAL mode: a
 * crash costs what was not yet written and nothing else. A file that cannot be read is put aside, never fatal; a full
 * disk costs the past and not the present.
 */
export class PastStore {
  readonly #deps: PastStoreDeps;
  readonly #series = new Map<string, number>();
  readonly #statements = new Map<string, StatementSync>();
  #db: DatabaseSync;

  constructor(deps: PastStoreDeps) {
    this.#deps = deps;
    this.#db = this.#openOrAnew();
  }

  /** Adds values that held at a moment. Several within a minute become its mean. */
  record(tenant: string, samples: readonly PastSample[], at: number): void {
    const minute = Math.floor(at / MINUTE_MS);
    this.#guard(() =>
      this.#together(() => {
        const add = this.#sql(
          `INSERT INTO minute (series, at, n, sum) VALUES (?, ?, 1, ?)
           ON CONFLICT (series, at) DO UPDATE SET n = n + 1, sum = sum + excluded.sum`,
        );
        for (const { metric, labels, value } of samples) {
          const series = this.#seriesOf(tenant, metric, labelsKey(labels));
          if (series !== undefined) add.run(series, minute, value);
        }
      }),
    );
  }

  /** Puts in what was not known: a step that has a value already keeps it. Returns how many were put in. */
  fill(tenant: string, metric: string, labels: Labels, stepMs: number, points: readonly PastPoint[]): number {
    const table = stepMs >= QUARTER_MS ? 'quarter' : 'minute';
    const unit = table === 'quarter' ? QUARTER_MS : MINUTE_MS;
    let filled = 0;
    this.#guard(() =>
      this.#together(() => {
        const series = this.#seriesOf(tenant, metric, labelsKey(labels));
        if (series === undefined) return;
        const put = this.#sql(`INSERT OR IGNORE INTO ${table} (series, at, n, sum) VALUES (?, ?, 1, ?)`);
        for (const { at, value } of points) {
          for (let part = 0; part < Math.max(1, Math.round(stepMs / unit)); part += 1) {
            filled += Number(put.run(series, Math.floor(at / unit) + part, value).changes);
          }
        }
      }),
    );
    return filled;
  }

  /** Means of equal steps, ascending; steps of which nothing is known are left out. */
  read(tenant: string, metric: string, labels: Labels, { from, to }: Span, stepMs: number): readonly PastPoint[] {
    return this.#guard(() => {
      const series = this.#known(tenant, metric, labelsKey(labels));
      if (series === undefined) return [];
      const step = Math.max(1, Math.round(stepMs / MINUTE_MS));
      const [first, last] = [Math.floor(from / MINUTE_MS), Math.ceil(to / MINUTE_MS)];
      const minutes = 'SELECT at, n, sum FROM minute WHERE series = ?1 AND at >= ?2 AND at < ?3';
      const quarters = 'SELECT at * 15 AS at, n, sum FROM quarter WHERE series = ?1 AND at * 15 >= ?2 AND at * 15 < ?3';
      const rows = this.#sql(
        `SELECT at / CAST(?4 AS INTEGER) AS step, sum(sum) / sum(n) AS mean
         FROM (${stepMs < QUARTER_MS ? minutes : `${quarters} UNION ALL ${minutes}`}) GROUP BY 1 ORDER BY 1`,
      ).all(series, first, last, step);
      return rows.map((row) => ({ at: Number(row['step']) * step * MINUTE_MS, value: Number(row['mean']) }));
    }, []);
  }

  /** The parts of a metric that are known, by the names of their labels. */
  parts(tenant: string, metric: string, by: readonly string[]): readonly Labels[] {
    return this.#guard(() => {
      const rows = this.#sql('SELECT labels FROM series WHERE tenant = ? AND metric = ?').all(tenant, metric);
      const wanted = [...by].sort().join('\n');
      return rows
        .map((row) => labelsFrom(String(row['labels'])))
        .filter((labels) => Object.keys(labels).sort().join('\n') === wanted);
    }, []);
  }

  /** The spans of at least `leastMs` within which no minute (or quarter, for older times) is known. */
  gaps(tenant: string, metric: string, labels: Labels, span: Span, stepMs: number, leastMs: number): readonly Span[] {
    const known = this.read(tenant, metric, labels, span, stepMs).map(({ at }) => at);
    const gaps: Span[] = [];
    let from = span.from;
    for (const at of [...known, span.to]) {
      if (at - from >= leastMs) gaps.push({ from, to: at });
      from = Math.max(from, at + stepMs);
    }
    return gaps;
  }

  /** Metrics of which something is kept whole. */
  metrics(tenant: string): readonly string[] {
    return this.#guard(() => {
      const rows = this.#sql(`SELECT metric FROM series WHERE tenant = ? AND labels = ''`).all(tenant);
      return rows.map((row) => String(row['metric']));
    }, []);
  }

  /** When a metric of the tenant last had a value here; undefined when there is none. */
  lastAt(tenant: string): number | undefined {
    return this.#guard(() => {
      const row = this.#sql(
        'SELECT max(at) AS last FROM minute WHERE series IN (SELECT id FROM series WHERE tenant = ?)',
      ).get(tenant);
      const last = row?.['last'];
      return typeof last === 'number' ? last * MINUTE_MS : undefined;
    }, undefined);
  }

  /** Puts older minutes together to quarters, and forgets what is older than it is kept. */
  prune(): void {
    const now = this.#deps.now();
    const firstMinute = Math.floor((now - MINUTES_KEPT_MS) / QUARTER_MS) * 15;
    const firstQuarter = Math.floor((now - QUARTERS_KEPT_MS) / QUARTER_MS);
    this.#guard(() =>
      this.#together(() => {
        this.#sql(
          `INSERT OR REPLACE INTO quarter (series, at, n, sum)
           SELECT series, at / 15, sum(n), sum(sum) FROM minute WHERE at < ? GROUP BY series, at / 15`,
        ).run(firstMinute);
        this.#sql('DELETE FROM minute WHERE at < ?').run(firstMinute);
        this.#sql('DELETE FROM quarter WHERE at < ?').run(firstQuarter);
        const empty = `NOT EXISTS (SELECT 1 FROM minute WHERE series = id) AND NOT EXISTS (SELECT 1 FROM quarter WHERE series = id)`;
        if (Number(this.#sql(`DELETE FROM series WHERE ${empty}`).run().changes) > 0) this.#series.clear();
      }),
    );
  }

  /** Rows kept, for the bound of the store. */
  size(): number {
    return this.#guard(() => {
      const row = this.#sql('SELECT (SELECT count(*) FROM minute) + (SELECT count(*) FROM quarter) AS rows').get();
      return Number(row?.['rows'] ?? 0);
    }, 0);
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }

  #known(tenant: string, metric: string, labels: string): number | undefined {
    const key = `${tenant}\n${metric}\n${labels}`;
    const before = this.#series.get(key);
    if (before !== undefined) return before;
    const row = this.#sql('SELECT id FROM series WHERE tenant = ? AND metric = ? AND labels = ?').get(
      ...[tenant, metric, labels],
    );
    if (row === undefined) return undefined;
    this.#series.set(key, Number(row['id']));
    return Number(row['id']);
  }

  /** The series, made when there is room for it. */
  #seriesOf(tenant: string, metric: string, labels: string): number | undefined {
    const known = this.#known(tenant, metric, labels);
    if (known !== undefined) return known;
    const count = this.#sql('SELECT count(*) AS count FROM series WHERE tenant = ?').get(tenant);
    if (Number(count?.['count']) >= MOST_SERIES) return undefined;
    this.#sql('INSERT INTO series (tenant, metric, labels) VALUES (?, ?, ?)').run(tenant, metric, labels);
    return this.#known(tenant, metric, labels);
  }

  #sql(text: string): StatementSync {
    const known = this.#statements.get(text) ?? this.#db.prepare(text);
    this.#statements.set(text, known);
    return known;
  }

  #together(work: () => void): void {
    this.#db.exec('BEGIN');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (thrown) {
      this.#db.exec('ROLLBACK');
      // Series that were made within are gone with it.
      this.#series.clear();
      throw thrown;
    }
  }

  #guard(work: () => void): void;
  #guard<T>(work: () => T, fallback: T): T;
  #guard<T>(work: () => T, fallback?: T): T | undefined {
    try {
      return work();
    } catch (thrown) {
      const code = thrown instanceof Error && 'errcode' in thrown ? Number(thrown.errcode) : 0;
      this.#deps.log.warn('the past of the metrics could not be used', { code });
      if (code === CORRUPT || code === NOT_A_DATABASE) this.#anew();
      return fallback;
    }
  }

  #openOrAnew(): DatabaseSync {
    try {
      return openPast(this.#deps.path);
    } catch {
      this.#deps.log.warn('the past of the metrics cannot be read: it is put aside');
      putAside(this.#deps.path, this.#deps.now());
      return openPast(this.#deps.path);
    }
  }

  #anew(): void {
    this.close();
    this.#series.clear();
    putAside(this.#deps.path, this.#deps.now());
    this.#db = openPast(this.#deps.path);
  }
}

/** https://www.sqlite.org/rescode.html */
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

function labelsFrom(key: string): Labels {
  if (key === '') return {};
  const pairs: unknown = JSON.parse(key);
  return Array.isArray(pairs) ? Object.fromEntries(pairs) : {};
}
