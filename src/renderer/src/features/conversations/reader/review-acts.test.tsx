import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { failed, ok } from '../../../../testing/fake-envelopes.ts';
import type { FakeBridge } from '../../../../testing/fake-types.ts';
import { inLiveWindow } from '../../../../testing/live-console.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';

inLiveWindow();

const open = async (prepare: (fake: FakeBridge) => void) => {
  const made = renderConsole({}, '/conversations/c-9001', prepare);
  return { ...made, reader: within(await screen.findByRole('region', { name: 'Conversation' })) };
};

it('reports with a reason and a note, and keeps both where the instance refuses', async () => {
  let refusing = true;
  const { fake, reader, user } = await open(({ api: { archive } }) => {
    const { report } = archive;
    archive.report = (input) => (refusing ? Promise.resolve(failed('forbidden')) : report(input));
  });
  await user.click(await reader.findByRole('button', { name: 'Report…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Report…' }));
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Reason' }), 'Privacy');
  await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'Read a card number aloud');
  await user.click(dialog.getByRole('button', { name: 'Report…' }));
  expect((await dialog.findByRole('alert')).dataset['failure']).toBe('forbidden');
  expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Read a card number aloud');
  refusing = false;
  await user.click(dialog.getByRole('button', { name: 'Report…' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.calls.find(({ name }) => name === 'archive.report')?.input).toMatchObject({
    id: 'c-9001',
    reason: 'Privacy',
    note: 'Read a card number aloud',
  });
});

it('tells why a change of one conversation’s tags was refused', async () => {
  const { reader, user } = await open(({ api: { archive } }) => {
    archive.editTags = async ({ targets: [target] }) =>
      ok({
        hold: 'h-1',
        counts: { total: 1, done: 0, refused: 1, unknown: 0, cancelled: 0, waiting: 0 },
        results: [
          {
            conversation: target?.id ?? '',
            result: {
              outcome: 'refused',
              failure: { code: 'conflict', message: 'Changed', detail: { reason: 'stale-revision' } },
              differences: [],
            },
          },
        ],
      });
  });
  await user.click(await reader.findByRole('button', { name: 'Tags…' }));
  await user.type(await screen.findByRole('textbox', { name: 'New tag' }), 'Audit: sample');
  await user.click(screen.getByRole('button', { name: 'Change tags' }));
  expect((await reader.findByRole('alert')).dataset['failure']).toBe('stale-revision');
});
