import { describe, expect, it } from 'vitest';
import { keptTranscript } from '../testing/kept-transcript.ts';
import { DeskIndex } from './desk-index.ts';
import { PatternError } from './scan-pattern.ts';

const at = Date.UTC(2026, 10, 20, 15);
const query = { tenant: 'north', text: '', order: 'newest', limit: 20 } as const;

function filled(patternMs?: number): DeskIndex {
  const index = new DeskIndex(patternMs);
  index.put([
    keptTranscript('c-1', at, ['I want to cancel my plan', 'I can help you cancel that', 'Merci, Étienne']),
    keptTranscript('c-2', at + 60_000, ['My power is out', 'The crew is on its way'], {
      tags: [{ name: 'Issue', value: 'Outage' }],
    }),
    keptTranscript('c-3', at + 120_000, ['Cancel the appointment, my bill is wrong'], { tenant: 'south' }),
  ]);
  return index;
}
const found = (index: DeskIndex, asked: object) =>
  index
    .search({ ...query, ...asked })
    .read()
    .hits.map(({ conversation, text }) => `${conversation.id}: ${text}`);

describe('the index of the offline desk', () => {
  it('finds words in any case and without accents, newest first, in one tenant only', () => {
    expect(found(filled(), { text: 'CANCEL' })).toEqual([
      'c-1: I can help you cancel that',
      'c-1: I want to cancel my plan',
    ]);
    expect(found(filled(), { text: 'etienne' })).toEqual(['c-1: Merci, Étienne']);
    expect(found(filled(), { text: 'cancel', tenant: 'south' })).toEqual([
      'c-3: Cancel the appointment, my bill is wrong',
    ]);
  });

  it('finds phrases, beginnings of words, and all of several words', () => {
    expect(found(filled(), { text: '"cancel my"' })).toEqual(['c-1: I want to cancel my plan']);
    expect(found(filled(), { text: 'pow*' })).toEqual(['c-2: My power is out']);
    expect(found(filled(), { text: 'crew way' })).toEqual(['c-2: The crew is on its way']);
    expect(found(filled(), { text: 'crew nowhere' })).toEqual([]);
  });

  it('narrows by speaker and tag', () => {
    expect(found(filled(), { text: 'cancel', speaker: 'customer' })).toEqual(['c-1: I want to cancel my plan']);
    expect(found(filled(), { text: 'power', tag: 'Issue:Outage' })).toEqual(['c-2: My power is out']);
    expect(found(filled(), { text: 'power', tag: 'Issue:Billing' })).toEqual([]);
  });

  it('marks what it found', () => {
    const [hit] = filled()
      .search({ ...query, text: '"cancel my"' })
      .read().hits;
    expect(hit?.marks.map(({ from, to }) => hit.text.slice(from, to))).toEqual(['cancel my']);
  });

  it('takes no character of what is typed for more than text', () => {
    const index = filled();
    for (const text of [
      '"',
      'a" OR "b',
      'NEAR(',
      '*',
      '^cancel',
      'text:cancel',
      "'; DROP TABLE message; --",
      '( ) - +',
      '\u0000',
    ])
      expect(() => index.search({ ...query, text })).not.toThrow();
    expect(found(index, { text: 'power' })).toEqual(['c-2: My power is out']);
  });

  it('replaces a transcript that is kept again, and forgets one that is removed', () => {
    const index = filled();
    index.put([keptTranscript('c-2', at + 60_000, ['Another text'])]);
    expect(found(index, { text: 'power' })).toEqual([]);
    expect(found(index, { text: 'another' })).toEqual(['c-2: Another text']);
    index.remove('north', ['c-2']);
    expect(found(index, { text: 'another' })).toEqual([]);
    expect(index.counts()).toEqual({ transcripts: 2, messages: 4, pinned: 0 });
  });

  it('finds by regular expression', () => {
    const hits = filled()
      .search({ ...query, pattern: 'can(cel)? my' })
      .read().hits;
    expect(hits.map(({ text, marks }) => text.slice(marks[0]?.from, marks[0]?.to))).toEqual(['cancel my']);
  });

  it('refuses an expression that cannot be read, and stops one that explodes', () => {
    const index = filled(50);
    expect(() => index.search({ ...query, pattern: '(' })).toThrow(PatternError);
    index.put([keptTranscript('c-9', at, [`${'a'.repeat(60)}!`])]);
    expect(() => index.search({ ...query, pattern: '^(a+)+$' })).toThrow(/too long/);
    expect(found(index, { text: 'power' })).toEqual(['c-2: My power is out']);
  });

  it('keeps all messages of one moment, and however many of which nobody told when', () => {
    const said = (id: string, startedAt: number | undefined, texts: readonly string[]) => {
      const { conversation, messages, ...rest } = keptTranscript(id, 0, texts);
      const { startedAt: _, ...untimed } = conversation;
      return {
        ...rest,
        conversation: startedAt === undefined ? untimed : { ...untimed, startedAt },
        messages: messages.map(({ at: __, ...message }) => message),
      };
    };
    const index = new DeskIndex();
    index.put([
      said('c-1', at, ['first word', 'second word']),
      said('c-2', at, ['third word']),
      said('c-3', at + 1, ['fourth word']),
    ]);
    expect(found(index, { text: 'word' })).toEqual([
      'c-3: fourth word',
      'c-2: third word',
      'c-1: second word',
      'c-1: first word',
    ]);
    const many = Array.from({ length: 10_000 }, (_, nth) => `line ${nth}`);
    index.put([said('c-4', undefined, many), said('c-5', undefined, many)]);
    expect(index.counts().messages).toBe(20_004);
    expect(found(index, { text: '9999' })).toEqual(['c-5: line 9999', 'c-4: line 9999']);
  });

  it('tells that there is more', () => {
    expect(
      filled()
        .search({ ...query, text: 'cancel', limit: 1 })
        .read(),
    ).toMatchObject({ hits: [{}], more: true });
  });
});
