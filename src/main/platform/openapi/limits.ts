/** What a document may be at most. Real ones are far below; a hostile one must not stop the main process. */
export interface DocumentLimits {
  readonly bytes: number;
  /** Nesting of objects and arrays in the text. */
  readonly depth: number;
  readonly operations: number;
}

export const DOCUMENT_LIMITS: DocumentLimits = { bytes: 20 * 1024 * 1024, depth: 200, operations: 5000 };

/** References followed in a row before a chain counts as cyclic. */
export const MAX_REFERENCE_HOPS = 32;

/** Fields read from one schema, all its parts together. */
export const MAX_SCHEMA_FIELDS = 500;
