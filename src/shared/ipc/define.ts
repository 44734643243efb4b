import type { z } from 'zod';
import type { CallKind } from './channels.ts';

/** One entry of the contract: its kind, the schema of its input, and (as a type only) what comes back. */
export interface Entry<K extends CallKind, I extends z.ZodType, O> {
  readonly kind: K;
  readonly input: I;
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
