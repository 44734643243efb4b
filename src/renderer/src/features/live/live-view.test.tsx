import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failed } from '../../../testing/fake-envelopes.ts';
import { critical, inLiveWindow, now, open, rowsById, shownIds } from '../../../testing/live-console.ts';
import { aRow } from './model/fake-row.ts';

inLiveWindow();

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
      fake.setHub({
        state: 'reconnecting',
        since: Date.now() - 12 * 60_000,
        lastHeardAt: Date.now() - 12.5 * 60_000,
        retryAt: Date.now() + 60_000,
      }),
    );
    const banner = await screen.findByTestId('stale-banner');
    expect(banner.textContent).toMatch(/Not live since .*You see the state of 12\smin ago\. Trying again in \d+ s\./);
    await user.click(within(banner).getByRole('button', { name: 'Retry now' }));
    expect(fake.calls).toContainEqual({ name: 'live.refresh', input: { tenant: 'northwind' } });
  });

  it('tells how old what it shows is: a heartbeat proves all rows, without one they fade', async () => {
    const seenAt = now - 3_600_000;
    const old = [aRow({ id: 'c-old', seenAt, startedAt: seenAt })];
    const { fake } = open({ rows: rowsById(old) });
    act(() => fake.setHub({ lastHeardAt: Date.now() }));
    await waitFor(() => expect(shownIds()).toEqual(['c-old']));
    const row = () => screen.getAllByRole('row').find(({ dataset }) => dataset['row'] === 'c-old');
    const age = () => row()?.querySelector('[data-column="age"]')?.textContent;
    await waitFor(() => expect(age()).toMatch(/^\d+\ss$/));
    expect(row()?.hasAttribute('data-late')).toBe(false);
    act(() => fake.setHub({ state: 'reconnecting', lastHeardAt: Date.now() - 45_000 }));
    await waitFor(() => expect(row()?.hasAttribute('data-late')).toBe(true));
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
    expect(screen.queryByTestId('live-counts')).toBeNull();
    fake.api.live.rows = (_input, on) => {
      on(failed('unavailable', { operation: 'conversations.live' }));
      return () => undefined;
    };
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await user.click(await screen.findByRole('button', { name: 'Open the binding report' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/api'));
  });
});
