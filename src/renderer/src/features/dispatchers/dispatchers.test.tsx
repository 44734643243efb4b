import { waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { BlastRadius } from '../../../../shared/models/blast-radius.ts';
import { renderConsole } from '../../../testing/render-console.tsx';
import { createTopic } from '../../../testing/topic.ts';

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

it('warns of what it could not read whole, and tells nothing of what it has not begun to read', async () => {
  const unread = { read: 0, done: false };
  const reading: BlastRadius = {
    campaignId: 'k-1',
    at: 0,
    done: false,
    contacts: { read: 40, total: 100, done: false },
    doNotCall: { read: 50_000, done: true, cut: true },
    overlaps: unread,
    ours: {
      contacts: 40,
      dialableNow: 40,
      byZone: [],
      closingFirst: [],
      assumptions: { callMinutes: 1, callMinutesFrom: 'assumed', callsPerContact: 1, lines: 1 },
    },
    differences: [],
  };
  const radius = createTopic<BlastRadius>(() => reading);
  const { user, ...screen } = renderConsole({}, '/campaigns', (fake) => {
    fake.api.campaigns = { ...fake.api.campaigns, blastRadius: (_input, on) => radius.open(on) };
  });
  await user.click(await screen.findByRole('button', { name: 'Winter plans' }));
  await user.click(await screen.findByRole('button', { name: 'Pause' }));
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Resume' }).getAttribute('aria-disabled')).not.toBe('true'),
  );
  await user.click(screen.getByRole('button', { name: 'Resume' }));
  const under = await screen.findByText('Contacts: 40 / 100 read');
  expect(under.className).not.toContain('text-warn');
  expect(screen.getByText(/^Do-not-call list: too many to read all/).className).toContain('text-warn');
  expect(screen.queryByText(/^Other campaigns/)).toBeNull();
});
