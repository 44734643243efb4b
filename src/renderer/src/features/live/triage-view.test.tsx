import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderConsole } from '../../../testing/render-console.tsx';
import { giveElementsSize } from '../../table/sized-elements.ts';
import { aRow } from './model/fake-row.ts';
import { forgetViews } from './model/kept-view.ts';

const now = Date.now();
const rows = [
  aRow({ id: 'c-1', startedAt: now - 60_000, tags: [{ name: 'vip' }], flow: { name: 'Billing' } }),
  aRow({ id: 'c-2', startedAt: now - 700_000, risk: { level: 3, label: 'high' } }),
  aRow({ id: 'c-3', startedAt: now - 90_000, handler: { kind: 'human', userId: 'dana', name: 'Dana Fox' } }),
];

let restore: () => void;
beforeEach(() => {
  restore = giveElementsSize({ width: 1300, height: 600 });
});
afterEach(() => {
  restore();
  forgetViews();
});

async function open(...start: Parameters<typeof renderConsole>[0][]) {
  const made = renderConsole({ rows: new Map(rows.map((row) => [row.id, row])), ...start[0] }, '/live');
  await screen.findByRole('grid');
  await waitFor(() => expect(shownIds()).toHaveLength(3));
  return made;
}
const shownIds = () => screen.getAllByRole('row').flatMap((row) => row.dataset['row'] ?? []);
const rowOf = (id: string) => screen.getAllByRole('row').find((row) => row.dataset['row'] === id) ?? document.body;
const choose = async (user: Awaited<ReturnType<typeof open>>['user'], menu: string, entry: string) => {
  const group = menu === 'View' ? document.body : (document.querySelector<HTMLElement>('search') ?? document.body);
  await user.click(within(group).getByRole('button', { name: menu }));
  await user.click(await screen.findByRole('menuitem', { name: new RegExp(`^${entry}`) }));
};

