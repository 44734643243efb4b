import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../../testing/fake-envelopes.ts';
import { detail, inLiveWindow, now, open, openRow, rowsById, shownIds } from '../../../../testing/live-console.ts';
import { aRow } from '../model/fake-row.ts';

inLiveWindow();

describe('stepping in', () => {
  it('takes over by key, replies, and clears the text only once it was sent', async () => {
    const { fake, user } = open({}, openRow('c-worst'));
    await screen.findByTestId('action-bar');
    await user.keyboard('t');
    const field = await screen.findByRole('textbox', { name: 'Reply to the customer' });
    expect(fake.calls.find(({ name }) => name === 'conversations.takeOver')?.input).toMatchObject({
      id: 'c-worst',
      expected: { status: 'in_progress', handlerKind: 'ai' },
    });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('Good evening{Enter}');
    await screen.findByText('Good evening', { selector: 'p' });
    await waitFor(() => expect(field).toHaveProperty('value', ''));
    expect(fake.calls.filter(({ name }) => name === 'conversations.reply')).toHaveLength(1);
  });

  it('names who was first, and keeps the typed text', async () => {
    const draft = new Map([['northwind/c-worst', 'I am on my way']]);
    const { fake, user } = open({ drafts: draft }, openRow('c-worst'));
    fake.api.conversations.takeOver = async () =>
      ok({
        outcome: 'refused',
        differences: [],
        failure: {
          code: 'conflict',
          message: '409',
          detail: { takenBy: { name: 'Dana Fox', at: Date.now() - 12.5 * 60_000 } },
        },
      });
    await screen.findByDisplayValue('I am on my way');
    await user.click(detail().getByRole('button', { name: /^Take over/ }));
    const notice = await screen.findByTestId('outcome');
    expect(notice.textContent).toMatch(/Dana Fox took it 12\smin ago\./);
    expect(screen.getByDisplayValue('I am on my way')).toBeTruthy();
  });

  it('shows what changed before it acts on something else', async () => {
    const { fake, user } = open({}, openRow('c-worst'));
    fake.api.conversations.takeOver = async () =>
      ok({
        outcome: 'refused',
        failure: { code: 'stale', message: 'changed' },
        differences: [
          { field: 'status', before: 'in_progress', now: 'queued' },
          { field: 'handler', before: 'ai', now: 'queue' },
        ],
      });
    await user.click(await screen.findByRole('button', { name: /^Take over/ }));
    const notice = await screen.findByTestId('outcome');
    expect(notice.textContent).toContain('Status: In progress → Queued');
    expect(notice.textContent).toContain('Handled by: AI agent → Queued');
  });

  it('keeps the text of a reply whose outcome is unknown, until the conversation shows it', async () => {
    const mine = aRow({ id: 'c-mine', seenAt: now, handler: { kind: 'human', userId: 'user-1', name: 'Alex Roy' } });
    const { fake, user } = open({ rows: rowsById([mine]) }, openRow('c-mine'));
    let sent = '';
    fake.api.conversations.reply = async ({ clientMessageId }) => {
      sent = clientMessageId;
      return ok({ outcome: 'unknown', failure: { code: 'unknown-outcome', message: 'lost' } });
    };
    const field = await screen.findByRole('textbox', { name: 'Reply to the customer' });
    await user.type(field, 'Are you there?{Enter}');
    const notice = await screen.findByTestId('outcome');
    expect(notice.textContent).toContain('It is not known whether your reply arrived');
    expect(field).toHaveProperty('value', 'Are you there?');
    await user.click(within(notice).getByRole('button', { name: 'Check again' }));
    await screen.findByText(/Read again just now/);
    act(() => fake.say('c-mine', { id: 'm', index: 99, role: 'csr', text: 'Are you there?', clientMessageId: sent }));
    await waitFor(() => expect(screen.queryByTestId('outcome')).toBeNull());
    expect(field).toHaveProperty('value', '');
  });

  it('keeps a draft through closing and opening', async () => {
    const mine = aRow({ id: 'c-mine', seenAt: now, handler: { kind: 'human', userId: 'user-1', name: 'Alex Roy' } });
    const { fake, user } = open({ rows: rowsById([mine]) }, openRow('c-mine'));
    await user.type(await screen.findByRole('textbox', { name: 'Reply to the customer' }), 'half a thou');
    await user.click(screen.getByRole('button', { name: 'Close the conversation' }));
    await waitFor(() => expect(fake.state.drafts.get('northwind/c-mine')).toBe('half a thou'));
    await user.click(screen.getAllByRole('row')[1] ?? document.body);
    await screen.findByDisplayValue('half a thou');
  });

  it('says what completing does before it does it', async () => {
    const mine = aRow({ id: 'c-mine', seenAt: now, handler: { kind: 'human', userId: 'user-1', name: 'Alex Roy' } });
    const { fake, user } = open({ rows: rowsById([mine]) }, openRow('c-mine'));
    await user.click(await screen.findByRole('button', { name: 'Complete…' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('ends for the customer and cannot be resumed. It is held for 8 s first');
    expect(fake.calls.some(({ name }) => name === 'conversations.complete')).toBe(false);
    await user.click(within(dialog).getByRole('button', { name: 'Complete conversation' }));
    await waitFor(() =>
      expect(screen.getByTestId('running-line').textContent).toContain('The conversation has ended.'),
    );
  });

  it('transfers to a contact found by its name', async () => {
    const { fake, user } = open({}, openRow('c-worst'));
    await user.click(await screen.findByRole('button', { name: 'Transfer…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(await dialog.findByRole('textbox', { name: 'Find a contact' }), 'field');
    await user.click(await dialog.findByRole('radio', { name: /Field dispatch/ }));
    await user.click(dialog.getByRole('button', { name: 'Transfer to Field dispatch' }));
    await waitFor(() =>
      expect(fake.calls.find(({ name }) => name === 'conversations.transfer')?.input).toMatchObject({
        id: 'c-worst',
        internalContactId: 'ic-2',
      }),
    );
  });

  it('disables what the instance does not offer, with the reason', async () => {
    const { fake, user } = open();
    fake.state.report = {
      ...fake.state.report,
      operations: fake.state.report.operations.map((binding) =>
        binding.operation === 'conversations.takeOver' ? { ...binding, bound: false } : binding,
      ),
    };
    await screen.findByRole('grid');
    await waitFor(() => expect(shownIds()).toHaveLength(3));
    await user.click(screen.getAllByRole('row')[1] ?? document.body);
    await waitFor(() =>
      expect(screen.getByTestId('running-line').textContent).toContain('Not offered by this instance.'),
    );
  });
});
