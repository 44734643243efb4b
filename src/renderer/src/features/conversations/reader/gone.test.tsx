import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { failed, ok } from '../../../../testing/fake-envelopes.ts';
import type { FakeBridge } from '../../../../testing/fake-types.ts';
import { inLiveWindow } from '../../../../testing/live-console.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';

inLiveWindow();

const open = async (prepare: (fake: FakeBridge) => void) => {
  const { user } = renderConsole({}, '/conversations/c-9002', prepare);
  return { user, reader: within(await screen.findByRole('region', { name: 'Conversation' })) };
};

it('says that a transcript is gone, and leaves the list as it was', async () => {
  const { reader } = await open((fake) => {
    fake.api.archive.get = async () => failed('not-found');
  });
  expect((await reader.findByRole('alert')).dataset['failure']).toBe('not-found');
  expect(reader.getByRole('button', { name: 'Read again' })).toBeTruthy();
  expect(screen.getByRole('grid', { name: 'Conversations' })).toBeTruthy();
});

it('keeps what was read of one that is deleted while it is open, and does nothing with it any more', async () => {
  let gone = false;
  const { reader, user } = await open(({ api: { archive } }) => {
    const { get } = archive;
    archive.get = (input) => (gone ? Promise.resolve(failed('not-found')) : get(input));
    archive.flag = async () =>
      ok({ outcome: 'refused', failure: { code: 'not-found', message: 'It is gone' }, differences: [] });
  });
  expect(await reader.findByText('This is unacceptable.')).toBeTruthy();
  gone = true;
  // The command is what finds it out.
  await user.click(reader.getByRole('button', { name: 'Flag' }));
  const [told, ...others] = await reader.findAllByRole('alert');
  expect(told?.textContent).toMatch(/no longer has this conversation: it was deleted.*what was read on/);
  expect(others).toEqual([]);
  expect(reader.getByText('This is unacceptable.')).toBeTruthy();
  for (const name of ['Tags…', 'Flag', 'Report…', 'Pin on the offline desk', 'Review the quality'])
    expect(reader.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
  for (const name of ['Print…', 'Save as PDF…'])
    expect(reader.getByRole('button', { name }).getAttribute('aria-disabled')).toBeNull();
});

it('finds out by reading again, too, and takes it all back where it is there after all', async () => {
  let gone = false;
  const { reader, user } = await open(({ api: { archive } }) => {
    const { get } = archive;
    archive.get = (input) => (gone ? Promise.resolve(failed('not-found')) : get(input));
  });
  await reader.findByText('This is unacceptable.');
  gone = true;
  await user.click(reader.getByRole('button', { name: 'Read this conversation again' }));
  await reader.findByRole('alert');
  gone = false;
  await user.click(reader.getByRole('button', { name: 'Read this conversation again' }));
  await waitFor(() => expect(reader.queryByRole('alert')).toBeNull());
  expect(reader.getByRole('button', { name: 'Flag' }).getAttribute('aria-disabled')).toBeNull();
});
