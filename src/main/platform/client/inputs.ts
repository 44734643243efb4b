/** What the console can put into a request, in its own words. */
export interface Inputs {
  readonly tenant?: string;
  /** The conversation (or other single thing) that the path is about. */
  readonly id?: string;
  readonly text?: string;
  readonly clientMessageId?: string;
  readonly note?: string;
  readonly internalContactId?: string;
  /** Set for the operation that completes a conversation. */
  readonly complete?: true;
  /** Query values by squashed name; only those that the document has are sent. */
  readonly query?: Readonly<Record<string, string>>;
}
