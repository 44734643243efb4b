import type { AlertCondition, Evidence } from '../../shared/models/alert.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';

/** What was heard in a conversation that its row does not tell: words said, functions failed. Kept until it ends. */
export type Heard = ReadonlyMap<AlertCondition, Evidence>;

export interface Surroundings {
  /** Epoch ms on the instance's clock. */
  readonly now: number;
  /** How many wait in a queue; '' for all queues. */
  readonly waiting: (skill: string) => number;
}

/** Since when the customer waits for a person; undefined when they do not. */
export function waitingSince(row: ConversationRow): number | undefined {
  if (row.ended) return undefined;
  if (row.handler.kind === 'queue') return row.queue?.since ?? row.handler.since;
  return row.queue !== undefined && row.handler.kind !== 'human' ? row.queue.since : undefined;
}

/** Whether a condition holds of a conversation now, and by what. */
export function holds(
  condition: AlertCondition,
  row: ConversationRow,
  heard: Heard | undefined,
  around: Surroundings,
): Evidence | undefined {
  switch (condition.kind) {
    case 'risk': {
      const level = row.risk?.level;
      return level !== undefined && level >= condition.atLeast ? { condition, seen: level } : undefined;
    }
    case 'sentiment': {
      const mood = row.sentimentTrend.at(-1);
      return mood !== undefined && mood < condition.below ? { condition, seen: mood } : undefined;
    }
    case 'wait': {
      const since = waitingSince(row);
      const seconds = since === undefined ? -1 : Math.floor((around.now - since) / 1000);
      return seconds >= condition.seconds ? { condition, seen: seconds } : undefined;
    }
    case 'queue': {
      if (waitingSince(row) === undefined) return undefined;
      if (condition.skill !== '' && row.queue?.skills.includes(condition.skill) !== true) return undefined;
      const count = around.waiting(condition.skill);
      return count >= condition.atLeast ? { condition, seen: count } : undefined;
    }
    case 'keyword':
    case 'function-failed':
      return heard?.get(condition);
  }
}
