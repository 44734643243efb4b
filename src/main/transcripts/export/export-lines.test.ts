import { expect, it } from 'vitest';
import type { ArchivedTranscript } from '../../../shared/models/archive.ts';
import { EXPORT_FORMATS } from '../../../shared/models/transcript-export.ts';
import { aConversation, ENDED } from '../../../shared/testing/a-conversation.ts';
import { linesOf, maskedTranscript } from './export-lines.ts';

const transcript: ArchivedTranscript = {
  conversation: aConversation({
    ...ENDED,
    id: 'c-1',
    contact: { display: 'Colleen Park', name: 'Colleen Park' },
    functionsCalled: ['lookupAccount'],
    parameters: [{ name: 'phoneNumber', value: '+14165550199', source: 'asserted' }],
    tags: [{ name: '=HYPERLINK("https://evil.example")' }],
    other: { visitor: 'Colleen Park' },
  }),
  messages: [
    { id: 'm-1', role: 'customer', author: 'Colleen Park', text: 'Call me at 416-555-0199 or colleen@mail.example' },
    { id: 'm-2', role: 'csr', author: 'Avery Tremblay', text: '+1 is all I can do' },
  ],
  functionCalls: [
    {
      id: 'f-1',
      name: 'lookupAccount',
      status: 'failed',
      inputs: { phone: '+14165550199' },
      outputs: null,
      error: 'No +1 416 555 0199',
    },
  ],
  transitions: [],
};

it.each(EXPORT_FORMATS)(
  'keeps who the contact is out of a masked export as %s, by number, address and name',
  (format) => {
    const lines = linesOf(format, maskedTranscript(transcript));
    expect(lines).not.toMatch(/Colleen|colleen|416.?555/u);
    // Who worked for the tenant is no contact.
    if (format !== 'conversations-csv') expect(lines).toContain('Avery Tremblay');
    expect(linesOf(format, transcript)).toMatch(/Colleen/u);
  },
);

it('guards what a spreadsheet would take for a formula', () => {
  expect(linesOf('conversations-csv', transcript)).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  expect(linesOf('messages-csv', transcript)).toContain("'+1 is all I can do");
});

it('writes what the console does not know as the instance called it', () => {
  const strange: ArchivedTranscript = {
    ...transcript,
    conversation: { ...transcript.conversation, status: 'Escalated To Fraud Desk', platform: 'Fax' },
    messages: [
      { id: 'm-1', role: 'unknown', roleLabel: 'Notary Public', text: 'Hear ye' },
      { id: 'm-2', role: 'unknown', text: '{"latitude":45.5}', notText: 'location' },
    ],
    functionCalls: [
      { id: 'f-1', name: 'lookup', status: 'unknown', statusLabel: 'Rate Limited', inputs: 1, outputs: 2 },
    ],
    transitions: [{ from: '', event: 'supervisor-whispered', to: '' }],
  };
  expect(linesOf('conversations-csv', strange)).toContain('c-1,Fax,');
  expect(linesOf('conversations-csv', strange)).toContain('Escalated To Fraud Desk');
  expect(linesOf('messages-csv', strange)).toBe(
    'c-1,,Notary Public,,Hear ye,m-1\r\nc-1,,unknown,,"{""latitude"":45.5}",m-2\r\n',
  );
  expect(linesOf('text', strange)).toContain('] Notary Public: Hear ye');
  const { conversation, messages, functionCalls, transitions } = strange;
  expect(JSON.parse(linesOf('jsonl', strange))).toEqual({ conversation, messages, functionCalls, transitions });
  expect(JSON.parse(linesOf('jsonl', maskedTranscript(strange)))).toMatchObject({
    conversation: { status: 'Escalated To Fraud Desk', platform: 'Fax' },
    messages: [{ roleLabel: 'Notary Public', text: 'Hear ye' }, { notText: 'location' }],
    functionCalls: [{ statusLabel: 'Rate Limited' }],
    transitions,
  });
});
