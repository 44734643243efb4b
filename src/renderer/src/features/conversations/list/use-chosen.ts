import { useCallback, useState } from 'react';
import type { Conversation } from '../../../../../shared/models/conversation.ts';
import { NO_SELECTION, type Selection, selectRange, toggleRow } from '../../../table/select-rows.ts';
import type { ResultStore } from './result-store.ts';

export interface Chosen {
  readonly ids: ReadonlySet<string>;
  readonly select: (id: string, how: 'one' | 'range') => void;
  readonly clear: () => void;
  /** What a command changed of a conversation. */
  readonly note: (conversation: Conversation) => void;
  /** In the order of the list. */
  readonly inOrder: () => readonly string[];
  /**
   * The chosen conversations as the operator saw them; those that came and went unseen are read.
   * @throws BridgeFailure when that fails
   */
  readonly conversations: () => Promise<readonly Conversation[]>;
}

interface State extends Selection {
  /** As they were when they were chosen, of what was held then. */
  readonly seen: ReadonlyMap<string, Conversation>;
}
const NOTHING: State = { ...NO_SELECTION, seen: new Map() };

/**
 * What the operator chose among the results of a search: by id, since what was chosen may be let go, and stays chosen when the
 * search is read again.
 * @param search another one begins with nothing chosen.
 */
export function useChosen(store: ResultStore, search: object): Chosen {
  const [kept, setKept] = useState({ search, state: NOTHING });
  const change = useCallback(
    (next: (before: State) => State) =>
      setKept((before) => ({ search, state: next(before.search === search ? before.state : NOTHING) })),
    [search],
  );
  const state = kept.search === search ? kept.state : NOTHING;
  const inOrder = () => {
    const { ids } = store.view();
    return [...state.ids].sort((a, b) => ids.indexOf(a) - ids.indexOf(b));
  };
  return {
    ids: state.ids,
    select: useCallback(
      (id: string, how: 'one' | 'range') =>
        change((before) => {
          const next = how === 'one' ? toggleRow(before, id) : selectRange(before, id, store.view().ids);
          const seen = [...next.ids].flatMap((one) => {
            const now = store.peek(one)?.conversation ?? before.seen.get(one);
            return now === undefined ? [] : [[one, now] as const];
          });
          return { ...next, seen: new Map(seen) };
        }),
      [store, change],
    ),
    clear: useCallback(() => change(() => NOTHING), [change]),
    note: useCallback(
      (conversation: Conversation) =>
        change((before) =>
          before.seen.has(conversation.id)
            ? { ...before, seen: new Map(before.seen).set(conversation.id, conversation) }
            : before,
        ),
      [change],
    ),
    inOrder,
    async conversations() {
      const ids = inOrder();
      const nowOf = (id: string) => store.peek(id)?.conversation ?? state.seen.get(id);
      const unseen = await store.hitsOf(ids.filter((id) => nowOf(id) === undefined));
      const read = new Map(unseen.map(({ conversation }) => [conversation.id, conversation]));
      return ids.flatMap((id) => nowOf(id) ?? read.get(id) ?? []);
    },
  };
}
