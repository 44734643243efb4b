import { waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderConsole } from '../../../testing/render-console.tsx';

it('shows how far a campaign is, and tells its dispatcher only what it takes now', async () => {
  const { user, fake, ...screen } = renderConsole({}, '/campaigns');
  await user.click(await screen.findByRole('button', { name: 'Winter plans' }));
  await screen.findByText('12 / 120');
  await screen.findByRole('row', { name: 'No answer 3 20%' });
  const verb = (name: string) => screen.getByRole('button', { name });
  const possible = () =>
    ['Start', 'Pause', 'Resume', 'Stop'].filter((name) => verb(name).getAttribute('aria-disabled') !== 'true');
  expect(possible()).toEqual(['Pause', 'Stop']);
  screen.getByText(/begins no more calls/);
  await user.click(verb('Resume'));
  expect(screen.queryByRole('alertdialog')).toBeNull();

  await user.click(verb('Pause'));
  await waitFor(() => expect(possible()).toEqual(['Resume', 'Stop']));
  await user.click(verb('Resume'));
  const dialog = await screen.findByRole('alertdialog', { name: 'Resume Winter plans?' });
  await screen.findByText('80 contacts may be called right now.');
  expect(dialog.textContent).toContain('May be called now: console 80, instance 78');
  expect(dialog.textContent).toContain('2 contacts are on the do-not-call list');
  // On the tenant's clock, not this computer's.
  expect(dialog.textContent).toContain('Nov 24, 09:00 EST tenant');
  await user.keyboard('{Escape}');

  await user.click(screen.getByRole('button', { name: 'Stop' }));
  await user.click(await screen.findByRole('radio', { name: 'End the calls that the AI holds now' }));
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  await screen.findByText('Stopped', { selector: 'strong *' });
  expect(fake.calls.filter(({ name }) => name === 'campaigns.tell').map(({ input }) => input)).toMatchObject([
    { verb: 'pause', expected: { state: 'running', revision: 4 } },
    { verb: 'stop', expected: { state: 'paused', revision: 5 }, callsInProgress: 'hang-up' },
  ]);
});

it('draws how fast it called, and says the same as a table', async () => {
  const { user, ...screen } = renderConsole({}, '/campaigns');
  await user.click(await screen.findByRole('button', { name: 'Winter plans' }));
  const speed = await screen.findByRole('region', { name: 'Speed' });
  within(speed).getByText(/noted since 08:55 EST/);
  await user.click(within(speed).getByRole('button', { name: 'Show as table' }));
  within(speed).getByRole('row', { name: '08:59 6 3' });
  expect(within(speed).getAllByRole('row')).toHaveLength(6);
});
