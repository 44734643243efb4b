import type { Failure } from '../../../../shared/models/failure.ts';
import type { CheckSummary } from '../../../../shared/models/manifest-check.ts';
import type { ManifestDesk } from '../desk/desk.ts';

/** What of a desk is called from the other process. */
export const DESK_CALLS = [
  'open',
  'close',
  'check',
  'addNumbers',
  'compare',
  'page',
  'row',
  'fix',
  'undo',
  'redo',
  'zones',
  'saveRejects',
  'prepare',
  'diff',
  'diffRows',
] as const;
export type DeskCall = (typeof DESK_CALLS)[number];

/** Calls that wait for nothing: they look, or only add. */
export const AT_ONCE: ReadonlySet<DeskCall> = new Set<DeskCall>(['addNumbers', 'page', 'row']);

export type DeskArgs<C extends DeskCall> = Parameters<ManifestDesk[C]>;
export type DeskAnswer<C extends DeskCall> = Awaited<ReturnType<ManifestDesk[C]>>;

/** To the process of the desk. */
export type DeskRequest =
  | { readonly kind: 'call'; readonly id: number; readonly call: DeskCall; readonly args: readonly unknown[] }
  | { readonly kind: 'stop' };

/** From it. */
export type DeskMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  /** The share that is done of what takes long; while checking, what was found so far. */
  | { readonly kind: 'progress'; readonly share: number; readonly summary?: CheckSummary };
