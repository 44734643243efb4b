import type { RowsBatch } from '../../../shared/ipc/live-batches.ts';
import type { RowsWire } from '../../../shared/ipc/row-wire.ts';
import type { ConversationRow } from '../../../shared/models/conversation.ts';

/** Makes the reader of one stream of rows: puts together what main's row writer left out, from the rows told before. */
export function createRowReader(): (wire: RowsWire) => RowsBatch {
  const known = new Map<string, ConversationRow>();
  return (wire) => {
    if (wire.kind === 'snapshot') {
      known.clear();
      for (const row of wire.rows) known.set(row.id, row);
      return wire;
    }
    const upserts = wire.upserts.slice();
    for (const row of wire.upserts) known.set(row.id, row);
    for (const change of wire.changes) {
      const before = known.get(change.id);
      // Batches come in order and each once, so what a change is of was told before.
      if (before === undefined) continue;
      const row = { ...before, ...change };
      known.set(row.id, row);
      upserts.push(row);
    }
    for (const id of wire.removed) known.delete(id);
    const { kind, removed, oldestEventAt } = wire;
    return { kind, upserts, removed, ...(oldestEventAt === undefined ? {} : { oldestEventAt }) };
  };
}
