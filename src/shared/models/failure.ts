import { z } from 'zod';

/** What went wrong, as a code the UI can act on. Shared by REST, IPC and commands. */
export const FAILURE_CODES = [
  'signed-out',
  'stale',
  'conflict',
  'forbidden',
  'not-found',
  'unavailable',
  'saturated',
  'offline',
  'unknown-outcome',
  'invalid',
  'cancelled',
  'internal',
] as const;
export const failureCodeSchema = z.enum(FAILURE_CODES);
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Extra facts for the UI; every field optional, none of them secret. */
export const failureDetailSchema = z.object({
  /** A finer reason within the code, e.g. `discovery-without-pkce`; the UI words it by `reason`. */
  reason: z.string().optional(),
  status: z.number().optional(),
  requestId: z.string().optional(),
  requiredScope: z.string().optional(),
  operation: z.string().optional(),
  retryAfterMs: z.number().optional(),
  takenBy: z.object({ id: z.string().optional(), name: z.string().optional(), at: z.number().optional() }).optional(),
  /** What the instance said, shortened and redacted; for the copyable detail. */
  serverText: z.string().optional(),
  host: z.string().optional(),
  field: z.string().optional(),
  /** The state that the thing is in, where a conflict says so. */
  state: z.string().optional(),
  /** What it may be told in that state. */
  legalVerbs: z.array(z.string()).optional(),
  /** Bytes that the instance has of an upload. */
  receivedBytes: z.number().optional(),
});
export type FailureDetail = z.infer<typeof failureDetailSchema>;

export const failureSchema = z.object({
  code: failureCodeSchema,
  message: z.string(),
  detail: failureDetailSchema.optional(),
});
/** A failure as data. `message` is plain English for logs and copyable detail; the UI words it by code and reason. */
export type Failure = z.infer<typeof failureSchema>;

/** A failure as an exception. The one error class that crosses module borders in main. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(code: FailureCode, message: string, detail?: FailureDetail, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FailureError';
    this.failure = detail === undefined ? { code, message } : { code, message, detail };
  }
}

/** The failure behind anything thrown; what is not a FailureError becomes `internal` without its text (it may hold personal data). */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  return { code: 'internal', message: thrown instanceof Error ? thrown.name : 'Unexpected failure' };
}
