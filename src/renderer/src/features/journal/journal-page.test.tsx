import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { JournalEntry } from '../../../../shared/models/journal.ts';
import { ok } from '../../../testing/fake-envelopes.ts';
import { renderConsole } from '../../../testing/render-console.tsx';

const entry = (change: Partial<JournalEntry>): JournalEntry => ({
  id: 'e-1',
  seq: 1,
  kind: 'command',
  at: Date.now() - 60_000,
  action: 'takeOver',
  tenant: 'northwind',
  conversations: ['c-1'],
  actor: { id: 'user-1', name: 'Alex Roy' },
  phases: [{ seq: 1, phase: 'intent', at: 1 }],
  differences: [],
  sealed: false,
  ...change,
});
const journal = [
  entry({
    outcome: 'refused',
    expected: { status: 'in_progress', handlerKind: 'ai' },
    answer: { code: 'conflict', status: 409, takenBy: { name: 'Dana Fox' } },
  }),
  entry({
    id: 'e-2',
    kind: 'hold',
    action: 'complete',
    conversations: ['c-1', 'c-2'],
    phases: [
      { seq: 2, phase: 'held', at: 2 },
      { seq: 3, phase: 'undone', at: 3 },
    ],
  }),
];

it('shows who did what, what was on screen and what came of it', async () => {
  renderConsole({ journal }, '/journal');
  const table = await screen.findByRole('table', { name: 'Operator journal' });
  const lines = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);
  expect(lines[0]).toMatch(/Alex Roy.*Take over.*c-1.*in_progress · ai.*refused.*409 · conflict · Dana Fox/);
  expect(lines[1]).toMatch(/Complete · held.*2 conversations.*undone/);
});

it('filters, and exports what the filter shows', async () => {
  const { fake, user } = renderConsole({ journal }, '/journal');
  await screen.findByRole('table');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Outcome' }), 'refused');
  await waitFor(() =>
    expect(fake.calls.filter(({ name }) => name === 'journal.list').at(-1)?.input).toEqual({
      tenant: 'northwind',
      outcome: 'refused',
      limit: 100,
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Export as CSV…' }));
  await waitFor(() => expect(fake.calls.some(({ name }) => name === 'app.saveText')).toBe(true));
  expect(fake.calls).toContainEqual({
    name: 'journal.export',
    input: { tenant: 'northwind', outcome: 'refused', format: 'csv' },
  });
});

it('filters by day, and shows each step, what was found before and after, and the request', async () => {
  const before = { status: 'in_progress', handlerKind: 'ai', revision: 7 };
  const after = { status: 'human_handoff', handlerKind: 'human', handlerName: 'Dana Fox' };
  const answer = { code: 'conflict', status: 409, requestId: 'req-9' };
  const phases = [
    { seq: 4, phase: 'intent', at: 1 },
    { seq: 5, phase: 'outcome', at: 2 },
  ] as const;
  const one = entry({
    before,
    after,
    answer,
    phases,
    textLength: 12,
    facts: { format: 'jsonl', masked: true },
    differences: [{ field: 'handler', before: 'ai', now: 'human' }],
  });
  const { fake, user } = renderConsole({ journal: [one] }, '/journal');
  await user.click(await screen.findByText('Details'));
  const row = screen.getAllByRole('row')[1]?.textContent ?? '';
  for (const part of [
    'No. 4 intended',
    'No. 5 outcome',
    'in_progress · ai · revision 7',
    'human_handoff · Dana Fox',
    'handler: ai → human',
    '12 characters',
    'format: jsonl · masked: true',
    'req-9',
  ])
    expect(row).toContain(part);
  await user.type(screen.getByLabelText('From'), '2026-11-22');
  await waitFor(() =>
    expect(fake.calls.filter(({ name }) => name === 'journal.list').at(-1)?.input).toMatchObject({
      from: new Date(2026, 10, 22).getTime(),
    }),
  );
});

it('verifies, and names each problem with its place', async () => {
  const { fake, user } = renderConsole({ journal }, '/journal');
  await screen.findByRole('table');
  await user.click(screen.getByRole('button', { name: 'Verify' }));
  expect((await screen.findByTestId('verdict')).textContent).toBe('Intact: 2 lines checked.');
  fake.api.journal.verify = async () =>
    ok({ intact: false, lines: 2, torn: 0, problems: [{ kind: 'edited', file: 'journal-1.jsonl', line: 7 }] });
  await user.click(screen.getByRole('button', { name: 'Verify' }));
  await screen.findByText('Not intact: 1 problem found.');
  expect(screen.getByText('journal-1.jsonl · line 7 · edited')).toBeTruthy();
});
