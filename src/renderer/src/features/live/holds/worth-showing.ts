import type { Hold } from '../../../../../shared/models/hold.ts';

/**
 * Whether a hold belongs in the bar. What a single command came to is told beside its conversation; a bulk command that
 * was undone as a whole left nothing to tell.
 */
export function needsAttention({ phase, bulk, counts }: Hold): boolean {
  if (phase !== 'finished') return true;
  return bulk && counts.cancelled < counts.total;
}
