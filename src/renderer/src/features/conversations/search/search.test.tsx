import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ok } from '../../../../testing/fake-envelopes.ts';
import { inLiveWindow } from '../../../../testing/live-console.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';

inLiveWindow();

const field = async () => {
  const found = await screen.findByRole('combobox', { name: 'Search conversations' });
  if (!(found instanceof HTMLInputElement)) throw new Error('no field');
  return found;
};
const selection = ({ value, selectionStart, selectionEnd }: HTMLInputElement) =>
  value.slice(selectionStart ?? 0, selectionEnd ?? 0);

it('says what it does not understand of a search, and leads to each place', async () => {
  const { user } = renderConsole({}, '/conversations');
  const search = await field();
  await user.type(search, 'power colour:red after:2026-02-30 before:today[[Mars/Base] "never{Enter}');
  const told = within(await screen.findByRole('alert')).getAllByRole('button');
  expect(told.map((one) => one.textContent)).toEqual([
    'colour:red “colour:” is not a field; to look for the text, put it in quotes.',
    'after:2026-02-30 “2026-02-30” is not a time; write it as 2026-11-01, 2026-11-01T14:05, today or 7d.',
    'before:today[Mars/Base] “Mars/Base” is not a time zone; write it as America/Toronto or UTC.',
    '"never A quote is not closed: it runs to the end.',
  ]);
  const [first, , third] = told;
  if (first === undefined || third === undefined) throw new Error('nothing is told');
  await user.click(third);
  expect(document.activeElement).toBe(search);
  expect(selection(search)).toBe('before:today[Mars/Base]');
  // It is found again where it moved, and the field has the focus where it is gone.
  await user.type(search, 'really ', { initialSelectionStart: 0, initialSelectionEnd: 0 });
  await user.click(third);
  expect(selection(search)).toBe('before:today[Mars/Base]');
  await user.clear(search);
  await user.click(first);
  expect(document.activeElement).toBe(search);
});

it('shows what it has no word for as the instance writes it, completes it and filters by it', async () => {
  const { fake, user } = renderConsole({}, '/conversations', ({ api: { archive } }) => {
    const { search } = archive;
    archive.search = async (input) => {
      const answer = await search(input);
      if (!answer.ok) return answer;
      const [hit, ...others] = answer.value.items;
      if (hit === undefined) return answer;
      const odd = { ...hit.conversation, id: 'c-odd', status: 'Zendesk Queue', platform: 'carrier-pigeon' };
      return ok({ ...answer.value, items: [{ ...hit, conversation: odd }, ...others] });
    };
  });
  const row = within(await screen.findByRole('row', { name: /^c-odd/ }));
  expect(row.getByText('Zendesk Queue')).toBeTruthy();
  expect(row.getByText(/carrier-pigeon/i)).toBeTruthy();

  const search = await field();
  await user.type(search, 'platform:carr');
  await user.click(await screen.findByRole('option', { name: 'platform:carrier-pigeon' }));
  await user.type(search, 'status:Zen');
  await user.click(await screen.findByRole('option', { name: 'status:"Zendesk Queue"' }));
  await user.type(search, '{Enter}');
  await waitFor(() =>
    expect(fake.calls.findLast(({ name }) => name === 'archive.search')?.input).toMatchObject({
      filter: { status: ['Zendesk Queue'], platform: ['carrier-pigeon'] },
    }),
  );
  expect(screen.queryByRole('alert')).toBeNull();
});

it('copies a link to the search, and comes back to it by its address in its tenant', async () => {
  const { fake, router, user } = renderConsole({}, '/conversations');
  await user.type(await field(), 'risk:high "cancel my"{Enter}');
  await user.click(screen.getByRole('button', { name: 'Searches' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Copy a link to this search' }));
  await waitFor(() =>
    expect(fake.calls).toContainEqual({
      name: 'app.copyText',
      input: { text: 'dialai://northwind/conversations?q=risk%3Ahigh%20%22cancel%20my%22' },
    }),
  );
  await router.navigate({ to: '/search/$tenant', params: { tenant: 'northwind' }, search: { q: 'flagged:yes' } });
  await waitFor(async () => expect((await field()).value).toBe('flagged:yes'));
  expect(router.state.location.pathname).toBe('/conversations');
  await router.navigate({ to: '/search/$tenant', params: { tenant: 'elsewhere' }, search: {} });
  expect(await screen.findByText(/“elsewhere” is not among/)).toBeTruthy();
});
