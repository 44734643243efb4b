import { z } from 'zod';
import type { KeptTranscript } from '../../shared/models/desk.ts';

/** What one frame of the file says. Later ones prevail. */
export type DeskFrame =
  | { readonly kind: 'keep'; readonly transcript: KeptTranscript }
  | { readonly kind: 'pin'; readonly tenant: string; readonly id: string; readonly pinned: boolean }
  | { readonly kind: 'drop'; readonly tenant: string; readonly ids: readonly string[] };

// Written by this console and sealed, so that only its outline is checked: a hundred thousand of them are read at once.
const frameSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('keep'),
    transcript: z.custom<KeptTranscript>(
      (value) => typeof value === 'object' && value !== null && 'conversation' in value && 'messages' in value,
    ),
  }),
  z.object({ kind: z.literal('pin'), tenant: z.string(), id: z.string(), pinned: z.boolean() }),
  z.object({ kind: z.literal('drop'), tenant: z.string(), ids: z.array(z.string()) }),
]);

/** A frame as bytes. */
export function writeFrame(frame: DeskFrame): Buffer {
  return Buffer.from(JSON.stringify(frame));
}

/** Reads a frame; undefined for one of a later format. */
export function readFrame(bytes: Buffer): DeskFrame | undefined {
  const parsed = frameSchema.safeParse(JSON.parse(bytes.toString('utf8')));
  return parsed.success ? parsed.data : undefined;
}
