import type { Conversation, SortField } from '../world-port.ts';

/** What a conversation is sorted by: epoch milliseconds, milliseconds or a level. */
export function sortKey(shown: Conversation, field: SortField): number {
  switch (field) {
    case 'startedAt':
      return Date.parse(shown.startedAt);
    case 'lastMessageAt':
      return shown.lastMessageAt === null ? 0 : Date.parse(shown.lastMessageAt);
    case 'duration':
      return shown.endedAt === null ? 0 : Date.parse(shown.endedAt) - Date.parse(shown.startedAt);
    default:
      return shown.risk.level;
  }
}

/** The number in a conversation's id. */
export function numberOf(transcriptId: string): number {
  return Number(transcriptId.slice(2));
}

/** A conversation's place in a sorted list; ties of the key are settled by the number. */
export interface Place {
  readonly key: number;
  readonly number: number;
}

/** Negative when `a` comes first in a descending list. */
export function comparePlaces(a: Place, b: Place): number {
  return b.key - a.key || b.number - a.number;
}
