import type { Envelope } from '../../shared/ipc/envelope.ts';
import type { RowsBatch } from '../../shared/ipc/live-batches.ts';
import { createRowWriter } from './row-writer.ts';

/**
 * How one stream's batches are written. As text: objects would be cloned by IPC and copied once more by the context
 * bridge, property by property, which at thousands of rows a second costs the window several times what parsing does.
 */
export function batchWriter(group: unknown, name: unknown): (batch: Envelope<unknown>) => string {
  if (group !== 'live' || name !== 'rows') return (batch) => JSON.stringify(batch);
  const rows = createRowWriter();
  return (batch) =>
    // The contract says that live.rows carries batches of rows.
    JSON.stringify(batch.ok ? { ok: true, value: rows(batch.value as RowsBatch) } : batch);
}
