import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { inLiveWindow } from '../../../../testing/live-console.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';

inLiveWindow();

const marked = () => document.querySelector('[data-asked]')?.textContent;

it('finds within a transcript, in turn and back, and jumps to where the customer is unhappy', async () => {
  const { user } = renderConsole({}, '/conversations/c-9002');
  const reader = within(await screen.findByRole('region', { name: 'Conversation' }));
  await reader.findByText('This is unacceptable.');
  await user.keyboard('{Control>}f{/Control}');
  const find = reader.getByRole('textbox', { name: 'Find in this transcript' });
  await user.type(find, 'is');
  expect(reader.getByText('0/2')).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(reader.getByText('1/2')).toBeTruthy();
  expect(marked()).toContain('There is a charge');
  await user.keyboard('{Enter}');
  expect(marked()).toContain('This is unacceptable');
  await user.keyboard('{Shift>}{Enter}{/Shift}');
  expect(marked()).toContain('There is a charge');
  await user.click(reader.getByRole('button', { name: /^Next place where the customer sounds unhappy \(1\)/ }));
  expect(marked()).toContain('This is unacceptable');
});

it('goes to the next and the previous conversation by keyboard, and closes with Esc', async () => {
  const { router, user } = renderConsole({}, '/conversations');
  const row = await screen.findByRole('row', { name: /^c-9002/ });
  await user.click(row);
  const at = (id: string | undefined) =>
    waitFor(() =>
      expect(router.state.location.pathname).toBe(id === undefined ? '/conversations' : `/conversations/${id}`),
    );
  await at('c-9002');
  await user.keyboard('j');
  await at('c-9003');
  await user.keyboard('kk');
  await at('c-9001');
  await user.keyboard('{Escape}');
  await at(undefined);
});
