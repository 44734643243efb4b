import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Envelope } from '../../../../../shared/ipc/envelope.ts';
import { failed, ok } from '../../../../testing/fake-envelopes.ts';
import type { FakeBridge } from '../../../../testing/fake-types.ts';
import { inLiveWindow } from '../../../../testing/live-console.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';

inLiveWindow();

const sheets = () => [...document.querySelectorAll<HTMLElement>('body > .print-sheet')];

/** The dialog with PDF chosen, for the whole search of 40 conversations. */
async function choosePdf(prepare: (fake: FakeBridge) => void) {
  const { fake, user } = renderConsole({}, '/conversations', prepare);
  await screen.findByRole('row', { name: /^c-9001/ });
  await user.click(screen.getByRole('button', { name: 'Export…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Export conversations' }));
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Format' }), 'PDF, each conversation on its own page');
  await user.click(dialog.getByRole('button', { name: 'Choose the file…' }));
  return { fake, user, dialog };
}

it('puts a whole search on paper, masked by number and name, and cannot be closed while it is printed', async () => {
  let saved: (value: Envelope<boolean>) => void = () => undefined;
  const printed: unknown[] = [];
  const { dialog, user } = await choosePdf(({ api: { archive } }) => {
    const { get } = archive;
    archive.get = async (input) => {
      if (input.id === 'c-9005') return failed('not-found');
      const answer = await get(input);
      if (!answer.ok || input.id !== 'c-9003') return answer;
      const { conversation } = answer.value;
      return ok({ ...answer.value, conversation: { ...conversation, contact: { display: 'Colleen Park' } } });
    };
    archive.exportPdf = (input) => {
      printed.push(input);
      return new Promise((done) => (saved = done));
    };
  });
  await waitFor(() => expect(printed).toEqual([{ tenant: 'northwind', conversations: 39, missing: 1, masked: true }]));
  const paper = sheets().map((sheet) => sheet.textContent ?? '');
  expect(paper).toHaveLength(39);
  expect(paper[0]).toMatch(/^Conversation c-90001 of 39/);
  expect(paper.join('\n')).not.toMatch(/Colleen|\+1416555/);
  const cancel = dialog.getByRole('button', { name: 'Cancel' });
  expect(cancel.getAttribute('aria-disabled')).toBe('true');
  await user.keyboard('{Escape}');
  expect(sheets()).toHaveLength(39);
  saved(ok(true));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sheets()).toEqual([]);
  expect(screen.getByTestId('said').textContent).toBe('Saved as PDF · 1 not there any more');
});

it('says how far it is, and leaves nothing behind when it is cancelled', async () => {
  let go: () => void = () => undefined;
  const waits = new Promise<void>((done) => (go = done));
  const { fake, dialog, user } = await choosePdf(({ api: { archive } }) => {
    const { get } = archive;
    archive.get = async (input) => {
      if (input.id === 'c-9010') await waits;
      return get(input);
    };
  });
  expect(await dialog.findByText(/^\d+ of 40 conversations read$/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  go();
  await screen.findByRole('row', { name: /^c-9001/ });
  expect(sheets()).toEqual([]);
  expect(fake.calls.some(({ name }) => name === 'archive.exportPdf')).toBe(false);
});
