import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FailureCode, FailureDetail } from '../../../../../shared/models/failure.ts';
import type { Hold, HoldPhase } from '../../../../../shared/models/hold.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';

const none = { total: 3, done: 0, refused: 0, unknown: 0, cancelled: 0, waiting: 3 };
const hold = (phase: HoldPhase, change: Partial<Hold> = {}): Hold => ({
  id: 'h-1',
  tenant: 'northwind',
  action: 'complete',
  bulk: true,
  conversations: ['c-1', 'c-2', 'c-3'],
  phase,
  heldAt: Date.now(),
  dueAt: Date.now() + 60_500,
  counts: none,
  results: [],
  ...change,
});
const refused = (code: FailureCode, detail?: FailureDetail): Hold['results'][number]['result'] => ({
  outcome: 'refused',
  differences: [],
  failure: detail === undefined ? { code, message: '' } : { code, message: '', detail },
});
const bar = () => within(screen.getByTestId('holds'));

describe('the bar of held commands', () => {
  it('counts down in any view and undoes by key', async () => {
    const { fake, user } = renderConsole({ holds: { holds: [hold('held')] } }, '/preferences');
    await screen.findByTestId('holds');
    expect(bar().getByText('Complete: 3 conversations')).toBeTruthy();
    expect(bar().getByText(/^sent in \d+ s$/)).toBeTruthy();
    await user.keyboard('u');
    expect(fake.calls).toContainEqual({ name: 'holds.undo', input: { id: 'h-1' } });
    await waitFor(() => expect(screen.queryByTestId('holds')).toBeNull());
  });

  it('offers what each phase allows, with exact counts', async () => {
    const { fake, user } = renderConsole({
      holds: { holds: [hold('sending', { counts: { ...none, done: 1, waiting: 2 } })] },
    });
    await screen.findByText('1 of 3 ended');
    expect(bar().queryByRole('button', { name: 'Undo' })).toBeNull();
    await user.click(bar().getByRole('button', { name: 'Cancel the rest' }));
    expect(fake.calls).toContainEqual({ name: 'holds.cancelRest', input: { id: 'h-1' } });

    const results: Hold['results'] = [
      { conversation: 'c-1', result: { outcome: 'done' } },
      { conversation: 'c-2', result: { outcome: 'unknown', failure: { code: 'unknown-outcome', message: '' } } },
      { conversation: 'c-3', result: { outcome: 'cancelled' } },
      { conversation: 'c-4', result: refused('conflict', { takenBy: { name: 'Dana Fox' } }) },
      { conversation: 'c-5', result: refused('saturated') },
    ];
    const counts = { total: 5, done: 1, refused: 2, unknown: 1, cancelled: 1, waiting: 0 };
    act(() => fake.topics.holds.push({ holds: [hold('finished', { counts, results })] }));
    await screen.findByText('1 done, 2 refused, 1 unknown, 1 cancelled');
    await user.click(bar().getByText('What did not work'));
    expect(
      bar()
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'c-2 outcome unknown',
      'c-3 cancelled, not sent',
      'c-4 refused: taken by Dana Fox',
      'c-5 refused: The instance is busy',
    ]);
    act(() => fake.topics.holds.push({ holds: [hold('not-sent', { reason: 'console-ended' })] }));
    await screen.findByText('not sent: the console ended first');
    expect(bar().getByRole('button', { name: 'Hold again' })).toBeTruthy();
  });

  it('leaves single commands that ended to their conversation', async () => {
    const { fake } = renderConsole({ holds: { holds: [hold('held')] } });
    await screen.findByTestId('holds');
    const counts = { ...none, total: 1, done: 1, waiting: 0 };
    act(() => fake.topics.holds.push({ holds: [hold('finished', { bulk: false, conversations: ['c-1'], counts })] }));
    await waitFor(() => expect(screen.queryByTestId('holds')).toBeNull());
  });
});
