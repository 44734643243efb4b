import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../../shared/models/alert.ts';
import * as states from '../../../testing/fake-states.ts';
import { renderConsole } from '../../../testing/render-console.tsx';

const alert: Alert = {
  about: 'conversation',
  id: 'a1',
  tenant: 'northwind',
  conversation: 'c-7',
  contact: '+1 416 555 0107',
  platform: 'voice',
  risk: 4,
  rule: { id: 'critical-risk', name: 'Critical risk', severity: 'critical' },
  because: [
    { condition: { kind: 'risk', atLeast: 4 }, seen: 4 },
    { condition: { kind: 'keyword', words: ['cancel'] }, seen: 'cancel', message: 'm-3' },
  ],
  at: Date.now(),
  state: 'active',
  acknowledged: false,
  silent: 'budget',
};
const start = (inbox: readonly Alert[] = [alert]) => ({ alerts: { ...states.alerts, inbox } });

describe('alerts', () => {
  it('says why, opens the conversation at its message, and is seen then', async () => {
    const { fake, user } = renderConsole(start(), '/alerts');
    await user.click(await screen.findByRole('button', { name: 'Why did I get this?' }));
    expect(screen.getByText('The risk was critical; the rule asks for critical or more.')).toBeTruthy();
    expect(screen.getByText('The customer said “cancel”.')).toBeTruthy();
    expect(screen.getByText(/budget of notifications/)).toBeTruthy();
    expect(screen.queryByText(/416 555 0107/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(fake.calls).toContainEqual({
      name: 'windows.goTo',
      input: { tenant: 'northwind', id: 'c-7', message: 'm-3' },
    });
    expect(await screen.findByText(/· Seen/)).toBeTruthy();
    expect(screen.getByText('0 to look at')).toBeTruthy();
  });

  it('names who took it, and asks nothing more then', async () => {
    renderConsole(start([{ ...alert, state: 'taken', takenBy: 'Dana Fox' }]), '/alerts');
    expect(await screen.findByText('Taken by Dana Fox', { exact: false })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Acknowledge' })).toBeNull();
  });

  it('switches a new rule on only after it was tried on recorded traffic', async () => {
    const { fake, user } = renderConsole(start([]), '/alerts');
    await user.click(await screen.findByRole('button', { name: 'New rule' }));
    const rule = within(await screen.findByRole('region', { name: 'New rule' }));
    const toggle = rule.getByRole('button', { name: 'Off' });
    expect(toggle.getAttribute('aria-disabled')).toBe('true');
    await user.click(rule.getByRole('button', { name: 'Try on recorded traffic' }));
    expect(await rule.findByText('Would have fired 3 times in the last 3 min (400 changes recorded).')).toBeTruthy();
    await user.click(rule.getByRole('button', { name: 'Off' }));
    await user.click(rule.getByRole('button', { name: 'Save the rule' }));
    await waitFor(() => expect(fake.state.alerts.rules.at(-1)?.enabled).toBe(true));
  });

  it('keeps what is changed of the loudness', async () => {
    const { fake, user } = renderConsole(start([]), '/alerts');
    await user.click(await screen.findByRole('button', { name: 'Quiet hours' }));
    await waitFor(() => expect(fake.state.alerts.preferences.quiet.on).toBe(true));
  });
});
