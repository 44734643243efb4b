import { createHash } from 'node:crypto';
import { z } from 'zod';
import { JOURNAL_PHASES } from '../../../shared/models/journal.ts';

/** What the first line of a journal names as its predecessor. */
export const GENESIS = '0'.repeat(64);

const hex = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * The part of a line that stays readable without the vault: which command, how far it got. It holds no names, no texts
 * and no ids of conversations; `once` is a digest.
 */
const factsSchema = z.object({
  command: z.string(),
  phase: z.enum(JOURNAL_PHASES),
  /** Digest of what may be sent only once. */
  once: hex.optional(),
  outcome: z.enum(['done', 'refused', 'unknown']).optional(),
});
export type Facts = z.infer<typeof factsSchema>;

const lineSchema = z.object({
  seq: z.number().int().positive(),
  /** Epoch ms, this machine's clock. */
  at: z.number(),
  prev: hex,
  facts: factsSchema,
  /** The details, as they are, or sealed by the vault (base64). */
  body: z.unknown().optional(),
  sealed: z.string().optional(),
  hash: hex,
});
export type JournalLine = z.infer<typeof lineSchema>;
type Unhashed = Omit<JournalLine, 'hash'>;

/** JSON with keys in order, so that the same content always has the same digest. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** SHA-256 in lower-case hex. */
export function digest(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The line as it is written, with its digest over everything else in it (its predecessor's digest included). */
export function writeLine(line: Unhashed): { readonly text: string; readonly hash: string } {
  const hash = hashOf(line);
  return { text: canonicalJson({ ...line, hash }), hash };
}

/** Reads one line; undefined when it is not one. Does not check its digest. */
export function readLine(text: string): JournalLine | undefined {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** True when the line's digest is that of its content. The text is compared too: no other spelling passes. */
export function isIntact(line: JournalLine, text: string): boolean {
  const { hash, ...rest } = line;
  return hashOf(rest) === hash && canonicalJson(line) === text;
}

function hashOf(line: Unhashed): string {
  return digest(canonicalJson(line));
}
