import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failed, ok } from '../../../../testing/fake-envelopes.ts';
import type { FakeBridge } from '../../../../testing/fake-types.ts';
import { shownIds } from '../../../../testing/live-console.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';
import { giveElementsSize } from '../../../table/sized-elements.ts';

// High enough for every row to be drawn.
let restore: () => void;
beforeEach(() => {
  restore = giveElementsSize({ width: 1200, height: 2_000 });
});
afterEach(() => restore());

const PAGE = 15;
type Search = FakeBridge['api']['archive']['search'];

/**
 * The list of an archive that gives 15 a page.
 * @param refuse what it says to a mark; undefined: the page.
 * @param heldBack conversations that are not there (yet).
 */
async function paging(
  refuse: (next: string) => ReturnType<typeof failed> | undefined,
  heldBack: readonly string[] = [],
) {
  const asked: Parameters<Search>[0][] = [];
  let held = heldBack;
  const { user } = renderConsole({}, '/conversations', ({ api: { archive } }) => {
    const { search } = archive;
    archive.search = async (input) => {
      const { next, behind, ...rest } = input;
      const all = await search({ ...rest, limit: 200 });
      if (!all.ok || input.limit === 1) return all;
      asked.push(input);
      const refusal = next === undefined ? undefined : refuse(next);
      if (refusal !== undefined) return refusal;
      const items = all.value.items.filter(({ conversation }) => !held.includes(conversation.id));
      const from = behind === undefined ? Number(next ?? 0) : placeBehind(items, behind);
      const page = { items: items.slice(from, from + PAGE), total: items.length, totalIsExact: true };
      return ok(from + PAGE < items.length ? { ...page, next: String(from + PAGE) } : page);
    };
  });
  await waitFor(() => expect(shownIds()).not.toEqual([]));
  const scroller = screen.getByRole('grid', { name: 'Conversations' }).parentElement ?? document.body;
  const scroll = () => fireEvent.scroll(scroller, { target: { scrollTop: 100 } });
  return { user, asked, scroll, hold: (...ids: readonly string[]) => (held = ids) };
}

function placeBehind(items: readonly { readonly conversation: { readonly id: string } }[], ids: readonly string[]) {
  return items.findLastIndex(({ conversation }) => ids.includes(conversation.id)) + 1;
}

it('says that the place was lost, keeps what was read, and goes on from there with one press', async () => {
  let restarted = true;
  const { user, asked, scroll } = await paging(() =>
    restarted ? failed('not-found', { reason: 'cursor-expired' }) : undefined,
  );
  scroll();
  const panel = await screen.findByRole('alert');
  expect(panel.textContent).toContain('The instance no longer knows where the list ended');
  expect(shownIds()).toContain('c-9000');
  scroll();
  scroll();
  expect(asked).toHaveLength(2);

  restarted = false;
  await user.click(within(panel).getByRole('button', { name: 'Go on from here' }));
  await waitFor(() => expect(shownIds()).toContain('c-9016'));
  expect(asked.at(-1)).toMatchObject({ behind: expect.arrayContaining(['c-9000', 'c-9014']) });
  expect(screen.queryByRole('alert')).toBeNull();
  scroll();
  await waitFor(() => expect(shownIds()).toContain('c-9031'));
  expect(asked.at(-1)).toMatchObject({ next: '30' });
});

it('passes over pages that bring nothing new, since so many came in front', async () => {
  const fresh = Array.from({ length: 15 }, (_, nth) => `c-9${String(nth).padStart(3, '0')}`);
  const { asked, scroll, hold } = await paging(() => undefined, fresh);
  hold();
  scroll();
  await waitFor(() => expect(shownIds()).toContain('c-9034'));
  expect(asked.slice(1).map(({ next }) => next)).toEqual(['15', '30']);
  expect(new Set(shownIds()).size).toBe(shownIds().length);
});

it('asks again for a page that failed for another reason, from the same mark', async () => {
  let failing = true;
  const { user, asked, scroll } = await paging(() => (failing ? failed('unavailable') : undefined));
  scroll();
  const panel = await screen.findByRole('alert');
  failing = false;
  await user.click(within(panel).getByRole('button', { name: 'Go on from here' }));
  await waitFor(() => expect(shownIds()).toContain('c-9016'));
  expect(asked.at(-1)).toMatchObject({ next: '15' });
});

it('shows each conversation once, and keeps what is shown, when results move between pages', async () => {
  const { scroll, hold } = await paging(() => undefined, ['c-9000', 'c-9001', 'c-9002']);
  // Three came in front and one that is shown vanished: the next page begins two earlier than the last one ended.
  hold('c-9010');
  scroll();
  await waitFor(() => expect(shownIds()).toContain('c-9030'));
  const ids = shownIds();
  expect(ids).toEqual(Array.from({ length: 28 }, (_, nth) => `c-9${String(nth + 3).padStart(3, '0')}`));
});