describe('triage', () => {
  it('filters by tag, flow and how long it runs', async () => {
    const { user } = await open();
    await choose(user, 'Tag', 'vip');
    await waitFor(() => expect(shownIds()).toEqual(['c-1']));
    await user.click(screen.getByRole('button', { name: 'Remove the filter “Tag: vip”' }));
    await choose(user, 'Running for', 'Running ≥ 10 min');
    await waitFor(() => expect(shownIds()).toEqual(['c-2']));
  });

  it('pins the row with the focus to the top', async () => {
    const { user } = await open();
    expect(shownIds()[0]).toBe('c-2');
    act(() => rowOf('c-1').focus());
    await user.keyboard('p');
    await waitFor(() => expect(shownIds()[0]).toBe('c-1'));
    expect(rowOf('c-1').getAttribute('aria-label')).toMatch(/pinned$/);
  });

  it('shows the rule of the order, and follows another at once', async () => {
    const { fake, user } = await open();
    expect(shownIds()).toEqual(['c-2', 'c-3', 'c-1']);
    await user.click(screen.getByRole('button', { name: /risk › trend › wait › duration/ }));
    await user.click(await screen.findByRole('checkbox', { name: 'Highest risk' }));
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await screen.findByRole('button', { name: /trend › wait › duration/ });
    await waitFor(() => expect(fake.state.views.rule).toEqual(['trend', 'wait', 'duration']));
  });

  it('marks a new row where it belongs, until it is opened', async () => {
    const { fake, user } = await open();
    act(() => fake.upsert([aRow({ id: 'c-new', startedAt: now - 1_000 })]));
    await waitFor(() => expect(shownIds()).toContain('c-new'));
    expect(within(rowOf('c-new')).getByText('new')).toBeTruthy();
    expect(rowOf('c-new').getAttribute('aria-label')).toMatch(/new$/);
    expect(within(rowOf('c-1')).queryByText('new')).toBeNull();
    await user.click(rowOf('c-new'));
    act(() => fake.upsert([aRow({ id: 'c-new', revision: 2, startedAt: now - 1_000 })]));
    await waitFor(() => expect(within(rowOf('c-new')).queryByText('new')).toBeNull());
  });

  it('pins the open conversation by its button, and keeps it pinned on this machine', async () => {
    const { fake, user, unmount } = await open();
    await user.click(rowOf('c-1'));
    await user.click(await screen.findByRole('button', { name: 'Pin to the top of the list' }));
    await waitFor(() => expect(shownIds()[0]).toBe('c-1'));
    await waitFor(() => expect(fake.state.views.pinned).toEqual(['c-1']));
    const { views } = fake.state;
    unmount();
    forgetViews();
    await open({ views });
    await waitFor(() => expect(shownIds()[0]).toBe('c-1'));
  });

  it('says that all is quiet while nobody waits and no risk is high', async () => {
    const { fake } = await open();
    expect(screen.queryByText('all quiet')).toBeNull();
    act(() =>
      fake.upsert([aRow({ id: 'c-2', revision: 2, startedAt: now - 700_000, risk: { level: 2, label: 'elevated' } })]),
    );
    await screen.findByText('all quiet');
  });

  it('hides a column, keeps it so on this machine, and begins so the next time', async () => {
    const { fake, user, unmount } = await open();
    expect(screen.getByRole('columnheader', { name: 'Status' })).toBeTruthy();
    await choose(user, 'View', 'Columns');
    await user.click(await screen.findByRole('checkbox', { name: 'Status' }));
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: 'Status', hidden: true })).toBeNull());
    await waitFor(() => expect(fake.state.views.columns.hidden).toEqual(['status']));
    const { views } = fake.state;
    unmount();
    forgetViews();
    await open({ views });
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: 'Status' })).toBeNull());
  });

  it('selects by key and click, names exact counts and sends one bulk command', async () => {
    const { fake, user } = await open();
    act(() => rowOf('c-2').focus());
    await user.keyboard(' ');
    await user.keyboard('{Shift>}');
    await user.click(rowOf(shownIds()[2] ?? ''));
    await user.keyboard('{/Shift}');
    await screen.findByText('3 selected');
    await user.click(screen.getByRole('button', { name: 'Take over…' }));
    const question = await screen.findByRole('alertdialog', { name: 'Take over 2 conversations?' });
    expect(question.textContent).toContain('1 selected conversation is left out');
    await user.click(within(question).getByRole('button', { name: 'Take over 2' }));
    await waitFor(() => expect(fake.calls.some(({ name }) => name === 'conversations.bulk')).toBe(true));
    const input = fake.calls.find(({ name }) => name === 'conversations.bulk')?.input;
    expect(input).toMatchObject({ tenant: 'northwind', action: 'takeOver' });
    expect(JSON.stringify(input)).not.toContain('c-3');
    await waitFor(() => expect(screen.queryByText('3 selected')).toBeNull());
  });

  it('copies what is shown as cells, masked as on screen', async () => {
    const { fake, user } = await open();
    await choose(user, 'View', 'Copy what is shown');
    await waitFor(() => expect(fake.calls.some(({ name }) => name === 'app.copyText')).toBe(true));
    const text = JSON.stringify(fake.calls.find(({ name }) => name === 'app.copyText')?.input);
    expect(text).toContain('c-1');
    expect(text).not.toContain('416 555');
  });

  it('tells what happened while nobody could see, and puts it away', async () => {
    const item = { conversation: 'c-2', contact: '+1 416 555 0141', platform: 'sms', from: now - 60_000, to: now };
    const items = [
      { ...item, id: 'a-1', kind: 'risk', risk: { level: 3, label: 'high' } } as const,
      { ...item, id: 'a-2', kind: 'taken-over', by: { name: 'Dana Fox' } } as const,
    ];
    const { fake, user } = await open({ away: { tenant: 'northwind', items, dropped: 0 } });
    await user.click(await screen.findByText('While you were away: 2 things happened'));
    const list = within(screen.getByTestId('away'));
    expect(list.getByText(/taken over by Dana Fox/)).toBeTruthy();
    expect(screen.getByTestId('away').textContent).not.toContain('416 555');
    await user.click(list.getAllByRole('button', { name: 'Got it' })[0] ?? document.body);
    await screen.findByText('While you were away: 1 thing happened');
    expect(fake.calls).toContainEqual({ name: 'live.acknowledgeAway', input: { tenant: 'northwind', ids: ['a-1'] } });
  });
});
