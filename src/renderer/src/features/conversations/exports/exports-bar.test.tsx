import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { ExportsState } from '../../../../../shared/models/transcript-export.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';
import { createTopic } from '../../../../testing/topic.ts';

it('says why an export is paused and what can be done', async () => {
  const paused = { tenant: 'northwind', format: 'jsonl', phase: 'paused', missing: 0, bytes: 2_048 } as const;
  const state: ExportsState = {
    exports: [
      {
        ...paused,
        id: 'e-1',
        fileName: 'a.jsonl',
        conversations: 120,
        problem: { code: 'unavailable', reason: 'file-write-failed' },
      },
      { ...paused, id: 'e-2', fileName: 'b.jsonl', conversations: 3, problem: { code: 'saturated' } },
    ],
  };
  const { fake, user } = renderConsole({}, '/conversations', ({ api }) => {
    api.archive.exports = (_input, on) => createTopic(() => state).open(on);
  });
  const list = within(await screen.findByRole('list', { name: 'Exports' }));
  const [first, second] = list.getAllByRole('listitem');
  expect(first?.textContent).toMatch(/Paused: it could not go on · The file could not be written.*120 conversations/);
  expect(second?.textContent).toContain('The instance is busy');
  await user.click(list.getAllByRole('button', { name: 'Go on' })[0] ?? document.body);
  expect(fake.calls).toContainEqual({ name: 'archive.resumeExport', input: { id: 'e-1' } });
});
