import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { isWaiting } from './triage.ts';

/** What happened in the list between two looks at it. */
export interface Digest {
  /** Conversations that were not there before. */
  readonly fresh: number;
  /** Those whose risk has become high or critical. */
  readonly high: number;
  /** Those that have begun to wait for a person. */
  readonly waiting: number;
}

const HIGH = 3;

/** Makes a look that tells what changed since the last one; the first only looks. One pass over all rows. */
export function createDigester(): (rows: Iterable<ConversationRow>) => Digest {
  let before: ReadonlyMap<string, { readonly high: boolean; readonly waiting: boolean }> | undefined;
  return (rows) => {
    const now = new Map<string, { readonly high: boolean; readonly waiting: boolean }>();
    let [fresh, high, waiting] = [0, 0, 0];
    for (const row of rows) {
      if (row.ended) continue;
      const state = { high: (row.risk?.level ?? 0) >= HIGH, waiting: isWaiting(row) };
      const then = before?.get(row.id);
      now.set(row.id, state);
      if (then === undefined) fresh++;
      if (state.high && then?.high !== true) high++;
      if (state.waiting && then?.waiting !== true) waiting++;
    }
    const first = before === undefined;
    before = now;
    return first ? NOTHING : { fresh, high, waiting };
  };
}

const NOTHING: Digest = { fresh: 0, high: 0, waiting: 0 };
