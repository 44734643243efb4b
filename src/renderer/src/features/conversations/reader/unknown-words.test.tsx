import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { ArchivedTranscript, ArchiveHit } from '../../../../../shared/models/archive.ts';
import { archived } from '../../../../testing/fake-archive.ts';
import { ok } from '../../../../testing/fake-envelopes.ts';
import { inLiveWindow } from '../../../../testing/live-console.ts';
import { renderConsole } from '../../../../testing/render-console.tsx';

inLiveWindow();

const conversation = { ...archived(1), status: 'Escalated To Fraud Desk', platform: 'fax', direction: 'sideways' };
const transcript: ArchivedTranscript = {
  conversation: { ...conversation, other: { moonPhase: 'waxing' } },
  messages: [
    { id: 'm-1', index: 0, role: 'unknown', roleLabel: 'Notary Public', text: 'Hear ye' },
    { id: 'm-2', index: 1, role: 'customer', text: '{"latitude":45.5}', notText: 'location' },
  ],
  functionCalls: [
    { id: 'f-1', name: 'lookup', status: 'unknown', statusLabel: 'Rate Limited', inputs: {}, outputs: {} },
  ],
  transitions: [{ from: '', event: 'supervisor-whispered', to: '' }],
};
const hits: readonly ArchiveHit[] = [{ conversation, snippets: [] }];

it('shows what the console does not know by the instance’s own word: in the list, in the reader and on paper', async () => {
  const { user } = renderConsole({}, `/conversations/${conversation.id}`, ({ api }) => {
    api.archive.search = async () => ok({ items: hits, total: 1, totalIsExact: true });
    api.archive.get = async () => ok(transcript);
    api.app.savePdf = () => new Promise(() => undefined);
  });
  const row = await screen.findByRole('row', { name: new RegExp(`^${conversation.id}`) });
  expect(row.textContent).toContain('fax');
  expect(row.textContent).toContain('Escalated To Fraud Desk');
  const reader = within(await screen.findByRole('region', { name: 'Conversation' }));
  expect(await reader.findByText(/fax · sideways · Escalated To Fraud Desk/)).toBeTruthy();
  expect(reader.getByRole('article', { name: 'Notary Public' }).textContent).toContain('Hear ye');
  const place = reader.getByRole('article', { name: 'Customer' });
  expect(place.textContent).toContain('Unknown kind of message: location');
  expect(place.textContent).toContain('{"latitude":45.5}');
  expect(reader.getByText('unknown state: Rate Limited')).toBeTruthy();
  expect(reader.getByText('supervisor-whispered')).toBeTruthy();
  await user.click(reader.getByText(/Other fields 1/));
  expect(reader.getByText('moonPhase')).toBeTruthy();

  await user.click(reader.getByRole('button', { name: 'Save as PDF…' }));
  const paper = document.querySelector('body > .print-sheet')?.textContent;
  for (const word of [
    'fax',
    'Escalated To Fraud Desk',
    'Notary Public',
    'location',
    'Rate Limited',
    'supervisor-whispered',
  ])
    expect(paper).toContain(word);
});
