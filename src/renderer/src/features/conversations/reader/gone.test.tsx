import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { failed } from '../../../../testing/fake-envelopes.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';

it('says that a transcript is gone, and leaves the list as it was', async () => {
  renderConsole({}, '/conversations/c-9001', (fake) => {
    fake.api.archive.get = async () => failed('not-found');
  });
  const reader = within(await screen.findByRole('region', { name: 'Conversation' }));
  expect((await reader.findByRole('alert')).dataset['failure']).toBe('not-found');
  expect(reader.getByRole('button', { name: 'Read again' })).toBeTruthy();
  expect(screen.getByRole('grid', { name: 'Conversations' })).toBeTruthy();
});
