import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptTranscript } from '../testing/kept-transcript.ts';
import { DeskIndex } from './desk-index.ts';

const at = Date.UTC(2026, 10, 20, 15);
const word = fc.constantFrom('power', 'power', 'is', 'out', 'again');
const text = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
const transcript = fc.record({
  tenant: fc.constantFrom('north', 'north', 'south'),
  tagged: fc.boolean(),
  texts: fc.array(text, { minLength: 1, maxLength: 3 }),
});

/** BM25 of one word as SQLite has it, but for the factor that is the same for all. */
function rankOf(said: string, average: number): number {
  const words = said.split(' ');
  const times = words.filter((one) => one === 'power').length;
  return times / (times + 1.2 * (0.25 + (0.75 * words.length) / average));
}

it('ranks by BM25 over all that is kept, whichever of them are looked for', () => {
  fc.assert(
    fc.property(
      fc.array(transcript, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom({}, { speaker: 'ai' }, { tag: 'Issue' }),
      (transcripts, limit, narrowed) => {
        const index = new DeskIndex();
        index.put(
          transcripts.map(({ tenant, tagged, texts }, nth) =>
            keptTranscript(`c-${nth}`, at + nth * 60_000, texts, { tenant, tags: tagged ? [{ name: 'Issue' }] : [] }),
          ),
        );
        const said = transcripts.flatMap(({ texts }) => texts);
        const average = said.reduce((sum, one) => sum + one.split(' ').length, 0) / said.length;
        const wanted = transcripts
          .filter(({ tenant, tagged }) => tenant === 'north' && (!('tag' in narrowed) || tagged))
          .flatMap(({ texts }) => texts.filter((_, nth) => !('speaker' in narrowed) || nth % 2 === 1))
          .filter((one) => one.includes('power'))
          .map((one) => rankOf(one, average))
          .sort((a, b) => b - a);
        const asked = { tenant: 'north', text: 'power', order: 'best', limit, ...narrowed } as const;
        const { hits, more } = index.search(asked).read();
        expect(hits.map((hit) => rankOf(hit.text, average).toFixed(9))).toEqual(
          wanted.slice(0, limit).map((rank) => rank.toFixed(9)),
        );
        expect(more).toBe(wanted.length > limit);
        index.close();
      },
    ),
    { numRuns: 200 },
  );
});
