import { z } from 'zod';

export const httpFaultKinds = [
  'slow-reply',
  'unauthorized',
  'forbidden',
  'conflict',
  'unprocessable',
  'too-many-requests',
  'unavailable',
  'truncated-json',
  'wrong-content-type',
  'cut-upload',
] as const;
export const streamFaultKinds = [
  'cut-stream',
  'duplicate-events',
  'reorder-events',
  'malformed-events',
  'stall-stream',
  'unauthorized-mid-stream',
  'oversize-event',
] as const;
/** Not of one request: they change how the whole instance looks. */
export const instanceFaultKinds = ['clock-skew', 'no-pkce'] as const;

export type HttpFaultKind = (typeof httpFaultKinds)[number];
export type StreamFaultKind = (typeof streamFaultKinds)[number];

/** One fault that was asked for. Which numbers count depends on the kind; docs/simulator.md lists them. */
export const faultRule = z.strictObject({
  kind: z.enum([...httpFaultKinds, ...streamFaultKinds, ...instanceFaultKinds]),
  /** Operation id of the primary API, or `identity.token` and the like; every operation when left out. */
  operation: z.string().optional(),
  /** How often it strikes before it is spent; for ever when left out. */
  times: z.int().min(1).optional(),
  /** How many requests are let by before it strikes for the first time. */
  after: z.int().min(0).optional(),
  /** For `conflict`: the code of the refusal; `taken-over` when left out. */
  code: z.string().optional(),
  /** Stream faults strike at every nth event of a connection. */
  every: z.int().min(1).default(10),
  delayMs: z.int().min(0).max(600_000).default(3_000),
  retryAfterSeconds: z.int().min(0).default(2),
  skewMs: z.int().default(600_000),
  bytes: z.int().min(1).max(64_000_000).default(2_000_000),
});
export type FaultRule = z.infer<typeof faultRule>;
export type FaultInput = z.input<typeof faultRule>;
export type FaultKind = FaultRule['kind'];

/**
 * Reads a fault as a flag spells it: `kind` or `kind:name=value,name=value`.
 *
 * @throws a zod error or an Error that names what is wrong
 */
export function parseFault(text: string): FaultRule {
  return faultRule.parse(readPairs(text, ['operation', 'code']));
}

/**
 * `kind:name=value,name=value` as an object; values are numbers but for the names that hold texts.
 *
 * @throws Error for a part that is not name=value
 */
export function readPairs(text: string, texts: readonly string[]): Record<string, string | number> {
  const [kind = '', rest = ''] = text.split(/:(.*)/s);
  const pairs =
    rest === ''
      ? []
      : rest.split(',').map((pair): [string, string | number] => {
          const [name = '', value] = pair.split(/=(.*)/s);
          if (value === undefined) throw new Error(`"${pair}" is not name=value`);
          return [name, texts.includes(name) ? value : Number(value)];
        });
  return { kind, ...Object.fromEntries(pairs) };
}
