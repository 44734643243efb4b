import type { RowsBatch } from '../../shared/ipc/live-batches.ts';
import type { RowChange, RowsWire } from '../../shared/ipc/row-wire.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import { ROW_FIELDS } from '../../shared/models/row-aspects.ts';

/**
 * Makes the writer of one stream of rows. It remembers each row as the window knows it and leaves out of the next what
 * did not change. `bridge/row-reader.ts` puts the rows together again.
 */
export function createRowWriter(): (batch: RowsBatch) => RowsWire {
  const told = new Map<string, ConversationRow>();
  return (batch) => {
    if (batch.kind === 'snapshot') {
      told.clear();
      for (const row of batch.rows) told.set(row.id, row);
      return batch;
    }
    const upserts: ConversationRow[] = [];
    const changes: RowChange[] = [];
    for (const row of batch.upserts) {
      const before = told.get(row.id);
      const change = before === undefined ? undefined : changeOf(before, row);
      told.set(row.id, row);
      if (change === undefined) upserts.push(row);
      else changes.push(change);
    }
    for (const id of batch.removed) told.delete(id);
    return { ...batch, upserts, changes };
  };
}

/** What differs; undefined when a field went, which a change cannot tell. */
function changeOf(before: ConversationRow, after: ConversationRow): RowChange | undefined {
  const change: Record<string, unknown> = {};
  for (const field of ROW_FIELDS) {
    const now = after[field];
    // What did not change is the very same object, as the store hands rows on (live/next-row.ts).
    if (now === before[field] || same(before[field], now)) continue;
    if (now === undefined) return undefined;
    change[field] = now;
  }
  return { ...change, id: after.id };
}

/** Equal as JSON tells them apart: objects that differ in the order of their fields count as different. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return Array.isArray(a) && Array.isArray(b) ? sameItems(a, b) : JSON.stringify(a) === JSON.stringify(b);
}

/** Lists of numbers and words are compared without writing them out. */
function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => same(item, b[index]));
}
