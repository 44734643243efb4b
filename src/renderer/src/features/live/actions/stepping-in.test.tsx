import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../../testing/fake-envelopes.ts';
import * as states from '../../../../testing/fake-states.ts';
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

  it('takes the focus from nobody who went elsewhere while a command was on its way', async () => {
    const mine = aRow({ id: 'c-mine', seenAt: now, handler: { kind: 'human', userId: 'user-1', name: 'Alex Roy' } });
    const { fake, user } = open({ rows: rowsById([mine]) }, openRow('c-mine'));
    const { reply } = fake.api.conversations;
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((done) => {
      answer = done;
    });
    fake.api.conversations.reply = async (input) => {
      await asked;
      return reply(input);
    };
    const field = await screen.findByRole('textbox', { name: 'Reply to the customer' });
    await user.type(field, 'Good evening{Enter}');
    await user.keyboard('{Escape}');
    expect(document.activeElement).not.toBe(field);
    answer();
    // Cleared in the same step in which the focus used to come back.
    await waitFor(() => expect(field).toHaveProperty('value', ''));
    await act(async () => undefined);
    expect(document.activeElement).not.toBe(field);
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

  it('counts since when somebody has it by the instance’s clock, not by this computer’s', async () => {
    const skew = 300_000;
    const dana = { kind: 'human', userId: 'dana', name: 'Dana Fox', since: Date.now() + skew - 130_000 } as const;
    const { fake, user } = open(
      {
        hub: { ...states.liveHub('northwind', now), clockSkew: skew },
        rows: rowsById([aRow({ id: 'c-1', seenAt: now })]),
      },
      openRow('c-1'),
    );
    fake.api.conversations.takeOver = async () =>
      ok({
        outcome: 'refused',
        differences: [],
        failure: { code: 'conflict', message: '', detail: { takenBy: { name: 'Dana Fox', at: dana.since } } },
      });
    await user.click(await screen.findByRole('button', { name: /^Take over/ }));
    expect((await screen.findByTestId('outcome')).textContent).toMatch(/Dana Fox took it 2\smin ago\./);
    act(() => fake.upsert([aRow({ id: 'c-1', seenAt: now, revision: 9, handler: dana })]));
    await waitFor(() =>
      expect(screen.getByTestId('running-line').textContent).toMatch(/Dana Fox has it\. For 2\smin\./),
    );
  });

  it('keeps what was typed when the conversation ends, to be copied or discarded', async () => {
    const mine = aRow({ id: 'c-mine', seenAt: now, handler: { kind: 'human', userId: 'user-1', name: 'Alex Roy' } });
    const { fake, user } = open({ rows: rowsById([mine]) }, openRow('c-mine'));
    await user.type(await screen.findByRole('textbox', { name: 'Reply to the customer' }), 'half a thought');
    act(() => fake.upsert([{ ...mine, revision: 5, ended: true, status: 'abandoned' }]));
    const kept = within(await screen.findByRole('region', { name: 'Typed and not sent' }));
    await user.click(kept.getByRole('button', { name: 'Copy the text' }));
    expect(fake.calls).toContainEqual({ name: 'app.copyText', input: { text: 'half a thought' } });
    await user.click(kept.getByRole('button', { name: 'Discard it' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Typed and not sent' })).toBeNull());
  });

  it('lets no reply cross a message that the AI agent is still writing, unless asked to', async () => {
    const mine = aRow({
      id: 'c-mine',
      seenAt: now,
      aiState: 'composing',
      handler: { kind: 'human', userId: 'user-1', name: 'Alex Roy' },
    });
    const { fake, user } = open({ rows: rowsById([mine]) }, openRow('c-mine'));
    const field = await screen.findByRole('textbox', { name: 'Reply to the customer' });
    await user.type(field, 'Hello{Enter}');
    expect(field).toHaveProperty('value', 'Hello');
    expect(screen.getByText(/a reply now would cross it/, { selector: '[role=status]' })).toBeTruthy();
    const replies = () => fake.calls.filter(({ name }) => name === 'conversations.reply').length;
    expect(replies()).toBe(0);
    act(() => fake.upsert([{ ...mine, revision: 5, aiState: 'paused' }]));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Send anyway' })).toBeNull());
    await user.type(field, '{Enter}');
    await waitFor(() => expect(replies()).toBe(1));
    act(() => fake.upsert([{ ...mine, revision: 9 }]));
    await user.type(field, 'Again');
    await user.click(await screen.findByRole('button', { name: 'Send anyway' }));
    await waitFor(() => expect(replies()).toBe(2));
  });

  it('leads to the web app for what a call offers only there', async () => {
    const voice = aRow({ id: 'c-voice', seenAt: now, platform: 'voice' });
    const { fake, user } = open({ rows: rowsById([voice]) }, openRow('c-voice'));
    const listen = await screen.findByRole('button', { name: 'Listen in' });
    expect(listen.getAttribute('aria-disabled')).toBe('true');
    const line = within(await screen.findByTestId('unavailable'));
    expect(line.getByText('Not offered by this instance’s API: listen in.')).toBeTruthy();
    await user.click(line.getByRole('button', { name: 'Open the web app' }));
    expect(fake.calls).toContainEqual({ name: 'app.openWebApp', input: undefined });
  });
});
