import { expect } from 'vitest';
import type { FakeInstance } from './fake-instance.ts';
import type { RowsWindow, TranscriptWindow } from './window-model.ts';

/**
 * Fails unless the windows show exactly the instance's own state: every row that lives, and of each watched transcript
 * every message once and in order, calls, transitions and the conversation itself; `gone` for one that is not there.
 */
export function expectAgreement(
  instance: FakeInstance,
  rows: RowsWindow,
  watched: ReadonlyMap<string, TranscriptWindow>,
): void {
  const truth = new Map(instance.world.live().map((conversation) => [conversation.id, conversation]));
  const shown = new Map([...rows.rows].map(([id, { seenAt: _seenAt, ...conversation }]) => [id, conversation]));
  for (const [id, conversation] of shown) if (conversation.ended) shown.delete(id);
  expect(shown).toEqual(truth);
  for (const [id, window] of watched) {
    const real = instance.world.get(id);
    expect(window.gone).toBe(real === undefined);
    if (real === undefined) continue;
    expect(window.ordered()).toEqual(real.messages);
    expect(byIndex([...window.calls.values()])).toEqual(real.functionCalls);
    expect(byIndex([...window.steps.values()])).toEqual(real.transitions);
    const { seenAt: _seenAt, ...conversation } = window.conversation ?? { seenAt: 0 };
    expect(conversation).toEqual(real.conversation);
  }
}

function byIndex<T extends { readonly index?: number }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
}
