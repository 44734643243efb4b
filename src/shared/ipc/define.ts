import type { z } from 'zod';
import type { CallKind } from './channels.ts';

/** One entry of the contract: its kind, the schema of its input, and (as a type only) what comes back. */
export interface Entry<K extends CallKind, I extends z.ZodType, O> {
  readonly kind: K;
  readonly input: I;
  /** Set: its answer crosses as JSON text; see `asText`. */
  readonly asText?: true;
  /** Never set; carries the output type. */
  readonly output?: O;
}

/** Declares a call that reads. `invoke<Output>()(inputSchema)`. */
export const invoke =
  <O>() =>
  <I extends z.ZodType>(input: I): Entry<'invoke', I, O> => ({ kind: 'invoke', input });

/** Declares a call that changes something. */
export const command =
  <O>() =>
  <I extends z.ZodType>(input: I): Entry<'command', I, O> => ({ kind: 'command', input });

/** Declares a stream; `O` is the type of one batch. */
export const stream =
  <O>() =>
  <I extends z.ZodType>(input: I): Entry<'stream', I, O> => ({ kind: 'stream', input });

/**
 * Lets the answer cross as JSON text, read once in the page: objects would be cloned by IPC and copied once more by the
 * context bridge, property by property, which for a page of conversations takes longer than finding them. For long answers
 * of plain data; in the page `call` reads them.
 */
export const asText = <E extends Entry<CallKind, z.ZodType, unknown>>(entry: E): E => ({ ...entry, asText: true });
