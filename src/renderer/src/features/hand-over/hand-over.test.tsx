import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import * as states from '../../../testing/fake-states.ts';
import { renderConsole } from '../../../testing/render-console.tsx';

it('lists what is left to the next supervisor, masked, and says what could not be read', async () => {
  renderConsole({ preferences: { ...states.preferences, mask: 'numbers' } }, '/hand-over');
  const alerts = await screen.findByRole('list', { name: 'Open alerts' });
  expect(within(alerts).getByText('Model pool in use')).toBeTruthy();
  expect(alerts.textContent).toContain('acknowledged');
  const watched = screen.getByRole('list', { name: 'Watched conversations' });
  expect(watched.textContent).toContain('Conversation c-2, which cannot be read now');
  expect(screen.getByRole('list', { name: 'Held commands' }).textContent).toMatch(/Transfer.*for 3 targets.*not sent/);
  expect(screen.getByRole('list', { name: 'Paused campaigns' }).textContent).toContain('Autumn renewals');
  expect(screen.getByRole('alert').textContent).toMatch(/^This could not be read/);
  expect(watched.textContent).not.toContain('416 555 0142');
});

it('is signed by name, shown as signed, and can be read again later', async () => {
  const { fake, user } = renderConsole({}, '/hand-over');
  const sign = await screen.findByRole('button', { name: 'Sign and take over' });
  expect(sign.getAttribute('aria-disabled')).toBe('true');
  await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Watch the pool.');
  await user.type(screen.getByRole('textbox', { name: 'Taken over by' }), 'Robin Côté');
  await user.click(sign);
  expect(await screen.findByText(/^Signed by Robin Côté at .*, at the console of Avery\.$/)).toBeTruthy();
  expect(fake.calls.find(({ name }) => name === 'handOver.sign')?.input).toMatchObject({
    draft: 'draft-1',
    signedBy: 'Robin Côté',
    note: 'Watch the pool.',
  });
  expect(screen.queryByRole('button', { name: 'Sign and take over' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Save as PDF…' }));
  await waitFor(() => expect(fake.calls.map(({ name }) => name)).toContain('app.savePdf'));

  await user.click(screen.getByRole('button', { name: 'Back to now' }));
  await user.click(await screen.findByRole('button', { name: /^Open what Robin Côté signed/ }));
  expect(await screen.findByText('Watch the pool.')).toBeTruthy();
});
