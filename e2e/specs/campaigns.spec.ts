import { openLive } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';

test('a dispatcher is paused at once, resumed knowing what it does, and stopped for good', async ({
  simulator,
  open,
}) => {
  const { console } = await openLive(simulator, open);
  const { window } = console;
  await window.getByRole('link', { name: 'Campaigns' }).click();
  const table = window.getByRole('table', { name: 'Campaigns' });
  const running = table.getByRole('row').filter({ hasText: 'Running' }).first();
  const name = (await running.getByRole('button').textContent()) ?? '';
  await running.getByRole('button').click();
  const state = window.getByTestId('dispatcher-state');
  await expect(state).toHaveText('Running');

  await window.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(state).toHaveText('Paused');
  await expect(table.getByRole('row').filter({ hasText: name }).first()).toContainText('Paused');

  await window.getByRole('button', { name: 'Resume', exact: true }).click();
  const resume = window.getByRole('alertdialog', { name: `Resume ${name}?` });
  await expect(resume).toContainText('may be called right now');
  // However much there is to say, what answers it is in sight.
  await window.setViewportSize({ width: 1280, height: 500 });
  await expect(resume.getByRole('button', { name: 'Resume' })).toBeInViewport({ ratio: 1 });
  await window.setViewportSize({ width: 1280, height: 800 });
  await resume.getByRole('button', { name: 'Resume' }).click();
  await expect(state).toHaveText('Running');

  // Somebody else comes first: what was on screen is not acted on.
  await simulator.faults({ kind: 'conflict', operation: 'pauseDispatcher', times: 1 });
  await window.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(window.getByRole('alert').filter({ hasText: 'Someone else was first' })).toBeVisible();
  await expect(state).toHaveText('Running');

  await window.getByRole('button', { name: 'Stop', exact: true }).click();
  const stop = window.getByRole('alertdialog', { name: `Stop ${name} for good?` });
  await stop.getByRole('radio', { name: /^End the calls/ }).check();
  await stop.getByRole('button', { name: 'Stop' }).click();
  await expect(state).toHaveText(/Draining|Stopped/);

  await window.getByRole('link', { name: 'Journal' }).click();
  await expect(window.getByRole('table').getByText('Stop a campaign').first()).toBeVisible();
});
