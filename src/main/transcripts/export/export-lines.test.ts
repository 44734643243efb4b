import { expect, it } from 'vitest';
import type { ArchivedTranscript } from '../../../shared/models/archive.ts';
import { EXPORT_FORMATS } from '../../../shared/models/transcript-export.ts';
import { linesOf, maskedTranscript } from './export-lines.ts';

const transcript: ArchivedTranscript = {
  conversation: {
    id: 'c-1',
    platform: 'webchat',
    direction: 'inbound',
    contact: { display: 'Colleen Park', name: 'Colleen Park' },
    status: 'completed',
    ended: true,
    handler: { kind: 'ai' },
    aiState: 'paused',
    sentiments: [],
    sentimentTrend: [],
    functionsCalled: ['lookupAccount'],
    parameters: [{ name: 'phoneNumber', value: '+14165550199', source: 'asserted' }],
    tags: [{ name: '=HYPERLINK("https://evil.example")' }],
    flagged: false,
    other: { visitor: 'Colleen Park' },
  },
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
