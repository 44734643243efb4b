import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCriteria } from './default-scorecard.ts';
import { drawSample } from './draw-sample.ts';
import type { Criterion, Review, ReviewedConversation } from './quality.ts';
import { resultsOf, scoreOf } from './quality-score.ts';

const one = (id: string, more: Partial<Criterion> = {}): Criterion => ({
  id,
  name: id,
  kind: 'scale',
  weight: 10,
  autoFail: false,
  ...more,
});
const review = (id: string, csr: string | undefined, marks: Review['marks'], version = 1): Review => ({
  about: { id, platform: 'voice', ...(csr !== undefined && { csr }) },
  version,
  state: 'finished',
  at: 1,
  marks,
  note: '',
  notes: [],
  history: [],
});

describe('a score', () => {
  it('weighs what applies, and is 0 as soon as one that fails all is failed', () => {
    const criteria = [one('a', { weight: 30 }), one('b', { kind: 'pass-fail' }), one('c', { autoFail: true })];
    expect(scoreOf(criteria, { a: 5, b: 0 })).toEqual({ score: 75, failed: false, missing: ['c'] });
    expect(scoreOf(criteria, { a: 5, b: 'not-applicable', c: 5 }).score).toBe(100);
    expect(scoreOf(criteria, { a: 5, b: 1, c: 0 })).toEqual({ score: 0, failed: true, missing: [] });
    expect(scoreOf(criteria, { a: 'not-applicable' }).score).toBeUndefined();
  });

  it('is never beyond 0 and 100, whatever is marked, and best where all is', () => {
    const criteria = defaultCriteria('fr');
    const mark = fc.oneof(fc.integer({ min: -9, max: 99 }), fc.constant('not-applicable' as const));
    const marks = fc.dictionary(fc.constantFrom(...criteria.map(({ id }) => id)), mark);
    fc.assert(
      fc.property(marks, (given) => {
        const { score = 0 } = scoreOf(criteria, given);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
    const best = Object.fromEntries(criteria.map(({ id, kind }) => [id, kind === 'scale' ? 5 : 1]));
    expect(scoreOf(criteria, best).score).toBe(100);
  });
});

describe('results', () => {
  it('average what is finished by CSR and by criterion, over versions', () => {
    const cards = [
      { version: 1, criteria: [one('a'), one('gone')] },
      { version: 2, criteria: [one('a', { name: 'A, renamed' }), one('b', { kind: 'pass-fail', autoFail: true })] },
    ];
    const reviews = [
      review('1', 'Kim', { a: 5, gone: 0 }),
      review('2', 'Kim', { a: 0, b: 1 }, 2),
      review('3', undefined, { a: 5, b: 0 }, 2),
      { ...review('4', 'Kim', { a: 5, b: 1 }, 2), state: 'draft' as const },
    ];
    expect(resultsOf(reviews, cards)).toEqual({
      whole: { average: 33.3, reviews: 3, failed: 1 },
      byCsr: [
        { csr: 'Kim', average: 50, reviews: 2, failed: 0 },
        { average: 0, reviews: 1, failed: 1 },
      ],
      byCriterion: [
        { id: 'a', name: 'A, renamed', average: 66.7, reviews: 3, failed: 1 },
        { id: 'b', name: 'b', average: 50, reviews: 2, failed: 1 },
        { id: 'gone', name: 'gone', average: 0, reviews: 1, failed: 1 },
      ],
    });
    expect(resultsOf([], cards)).toEqual({ byCsr: [], byCriterion: [] });
  });
});

describe('a sample', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 60 });
  const csrs = ['Kim', 'Lou', undefined];
  const candidatesOf = (names: readonly string[]): readonly ReviewedConversation[] =>
    names.map((id, at) => {
      const csr = csrs[at % 3];
      return { id, platform: 'voice', ...(csr !== undefined && { csr }) };
    });

  it('is the same for the same seed in whatever order it was read, and another for another seed', () => {
    fc.assert(
      fc.property(ids, fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 20 }), (names, seed, size) => {
        const all = candidatesOf(names);
        const how = { seed, size, spread: 'whole' } as const;
        const drawn = drawSample(all, how).map(({ id }) => id);
        expect(drawSample(all.toReversed(), how).map(({ id }) => id)).toEqual(drawn);
        expect(drawn).toHaveLength(Math.min(size, names.length));
        // What comes since pushes some out, and changes nothing of the others' order.
        const more = drawSample([...all, { id: 'one that came since', platform: 'sms' }], how).map(({ id }) => id);
        expect(more.filter((id) => drawn.includes(id))).toEqual(drawn.filter((id) => more.includes(id)));
      }),
    );
    const many = candidatesOf(Array.from({ length: 1000 }, (_, nth) => `c-${nth}`));
    const [a, b] = ['first', 'second'].map((seed) => drawSample(many, { seed, size: 20, spread: 'whole' }));
    expect(a).not.toEqual(b);
  });

  it('takes so many of each CSR where it is spread over them, and each is drawn about as often as any other', () => {
    const all = candidatesOf(Array.from({ length: 90 }, (_, nth) => `c-${nth}`));
    const drawn = drawSample(all, { seed: 's', size: 4, spread: 'csr' });
    expect(Object.values(Object.groupBy(drawn, ({ csr }) => csr ?? '')).map((some) => some?.length)).toEqual([4, 4, 4]);
    const times = new Map<string, number>();
    for (let seed = 0; seed < 900; seed += 1) {
      for (const { id } of drawSample(all, { seed: `${seed}`, size: 10, spread: 'whole' }))
        times.set(id, (times.get(id) ?? 0) + 1);
    }
    // 100 expected of each; five standard deviations either way.
    expect(Math.min(...times.values())).toBeGreaterThan(50);
    expect(Math.max(...times.values())).toBeLessThan(150);
    expect(times.size).toBe(90);
  });
});
