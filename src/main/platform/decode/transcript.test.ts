import { describe, expect, it } from 'vitest';
import { transcriptDecoder } from './transcript.ts';

const decode = transcriptDecoder();
const conversation = { transcriptId: 'c-1', status: 'Escalated To Fraud Desk', platform: 'Fax', direction: 'sideways' };

describe('a transcript with what the console does not know', () => {
  it('keeps statuses, platforms and lists of other names', () => {
    const read = decode({ ...conversation, messages: [], whispers: [{ text: 'psst' }], moonPhase: 'waxing' });
    expect(read?.conversation).toMatchObject({
      status: 'Escalated To Fraud Desk',
      platform: 'Fax',
      direction: 'sideways',
      other: { whispers: [{ text: 'psst' }], moonPhase: 'waxing' },
    });
  });

  it('keeps messages of other speakers, of other kinds than text, and without a name of their own', () => {
    const read = decode({
      ...conversation,
      messages: [
        { id: 'm-1', role: 'Notary Public', text: 'Hear ye' },
        { id: 'm-2', role: 'customer', type: 'location', latitude: 45.5, longitude: -73.6 },
        { id: 'm-3', sender: 'customer', attachment: { url: 'https://files.example/1.png', media: 'image/png' } },
        { role: 'customer', text: 'I have no id' },
        { id: 'm-5', role: 'customer' },
      ],
    });
    expect(read?.messages).toEqual([
      { id: 'm-1', role: 'unknown', roleLabel: 'Notary Public', text: 'Hear ye' },
      {
        id: 'm-2',
        role: 'customer',
        text: '{"type":"location","latitude":45.5,"longitude":-73.6}',
        notText: 'location',
      },
      {
        id: 'm-3',
        role: 'customer',
        text: '{"attachment":{"url":"https://files.example/1.png","media":"image/png"}}',
        notText: '',
      },
      { id: '#3', role: 'customer', text: 'I have no id' },
    ]);
  });

  it('keeps the word for the status of a call, and events that lead to no state', () => {
    const read = decode({
      ...conversation,
      functionCalls: [
        { id: 'f-1', name: 'lookup', status: 'Rate Limited', inputs: {} },
        { name: 'unnumbered', status: 'done' },
      ],
      transitions: [{ at: '2026-03-01T12:00:00.000Z', event: 'supervisor-whispered' }, { note: 'nothing of a step' }],
    });
    expect(read?.functionCalls).toEqual([
      { id: 'f-1', name: 'lookup', status: 'unknown', statusLabel: 'Rate Limited', inputs: {}, outputs: null },
      { id: '#1', name: 'unnumbered', status: 'succeeded', inputs: null, outputs: null },
    ]);
    expect(read?.transitions).toEqual([
      { at: Date.parse('2026-03-01T12:00:00.000Z'), from: '', event: 'supervisor-whispered', to: '' },
    ]);
  });
});
