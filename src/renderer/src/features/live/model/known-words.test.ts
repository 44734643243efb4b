import { expect, it } from 'vitest';
import { knownWord, wordKey } from './known-words.ts';

it('knows a word in every spelling, and no other', () => {
  for (const spelling of ['In Progress', 'in_progress', 'IN-PROGRESS', 'inProgress']) {
    expect(knownWord('status', spelling)).toBe('in-progress');
  }
  expect(knownWord('status', 'Answering Machine — Message Left')).toBe('answering-machine-message-left');
  expect(knownWord('status', 'Billing queue')).toBeUndefined();
  expect(wordKey('Équipe 2')).toBe('équipe-2');
});
