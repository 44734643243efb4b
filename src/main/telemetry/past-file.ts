import { mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Tables of the past. `at` counts minutes, or quarters of an hour, since 1970; `sum / n` is the mean. */
const schema = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS series (
  id INTEGER PRIMARY KEY,
  tenant TEXT NOT NULL,
  metric TEXT NOT NULL,
  labels TEXT NOT NULL,
  UNIQUE (tenant, metric, labels)
);
CREATE TABLE IF NOT EXISTS minute (
  series INTEGER NOT NULL,
  at INTEGER NOT NULL,
  n INTEGER NOT NULL,
  sum REAL NOT NULL,
  PRIMARY KEY (series, at)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS quarter (
  series INTEGER NOT NULL,
  at INTEGER NOT NULL,
  n INTEGER NOT NULL,
  sum REAL NOT NULL,
  PRIMARY KEY (series, at)
) WITHOUT ROWID;
`;

/** Opens the file, made when it is not there. @throws when it is no database or cannot be read */
export function openPast(path: string): DatabaseSync {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(path);
  try {
    db.exec(schema);
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** Renames a file that cannot be read, with what belongs to it, so that nobody's past is destroyed. */
export function putAside(path: string, now: number): void {
  if (path === ':memory:') return;
  const name = `${path}.corrupt-${new Date(now).toISOString().replaceAll(/[:.]/gu, '-')}`;
  for (const [from, to] of [
    [path, name],
    [`${path}-wal`, `${name}-wal`],
    [`${path}-shm`, `${name}-shm`],
  ] as const) {
    try {
      renameSync(from, to);
    } catch {
      // What is not there need not be moved.
    }
  }
}
