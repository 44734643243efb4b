import { z } from 'zod';
import type { Read } from '../../shared/ipc/json-text.ts';
import type { DeskQuery, KeptTranscript } from '../../shared/models/desk.ts';
import type { DeskCore } from './desk-core.ts';

/** What the worker is asked, by name; arguments as a tuple, since they cross as a structured clone. */
export interface DeskCalls {
  open(now: number): ReturnType<DeskCore['open']>;
  keep(transcripts: readonly KeptTranscript[], now: number): Promise<void>;
  pin(tenant: string, id: string, pinned: boolean): Promise<boolean>;
  get(tenant: string, id: string): ReturnType<DeskCore['get']>;
  list(tenant: string): ReturnType<DeskCore['list']>;
  search(query: DeskQuery): ReturnType<DeskCore['search']>;
  figures(): ReturnType<DeskCore['figures']>;
  wipe(): Promise<void>;
  close(): Promise<void>;
}
export type DeskCall = keyof DeskCalls;
/** What a call answers. */
export type DeskAnswer<C extends DeskCall> = Read<Awaited<ReturnType<DeskCalls[C]>>>;

/** Which calls there are; the worker answers no others. */
export const DESK_CALLS = [
  'open',
  'keep',
  'pin',
  'get',
  'list',
  'search',
  'figures',
  'wipe',
  'close',
] as const satisfies readonly DeskCall[];

export const requestSchema = z.object({ id: z.number(), call: z.enum(DESK_CALLS), args: z.array(z.unknown()) });

export const answerSchema = z.object({
  id: z.number(),
  /** JSON; absent for a call that answers nothing. */
  value: z.string().optional(),
  error: z.string().optional(),
  /** Of a search by pattern. */
  reason: z.enum(['bad-pattern', 'slow-pattern']).optional(),
});

export const workerDataSchema = z.object({
  path: z.string(),
  key: z.instanceof(Uint8Array),
  bytes: z.number(),
  days: z.number(),
});
export type DeskWorkerData = z.infer<typeof workerDataSchema>;
