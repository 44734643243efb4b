import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationRow } from '../../../../shared/models/conversation.ts';
import { failed, ok } from '../../../testing/fake-envelopes.ts';
import type { FakeState } from '../../../testing/fake-types.ts';
import { renderConsole } from '../../../testing/render-console.tsx';
import { giveElementsSize } from '../../table/sized-elements.ts';
import { aRow } from './model/fake-row.ts';
import { forgetViews } from './model/kept-view.ts';
import { renderLiveView } from './render-live-view.tsx';

const now = Date.now();
const critical: Partial<ConversationRow> = { risk: { level: 4, label: 'critical' } };
const rows = [
  aRow({ id: 'c-calm', startedAt: now - 60_000, seenAt: now, contact: { display: '+1 416 555 0101' } }),
  aRow({ id: 'c-worst', startedAt: now - 90_000, seenAt: now, ...critical }),
  aRow({ id: 'c-waits', seenAt: now, status: 'queued', handler: { kind: 'queue' }, queue: { skills: ['Billing'] } }),
];
const rowsById = (list: readonly ConversationRow[]) => new Map(list.map((row) => [row.id, row]));

let restore: () => void;
beforeEach(() => {
  restore = giveElementsSize({ width: 1200, height: 600 });
});
afterEach(() => {
  restore();
  forgetViews();
});

function open(start: Partial<FakeState> = {}, place = '/live') {
  return renderConsole({ rows: rowsById(rows), ...start }, place);
}
const openRow = (id: string) => `/live/northwind/${id}`;
const shownIds = () => screen.getAllByRole('row').flatMap((row) => row.dataset['row'] ?? []);
const detail = () => within(screen.getByTestId('detail'));

