/** A number that no campaign may call: who asked for it, and when. */
export interface DoNotCallEntry {
  readonly id: string;
  readonly phone: string;
  readonly reason?: string;
  /** `operator`, `import`, `unsubscribed`, or the instance's own word. */
  readonly source?: string;
  /** Epoch ms. */
  readonly addedAt?: number;
  readonly addedBy?: string;
  readonly expiresAt?: number;
}

/** A number to be added. */
export interface NewDoNotCall {
  /** E.164. */
  readonly phone: string;
  readonly reason?: string;
  readonly expiresAt?: number;
}

/** What came of an import. */
export interface DoNotCallImport {
  readonly added: number;
  readonly alreadyThere: number;
  readonly invalid: readonly { readonly index: number; readonly code: string }[];
}

/** Entries that one import may carry. */
export const DO_NOT_CALL_IMPORT_MAX = 10_000;
