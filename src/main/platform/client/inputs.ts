import type { JsonRecord } from '../json.ts';
import type { Shape } from './body-shape.ts';

/** What a query (or header) value narrows or places, in our words. */
export type FilterRole =
  | 'text'
  | 'state'
  | 'archived'
  | 'disposition'
  | 'zone'
  | 'cursor'
  | 'limit'
  | 'offset'
  | 'status'
  | 'platform'
  | 'direction'
  | 'flow'
  | 'flagged'
  | 'tag'
  | 'risk'
  | 'sentiment'
  | 'contact'
  | 'parameter'
  | 'pointOfContact'
  | 'function'
  | 'language'
  | 'environment'
  | 'minDuration'
  | 'maxDuration'
  | 'from'
  | 'to'
  | 'sort';

/** A value, several of which any will do, or a moment (epoch ms). */
export type FilterValue = string | readonly string[] | { readonly at: number };

/** What the console can put into a request, in its own words. */
export interface Inputs {
  readonly tenant?: string;
  /** The conversation (or other single thing) that the path is about. */
  readonly id?: string;
  /** What `id` belongs to, where the path names both (the campaign of a contact). */
  readonly owner?: string;
  readonly text?: string;
  readonly clientMessageId?: string;
  readonly note?: string;
  readonly internalContactId?: string;
  /** Set for the operation that completes a conversation. */
  readonly complete?: true;
  /** Query values by squashed name; only those that the document has are sent. */
  readonly query?: Readonly<Record<string, string>>;
  /** Values that decide what is answered: a document without a place for one of them refuses the request. */
  readonly filters?: Readonly<Partial<Record<FilterRole, FilterValue>>>;
  /** A body of several fields. */
  readonly fields?: { readonly shape: Shape; readonly values: JsonRecord };
  /** A body that is bytes as they are. */
  readonly bytes?: Uint8Array;
}
