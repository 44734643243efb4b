import type { ConversationRow } from '../models/conversation.ts';
import type { RowsBatch } from './live-batches.ts';

/** The fields of a row that changed since this stream last told of it. */
export type RowChange = Pick<ConversationRow, 'id'> & Partial<ConversationRow>;

/**
 * How a batch of rows crosses to a window: of a row that the window knows only what changed. Most events move two or
 * three of a row's thirty fields, and writing, carrying and reading the rest is most of what an event costs.
 */
export type RowsWire =
  | Extract<RowsBatch, { kind: 'snapshot' }>
  | (Extract<RowsBatch, { kind: 'patch' }> & { readonly changes: readonly RowChange[] });
