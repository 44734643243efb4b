/** What the console takes. The platform names no limits of its own; these are those of the strictest large dialers, rounded. */
export const MANIFEST_LIMITS = {
  rows: 1_000_000,
  columns: 500,
  /** Bytes of the file itself. */
  fileBytes: 2_000_000_000,
  /** Characters. */
  header: 128,
  externalId: 100,
  name: 100,
  language: 35,
  timeZone: 64,
  variable: 1000,
} as const;
