import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderConsole } from '../../../testing/render-console.tsx';
import { places } from '../../app/places.ts';

const lineOf = (action: string) => {
  const line = screen.getByText(action, { selector: 'li > span' }).closest('li');
  if (line === null) throw new Error(`no line for ${action}`);
  return within(line);
};

it('gives an action other keys, which work at once and everywhere are told', async () => {
  const { fake, router, user } = renderConsole({}, '/keys');
  await user.click(await screen.findByRole('button', { name: 'Change the keys of “Open Alerts”' }));
  await user.keyboard('{F8}');
  await waitFor(() => expect(fake.state.preferences.shortcuts).toEqual({ 'go:/alerts': 'F8' }));
  expect(lineOf('Open Alerts').getByText('F8')).toBeTruthy();
  // The digit that opens it without being given others.
  await user.keyboard(String(places.findIndex(({ to }) => to === '/alerts') + 1));
  expect(router.state.location.pathname).toBe('/keys');
  await user.keyboard('{F8}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/alerts'));
});

it('says whose keys they are, and takes them only when asked to', async () => {
  const { fake, user } = renderConsole({}, '/keys');
  await user.click(await screen.findByRole('button', { name: 'Change the keys of “Take over the conversation”' }));
  await user.keyboard('r');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('R belongs to “Write in the reply field”.');
  expect(fake.state.preferences.shortcuts).toEqual({});
  await user.click(within(alert).getByRole('button', { name: 'Take them from it' }));
  await waitFor(() =>
    expect(fake.state.preferences.shortcuts).toEqual({ 'conversation.takeOver': 'R', 'conversation.reply': '' }),
  );
  expect(lineOf('Write in the reply field').getByText('no keys')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Reset the keys of “Write in the reply field” to R' }));
  await waitFor(() => expect(fake.state.preferences.shortcuts).toEqual({ 'conversation.takeOver': 'R' }));
});

it('refuses keys of fields and the system, takes keys away, and leaves by Esc', async () => {
  const { fake, user } = renderConsole({}, '/keys');
  const change = 'Change the keys of “Find”';
  await user.click(await screen.findByRole('button', { name: change }));
  await user.keyboard('{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('Enter belongs to rows, fields or the system.');
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: change }));
  await user.keyboard('{Backspace}');
  await waitFor(() => expect(fake.state.preferences.shortcuts).toEqual({ 'list.find': '' }));
  await user.click(screen.getByRole('button', { name: 'Reset all' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Reset all' }));
  await waitFor(() => expect(fake.state.preferences.shortcuts).toEqual({}));
});

it('finds actions by their words and by their keys, and prints', async () => {
  let printed = 0;
  window.print = () => {
    printed += 1;
  };
  const { user } = renderConsole({}, '/keys');
  await user.type(await screen.findByRole('searchbox', { name: 'Find an action or a key' }), 'ctrl j');
  await waitFor(() => expect(screen.getAllByRole('listitem').filter((one) => one.closest('main'))).toHaveLength(1));
  expect(screen.getByText('Insert a canned reply')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Print…' }));
  expect(printed).toBe(1);
});
