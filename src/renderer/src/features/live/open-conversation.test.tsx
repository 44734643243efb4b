import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { detail, inLiveWindow, now, open, openRow, rowsById } from '../../../testing/live-console.ts';
import { aRow } from './model/fake-row.ts';

inLiveWindow();

describe('the open conversation', () => {
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
