import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { inLiveWindow, open, openRow, shownIds } from '../../testing/live-console.ts';

inLiveWindow();
type User = ReturnType<typeof open>['user'];

async function palette(user: User) {
  await user.keyboard('{Control>}k{/Control}');
  return await screen.findByRole('combobox', { name: 'Search or run a command' });
}
const run = async (user: User, text: string) => user.type(await palette(user), `${text}{Enter}`);
const options = () => screen.getAllByRole('option').map((option) => option.textContent ?? '');

describe('the palette', () => {
  it('offers what the view, the open conversation and the window can do, with keys and reasons', async () => {
    const { user } = open({}, openRow('c-worst'));
    await screen.findByTestId('action-bar');
    await palette(user);
    const offered = options();
    for (const label of ['Take over the conversation', 'Export as CSV', 'Sort by Risk', 'Risk ≥ High', 'Open Journal'])
      expect(offered.filter((option) => option.includes(label))).toHaveLength(1);
    expect(offered).toContain('Take over the conversationT');
    const send = screen.getByRole('option', { name: /Hand the conversation back/ });
    expect(send.getAttribute('aria-disabled')).toBe('true');
    expect(send.textContent).toContain('The AI agent has it.');
  });

  it('acts on the row that had the focus when it was opened', async () => {
    const { user } = open();
    await waitFor(() => expect(shownIds()).toHaveLength(3));
    const last = shownIds()[2] ?? '';
    act(() =>
      screen
        .getAllByRole('row')
        .find((row) => row.dataset['row'] === last)
        ?.focus(),
    );
    await run(user, 'pin the row');
    await waitFor(() => expect(shownIds()[0]).toBe(last));
  });

  it('is gone when Enter returns, and with it what kept the focus out of the page: the next key is not lost', async () => {
    const { user } = open();
    await waitFor(() => expect(shownIds()).toHaveLength(3));
    await user.type(await palette(user), 'risk critical');
    const field = screen.getByRole('combobox', { name: 'Search or run a command' });
    // `inert` in a browser: nothing in it takes the focus.
    const shut = () => document.querySelector('[aria-hidden="true"] [role="grid"], [inert] [role="grid"]');
    await waitFor(() => expect(shut()).not.toBeNull());
    // As in the running console, where nothing hurries React on.
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
    try {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      expect(field.isConnected).toBe(false);
      expect(shut()).toBeNull();
    } finally {
      Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    }
    await waitFor(() => expect(shownIds()).toEqual(['c-worst']));
  });

  it('filters, sorts and finds', async () => {
    const { user } = open();
    await waitFor(() => expect(shownIds()).toHaveLength(3));
    await run(user, 'risk critical');
    await waitFor(() => expect(shownIds()).toEqual(['c-worst']));
    await run(user, 'clear the filters');
    await waitFor(() => expect(shownIds()).toHaveLength(3));
    await run(user, 'find');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Find' })));
  });

  it('takes over and asks before it completes', async () => {
    const { fake, user } = open({}, openRow('c-worst'));
    await screen.findByTestId('action-bar');
    await run(user, 'take over the');
    await waitFor(() => expect(fake.calls.some(({ name }) => name === 'conversations.takeOver')).toBe(true));
    await screen.findByRole('textbox', { name: 'Reply to the customer' });
    await run(user, 'complete the conv');
    const question = await screen.findByRole('alertdialog', { name: 'Complete the conversation?' });
    expect(within(question).getByRole('button', { name: 'Complete conversation' })).toBeTruthy();
  });

  it('lists the keys of the view', async () => {
    const { user } = open();
    await waitFor(() => expect(shownIds()).toHaveLength(3));
    await user.keyboard('?');
    const dialog = within(await screen.findByRole('dialog', { name: 'Keys of this view' }));
    expect(dialog.getByText('Pin the row to the top, or let it go')).toBeTruthy();
    expect(dialog.queryByText('Take over the conversation')).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Change or print keys…' }));
    await screen.findByRole('heading', { name: 'Keys', level: 1 });
  });

  it('keys say why nothing happens when an action cannot be done now', async () => {
    const { fake, user } = open({}, openRow('c-waits'));
    await screen.findByTestId('action-bar');
    await user.keyboard('t');
    await screen.findByText('It waits in a queue; a person takes it from the inbox.', { selector: '[aria-live]' });
    expect(fake.calls.some(({ name }) => name === 'conversations.takeOver')).toBe(false);
  });
});
