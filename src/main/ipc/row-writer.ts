import type { RowsBatch } from '../../shared/ipc/live-batches.ts';
import type { RowChange, RowsWire } from '../../shared/ipc/row-wire.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import { ROW_FIELDS } from '../../shared/models/row-aspects.ts';
import { sameData } from '../live/same-data.ts';

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
    if (sameData(before[field], now)) continue;
    if (now === undefined) return undefined;
    change[field] = now;
  }
  return { ...change, id: after.id };
}
