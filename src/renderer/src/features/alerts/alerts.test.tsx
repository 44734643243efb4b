import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Alert, ConversationAlert } from '../../../../shared/models/alert.ts';
import * as states from '../../../testing/fake-states.ts';
import { renderConsole } from '../../../testing/render-console.tsx';

const alert: ConversationAlert = {
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

  it('asks to try anew what is changed of a rule that is on, and lists what it would have fired for', async () => {
    const { fake, user } = renderConsole(start([]), '/alerts');
    const rule = within(await screen.findByRole('region', { name: 'Critical risk' }));
    const save = rule.getByRole('button', { name: 'Save the rule' });
    expect(save.getAttribute('aria-disabled')).toBe('true');
    await user.type(rule.getByRole('textbox', { name: 'Name' }), ' now');
    expect(save.getAttribute('aria-disabled')).toBeNull();
    await user.selectOptions(rule.getByRole('combobox', { name: 'Limit' }), '2');
    expect(save.getAttribute('aria-disabled')).toBe('true');
    await user.click(rule.getByRole('button', { name: 'Try on recorded traffic' }));
    await user.click(await rule.findByText('What it would have fired for'));
    const hit = rule.getByText('c-7').closest('li');
    expect(hit?.textContent).toContain('+1 ••• ••• 0107');
    expect(hit?.textContent).toContain('The risk was critical; the rule asks for high or more.');
    await user.click(save);
    await waitFor(() => expect(fake.state.alerts.rules[0]).toMatchObject({ name: 'Critical risk now', enabled: true }));
    expect(fake.state.alerts.rules[0]?.conditions).toEqual([{ kind: 'risk', atLeast: 2 }]);
  });

  it('takes as many conditions as one likes, but no word list without a word', async () => {
    const { fake, user } = renderConsole(start([]), '/alerts');
    await user.click(await screen.findByRole('button', { name: 'New rule' }));
    const rule = within(await screen.findByRole('region', { name: 'New rule' }));
    for (let more = 0; more < 14; more++) await user.click(rule.getByRole('button', { name: 'Add a condition' }));
    const kinds = rule.getAllByRole('combobox', { name: 'Condition' });
    expect(kinds).toHaveLength(15);
    await user.selectOptions(kinds[0] ?? document.body, 'keyword');
    await user.clear(rule.getByRole('textbox', { name: 'Words, separated by commas' }));
    expect(rule.getByRole('button', { name: 'Save the rule' }).getAttribute('aria-disabled')).toBe('true');
    await user.type(rule.getByRole('textbox', { name: 'Words, separated by commas' }), 'lawyer, cancel');
    await user.click(rule.getByRole('button', { name: 'Save the rule' }));
    await waitFor(() => expect(fake.state.alerts.rules.at(-1)?.conditions).toHaveLength(15));
    expect(fake.state.alerts.rules.at(-1)?.conditions[0]).toEqual({ kind: 'keyword', words: ['lawyer', 'cancel'] });
  });

  it('counts what asks for a look in the rail, and has a sound of its own for each severity', async () => {
    const { fake, user } = renderConsole(start(), '/alerts');
    await screen.findByRole('link', { name: 'Alerts, 1 to look at' });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Sound of Critical' }), 'siren');
    await waitFor(() => expect(fake.state.alerts.preferences.sounds.critical.tune).toBe('siren'));
    await user.click(screen.getByRole('heading', { name: 'Inbox' }));
    await user.keyboard('a');
    await screen.findByRole('link', { name: 'Alerts' });
  });

  it('follows a rule that another window changed, but not over what is being changed here', async () => {
    const { fake, user } = renderConsole(start([]), '/alerts');
    const name = await screen.findByRole('textbox', { name: 'Name' });
    const elsewhere = (changed: string) =>
      act(() => {
        fake.state.alerts = {
          ...fake.state.alerts,
          rules: fake.state.alerts.rules.map((one) => ({ ...one, name: changed })),
        };
        fake.topics.alerts.push(fake.state.alerts);
      });
    elsewhere('Renamed elsewhere');
    await waitFor(() => expect(name).toHaveProperty('value', 'Renamed elsewhere'));
    expect(screen.queryByText('Not saved yet')).toBeNull();
    await user.type(name, ' and here');
    elsewhere('Renamed again');
    expect(name).toHaveProperty('value', 'Renamed elsewhere and here');
    expect(screen.getByText('Not saved yet')).toBeTruthy();
  });
});