describe('the list', () => {
  it('shows conversations worst first, with counts and masked numbers', async () => {
    open();
    await screen.findByRole('grid', { name: 'Live View' });
    await waitFor(() => expect(shownIds()).toEqual(['c-worst', 'c-waits', 'c-calm']));
    expect(screen.getByTestId('live-counts').textContent).toBe('3 in progress·1 waiting for a person·1 critical');
    expect(screen.getByText('+1 ••• ••• 0101')).toBeTruthy();
    expect(document.body.textContent).not.toContain('416 555');
    expect(screen.getByText('Queued · Billing')).toBeTruthy();
  });

  it('filters by text from the keyboard and offers to clear what hides all', async () => {
    const { user } = open();
    await screen.findByRole('grid');
    await user.keyboard('/');
    await user.keyboard('calm');
    await waitFor(() => expect(shownIds()).toEqual(['c-calm']));
    await user.keyboard('zzz');
    await screen.findByText('There are 3 conversations in progress; the filters hide them all.');
    await user.click(
      within(screen.getByRole('grid').parentElement ?? document.body).getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(shownIds()).toHaveLength(3));
  });

  it('keeps filter and order while the operator looks elsewhere', async () => {
    const { user, router } = open();
    await screen.findByRole('grid');
    await user.keyboard('/calm');
    await user.click(screen.getByRole('button', { name: 'Duration' }));
    await waitFor(() => expect(shownIds()).toEqual(['c-calm']));
    await act(() => router.navigate({ to: '/preferences' }));
    await act(() => router.navigate({ to: '/live' }));
    await waitFor(() => expect(shownIds()).toEqual(['c-calm']));
    expect(screen.getByRole('columnheader', { name: 'Duration' }).getAttribute('aria-sort')).toBe('descending');
    expect(screen.getByRole('button', { name: 'Worst first' }).getAttribute('aria-pressed')).toBe('false');
  });

  it('follows events, and says when all is quiet', async () => {
    const { fake } = open();
    await screen.findByRole('grid');
    act(() =>
      fake.upsert([aRow({ id: 'c-calm', revision: 2, seenAt: now + 1, ...critical, startedAt: now - 95_000 })]),
    );
    await waitFor(() => expect(shownIds()).toEqual(['c-calm', 'c-worst', 'c-waits']));
    act(() => fake.remove(['c-calm', 'c-worst', 'c-waits']));
    await screen.findByText('All quiet');
  });

  it('says since when it is not live and lets the operator ask now', async () => {
    const { fake, user } = open();
    await screen.findByRole('grid');
    act(() =>
      fake.setHub({ state: 'reconnecting', since: now - 40_000, lastHeardAt: now - 41_000, retryAt: now + 60_000 }),
    );
    const banner = await screen.findByTestId('stale-banner');
    expect(banner.textContent).toMatch(/Not live since .*You see the state of 4\d\ss ago\. Trying again in \d+ s\./);
    await user.click(within(banner).getByRole('button', { name: 'Retry now' }));
    expect(fake.calls).toContainEqual({ name: 'live.refresh', input: { tenant: 'northwind' } });
  });

  it('names the missing permission, and the missing operation with the way to the report', async () => {
    const first = open();
    await screen.findByRole('grid');
    first.unmount();
    const { fake, router, user } = open({ rows: new Map() });
    act(() => {
      fake.api.live.rows = (_input, on) => {
        on(failed('forbidden', { requiredScope: 'conversations:read' }));
        return () => undefined;
      };
    });
    await act(() => router.navigate({ to: '/preferences' }));
    await act(() => router.navigate({ to: '/live' }));
    await screen.findByText(/lacks the permission “conversations:read”/);
    fake.api.live.rows = (_input, on) => {
      on(failed('unavailable', { operation: 'conversations.live' }));
      return () => undefined;
    };
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await user.click(await screen.findByRole('button', { name: 'Open the binding report' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/api'));
  });
});

describe('the open conversation', () => {
  it('opens by Enter, closes by Escape and gives the focus back, the list standing still', async () => {
    renderLiveView({ rows: rowsById(rows) });
    const list = await screen.findByRole('grid');
    await waitFor(() => expect(shownIds()).toHaveLength(3));
    act(() => screen.getAllByRole('row')[1]?.focus());
    await userEvent.keyboard('{ArrowDown}{Enter}');
    const panel = await screen.findByTestId('detail');
    expect(within(panel).getByRole('heading', { level: 2 })).toBeTruthy();
    expect(document.activeElement).toBe(panel);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByTestId('detail')).toBeNull());
    expect(document.activeElement?.getAttribute('data-row')).toBe('c-waits');
    expect(screen.getByRole('grid')).toBe(list);
  });

  it('tells why a waiting one cannot be taken, and hides no contact field unasked', async () => {
    const { user } = open({}, openRow('c-waits'));
    await screen.findByTestId('action-bar');
    expect(screen.getByTestId('running-line').textContent).toContain('It waits in a queue');
    expect(detail().getByRole('button', { name: 'Take over' }).getAttribute('aria-disabled')).toBe('true');
    expect(detail().getByRole('heading', { level: 2 }).textContent).toBe('+1 ••• ••• 0141');
    await user.click(detail().getByRole('button', { name: 'Show the contact' }));
    expect(detail().getByRole('heading', { level: 2 }).textContent).toBe('+1 416 555 0141');
  });

  it('says what the customer wrote as plain text', async () => {
    const { fake } = open({}, openRow('c-worst'));
    await screen.findByTestId('action-bar');
    act(() =>
      fake.say('c-worst', {
        id: 'x',
        index: 900,
        role: 'customer',
        text: '<img src=x onerror=alert(1)> http://evil.example',
      }),
    );
    const text = await screen.findByText('<img src=x onerror=alert(1)> http://evil.example');
    expect(text.querySelector('img, a')).toBeNull();
  });

  it('shows roles, statuses and fields that the console does not know as they came', async () => {
    const strange = aRow({
      id: 'c-odd',
      status: 'Handoff: Dispatch',
      platform: 'fax',
      other: { moonPhase: 'waxing' },
      seenAt: now,
    });
    const { fake, user } = open({ rows: rowsById([strange]) }, openRow('c-odd'));
    await screen.findByTestId('action-bar');
    expect(detail().getByText(/fax · Inbound · Handoff: Dispatch/)).toBeTruthy();
    await user.click(detail().getByText(/Other fields 1/));
    expect(detail().getByText('moonPhase')).toBeTruthy();
    act(() => fake.say('c-odd', { id: 'y', index: 901, role: 'unknown', roleLabel: 'notary', text: 'Hear ye' }));
    expect(await screen.findByRole('article', { name: 'notary' })).toBeTruthy();
  });

  it('expands a function call to its inputs and outputs', async () => {
    const { user } = open({}, openRow('c-worst'));
    await user.click(await screen.findByRole('button', { name: /lookupMedicalPriority/ }));
    expect(detail().getByText('Inputs')).toBeTruthy();
    expect(detail().getByText(/"priority": true/)).toBeTruthy();
  });
});

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
          detail: { takenBy: { name: 'Dana Fox', at: Date.now() - 12_000 } },
        },
      });
    await screen.findByDisplayValue('I am on my way');
    await user.click(detail().getByRole('button', { name: /^Take over/ }));
    const notice = await screen.findByTestId('outcome');
    expect(notice.textContent).toMatch(/Dana Fox took it 1\d\ss ago\./);
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
    expect(dialog.textContent).toContain('ends for the customer now and cannot be resumed');
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
