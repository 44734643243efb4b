import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failed } from '../../../testing/fake-envelopes.ts';
import * as states from '../../../testing/fake-states.ts';
import { detail, inLiveWindow, now, open, openRow, rowsById } from '../../../testing/live-console.ts';
import { aRow } from './model/fake-row.ts';
// A test opens it: fetched by then it would take longer on a busy machine than it is waited for.
import '../../app/palette.tsx';

inLiveWindow();

describe('the open conversation', () => {
  it('tells why a waiting one cannot be taken, and shows the contact only while it is held', async () => {
    const { user } = open({}, openRow('c-waits'));
    await screen.findByTestId('action-bar');
    expect(screen.getByTestId('running-line').textContent).toContain('It waits in a queue');
    expect(detail().getByRole('button', { name: 'Take over' }).getAttribute('aria-disabled')).toBe('true');
    expect(detail().getByRole('heading', { level: 2 }).textContent).toBe('+1 ••• ••• 0141');
    const heading = detail().getByRole('heading', { level: 2 });
    const eye = screen.getByRole('button', { name: 'Show names and numbers while held' });
    await user.pointer({ keys: '[MouseLeft>]', target: eye });
    expect(heading.textContent).toBe('+1 416 555 0141');
    expect(screen.getAllByText('+1 416 555 0141').length).toBeGreaterThan(1);
    await user.pointer({ keys: '[/MouseLeft]', target: eye });
    expect(heading.textContent).toBe('+1 ••• ••• 0141');
    eye.focus();
    await user.keyboard('{Enter>}');
    expect(heading.textContent).toBe('+1 416 555 0141');
    await user.keyboard('{/Enter}');
    expect(heading.textContent).toBe('+1 ••• ••• 0141');
    eye.blur();
    await user.keyboard('{v>}');
    expect(heading.textContent).toBe('+1 416 555 0141');
    await user.keyboard('{/v}');
    expect(heading.textContent).toBe('+1 ••• ••• 0141');
  });

  it('hides names too where that is preferred or decided, everywhere but while it is held', async () => {
    const named = { display: '+1 416 555 0141', name: 'Dana Fox' };
    const rows = rowsById([
      aRow({
        id: 'c-named',
        seenAt: now,
        contact: named,
        parameters: [
          { name: 'customerName', value: 'Dana Fox', source: 'verified' },
          { name: 'callback', value: '+1 (416) 555-0141', source: 'asserted' },
          { name: 'openedOn', value: '2026-11-22', source: 'verified' },
        ],
      }),
      aRow({ id: 'c-web', seenAt: now, contact: { display: 'Morgan Roy' } }),
    ]);
    const { fake, user } = open(
      { rows, preferences: { ...states.preferences, mask: 'all' }, preferencesLocked: ['mask'] },
      openRow('c-named'),
    );
    await screen.findByTestId('action-bar');
    expect(document.body.textContent).not.toMatch(/Dana|Fox|Morgan|Roy|555/u);
    expect(screen.getByText('M••• R•••')).toBeTruthy();
    expect(detail().getByText('2026-11-22')).toBeTruthy();
    await user.keyboard('{v>}');
    expect(detail().getAllByText('Dana Fox')).toHaveLength(2);
    expect(screen.getByText('Morgan Roy')).toBeTruthy();
    // What leaves the screen stays masked even then.
    await user.keyboard('{/v}{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Search or run a command' }), 'copy what{Enter}');
    await waitFor(() => expect(fake.calls.some(({ name }) => name === 'app.copyText')).toBe(true));
    expect(JSON.stringify(fake.calls)).not.toMatch(/Dana|Morgan|555/u);
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

  it('lists the contact’s other sessions of a day as the archive tells them, and opens one', async () => {
    const hour = 3_600_000;
    const past = (id: string, startedAt: number) => ({
      conversation: aRow({ id, status: 'completed', startedAt }),
      snippets: [],
    });
    const items = [past('c-worst', now - hour), past('p-1', now - 2 * hour), past('p-old', now - 30 * hour)];
    const { user, router } = open({}, openRow('c-worst'), (fake) => {
      fake.api.archive.history = async () => ({ ok: true, value: { items, totalIsExact: true } });
    });
    const others = await screen.findByRole('navigation', { name: 'Other sessions of this contact, 24 h' });
    await within(others).findByText('p-1');
    expect(within(others).queryByText('p-old')).toBeNull();
    await user.click(within(others).getByRole('button', { name: /p-1/ }));
    expect(router.state.location.pathname).toBe('/live/northwind/p-1');
  });

  it('looks for the contact where the instance threads none, and says when the archive cannot be read', async () => {
    let asked = 0;
    const { fake, user } = open({}, openRow('c-worst'), ({ api }) => {
      api.archive.history = async () => failed('unavailable', { operation: 'transcripts.history' });
      api.archive.search = async () => {
        asked += 1;
        return failed('offline');
      };
    });
    await screen.findByText('The archive could not be read.');
    expect(asked).toBe(1);
    const found = { conversation: aRow({ id: 'p-2', status: 'completed', startedAt: now - 60_000 }), snippets: [] };
    fake.api.archive.search = async () => ({ ok: true, value: { items: [found], totalIsExact: true } });
    const others = screen.getByRole('navigation', { name: 'Other sessions of this contact, 24 h' });
    await user.click(within(others).getByRole('button', { name: 'Try again' }));
    await within(others).findByText('p-2');
  });

  it('expands a function call to its inputs and outputs', async () => {
    const { user } = open({}, openRow('c-worst'));
    await user.click(await screen.findByRole('button', { name: /lookupMedicalPriority/ }));
    expect(detail().getByText('Inputs')).toBeTruthy();
    expect(detail().getByText(/"priority": true/)).toBeTruthy();
  });
});
