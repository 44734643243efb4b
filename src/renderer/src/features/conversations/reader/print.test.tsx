import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import * as states from '../../../../testing/fake-states.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';

const paper = () => document.querySelector<HTMLElement>('body > .print-sheet');

it('puts a transcript on paper whole, masked as it is shown, for as long as it takes', async () => {
  let saved: (value: { readonly ok: true; readonly value: boolean }) => void = () => undefined;
  const { user } = renderConsole({}, '/conversations/c-9001', (fake) => {
    fake.api.app.savePdf = () => new Promise((done) => (saved = done));
  });
  const button = await screen.findByRole('button', { name: 'Save as PDF…' });
  expect(paper()).toBeNull();
  await user.click(button);
  const sheet = await waitFor(() => {
    const found = paper();
    if (found === null) throw new Error('nothing is put on paper');
    return found;
  });
  expect(within(sheet).getByRole('heading', { level: 1 }).textContent).toMatch(/^Conversation /);
  expect(within(sheet).getAllByRole('rowheader').length).toBeGreaterThan(1);
  // The head of a table is what paper repeats where a conversation goes on to another page.
  expect(sheet.querySelector('thead')?.textContent).toContain('Conversation c-9001');
  expect(sheet.textContent).not.toMatch(/\d{3}[ .-]\d{3}[ .-]\d{4}/);
  saved({ ok: true, value: true });
  await waitFor(() => expect(paper()).toBeNull());
});

it('forgets what was read and looked for when the session ends', async () => {
  const { fake, user } = renderConsole({}, '/conversations');
  const search = await screen.findByRole('combobox', { name: 'Search conversations' });
  await user.type(search, 'cancel my{Enter}');
  await user.click(screen.getByRole('button', { name: 'Searches' }));
  expect(await screen.findByRole('menuitem', { name: /cancel my/ })).toBeTruthy();
  fake.setSession(states.signedOut);
  await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Search conversations' })).toBeNull());
  fake.setSession(states.signedIn);
  await screen.findByRole('combobox', { name: 'Search conversations' });
  await user.click(screen.getByRole('button', { name: 'Searches' }));
  await screen.findByRole('menuitem', { name: /Keep|Save/ });
  expect(screen.queryByRole('menuitem', { name: /cancel my/ })).toBeNull();
});
