import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptTranscript } from '../testing/kept-transcript.ts';
import { DeskIndex } from './desk-index.ts';

const at = Date.UTC(2026, 10, 20, 15);
const word = fc.constantFrom(
  'power',
  'Powers',
  'pôwer',
  'POW',
  'ΑΘΗΝΑΣ',
  'αθήνα',
  'straße',
  'STRASSE',
  '4165550123',
  '416',
  'क्या',
  'naïve-té',
  '😀',
  'שלום',
);
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const kept = (id: string, texts: readonly string[]) => keptTranscript(id, at, [...texts]);

/** What a search finds, newest first or by FTS5's own beginnings (ranked), as a set. */
function found(index: DeskIndex, asked: string, order: 'newest' | 'best'): readonly string[] {
  const { hits } = index.search({ tenant: 'north', text: asked, order, limit: 500 }).read();
  return hits
    .map(({ conversation, messageId, text: said, marks }) => JSON.stringify([conversation.id, messageId, said, marks]))
    .sort();
}

it('finds by beginnings what FTS5 finds by them, after a filling and after every change', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 8 }),
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.tuple(word, fc.integer({ min: 1, max: 5 })),
      async (filling, later, [of, length]) => {
        const index = new DeskIndex();
        await index.fill(async (into) => {
          for (const [nth, one] of filling.entries()) into.keep(kept(`c-${nth % 4}`, [one]));
        });
        const asked = `${[...of].slice(0, length).join('')}*`;
        const same = () => expect(found(index, asked, 'newest')).toEqual(found(index, asked, 'best'));
        same();
        index.put([kept('c-1', later), kept('c-9', later)]);
        same();
        index.remove('north', ['c-0', 'c-9']);
        same();
        index.close();
      },
    ),
    { numRuns: 150 },
  );
});

it('finds nothing of what was kept anew or dropped while it was filled', async () => {
  const index = new DeskIndex();
  await index.fill(async (into) => {
    into.keep(keptTranscript('c-1', at, ['First hydrangea'], { tags: [{ name: 'Issue', value: 'Old' }] }));
    into.keep(keptTranscript('c-2', at, ['Second hydrangea']));
    into.keep(keptTranscript('c-1', at, ['Third hydrangea']));
    into.pin('north', 'c-1', true);
    into.drop('north', ['c-2']);
  });
  const { hits } = index.search({ tenant: 'north', text: 'hyd*', order: 'newest', limit: 10 }).read();
  expect(hits.map(({ text: said, pinned }) => [said, pinned])).toEqual([['Third hydrangea', true]]);
  expect(index.search({ tenant: 'north', text: 'hyd*', tag: 'Issue', order: 'newest', limit: 10 }).read().hits).toEqual(
    [],
  );
  expect(index.counts()).toEqual({ transcripts: 1, messages: 1, pinned: 1 });
  index.close();
});
