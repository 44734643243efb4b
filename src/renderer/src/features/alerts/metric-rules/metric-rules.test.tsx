import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderConsole } from '../../../../testing/render-console.tsx';

describe('a rule on a metric', () => {
  it('begins at a tile, is tried on the past, and is kept switched on', async () => {
    const { user, fake } = renderConsole({}, '/alerts?metric=queue.waiting&labels=%7B%7D');
    const rule = within(await screen.findByRole('region', { name: /Waiting for a person/ }));
    expect(rule.getByRole('button', { name: 'Off' }).getAttribute('aria-disabled')).toBe('true');
    await user.click(rule.getByRole('button', { name: /^Try/ }));
    await waitFor(() =>
      expect(rule.getByRole('button', { name: 'Off' }).getAttribute('aria-disabled')).not.toBe('true'),
    );
    await user.click(rule.getByRole('button', { name: 'Off' }));
    await user.click(rule.getByRole('button', { name: 'Save the rule' }));
    await waitFor(() =>
      expect(fake.state.alerts.metricRules.at(-1)).toMatchObject({ metric: 'queue.waiting', enabled: true }),
    );
  });

  it('must be tried anew after it was changed', async () => {
    const { user } = renderConsole({}, '/alerts?metric=queue.waiting&labels=%7B%7D');
    const rule = within(await screen.findByRole('region', { name: /Waiting for a person/ }));
    await user.click(rule.getByRole('button', { name: /^Try/ }));
    await waitFor(() =>
      expect(rule.getByRole('button', { name: 'Off' }).getAttribute('aria-disabled')).not.toBe('true'),
    );
    await user.type(rule.getByLabelText('Name'), ' now');
    expect(screen.getByRole('button', { name: 'Off' }).getAttribute('aria-disabled')).toBe('true');
  });
});
