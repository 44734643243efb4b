import { expect, it } from 'vitest';
import { aConversation, ENDED } from '../testing/a-conversation.ts';
import { matchesFilter } from './matches-filter.ts';

const one = aConversation({
  ...ENDED,
  id: 'c-1',
  platform: 'voice',
  contact: { display: '+14165550101', name: 'Kim Roy' },
  flow: { id: 'f-1', name: 'Billing Inquiry' },
  startedAt: 1_000_000,
  endedAt: 1_060_000,
  risk: { level: 3, label: 'high' },
  sentiments: [{ name: 'anger', score: 0.6 }],
  functionsCalled: ['lookupAccount'],
  parameters: [{ name: 'account', value: '88', source: 'asserted' }],
  tags: [{ name: 'Issue', value: 'Outage' }],
  flagged: true,
  language: 'en',
});

it.each([
  [{}, true],
  [{ status: ['failed', 'Completed'], platform: ['voice'], risk: ['high'] }, true],
  [{ status: ['failed'] }, false],
  [{ risk: ['low'] }, false],
  [{ tag: 'issue' }, true],
  [{ tag: 'Issue:Outage' }, true],
  [{ tag: 'Issue:Billing' }, false],
  [{ parameter: 'account:88', function: 'lookupaccount', sentiment: 'anger' }, true],
  [{ flow: 'f-1' }, true],
  [{ flow: 'billing inquiry', flagged: true, language: 'en' }, true],
  [{ flagged: false }, false],
  [{ contact: 'roy' }, true],
  [{ contact: 'smith' }, false],
  [{ minDuration: 60, maxDuration: 60 }, true],
  [{ minDuration: 61 }, false],
  [{ from: 1_000_000, to: 1_000_001 }, true],
  [{ to: 1_000_000 }, false],
  [{ pointOfContact: 'Main line' }, false],
] as const)('judges %j as an instance would', (filter, expected) => {
  expect(matchesFilter(one, filter)).toBe(expected);
});

it('lets none by whose beginning is not known when days are asked for', () => {
  const { startedAt: _, ...unknown } = one;
  expect([matchesFilter(unknown, { from: 0 }), matchesFilter(unknown, { minDuration: 0 })]).toEqual([false, false]);
});
