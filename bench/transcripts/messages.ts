import type { KeptTranscript } from '../../src/shared/models/desk.ts';
import { aConversation, ENDED } from '../../src/shared/testing/a-conversation.ts';
import { numbers, wordAt } from './words.ts';

const EACH = 10;

/** Texts of 6 to 15 words, drawn by frequency. */
function* texts(): Generator<string> {
  const random = numbers(7);
  for (;;) yield Array.from({ length: 6 + Math.floor(random() * 10) }, () => wordAt(random())).join(' ');
}

/** Short messages in conversations of ten, a minute apart up to now, the oldest first: as they are kept while days go by. */
export function* transcriptsOf(messages: number, tenant: string, now: number): Generator<KeptTranscript> {
  const said = texts();
  const count = messages / EACH;
  for (let nth = 0; nth < count; nth += 1) {
    const startedAt = now - (count - nth) * 60_000;
    yield {
      tenant,
      conversation: aConversation({ ...ENDED, id: `b-${nth}`, contact: { display: 'Kim' }, startedAt }),
      messages: Array.from({ length: EACH }, (_, index) => ({
        id: `b-${nth}-${index}`,
        index,
        role: index % 2 === 0 ? ('customer' as const) : ('ai' as const),
        text: said.next().value,
        at: startedAt + index * 5_000,
      })),
      functionCalls: [],
      transitions: [],
      keptAt: now,
      pinned: false,
    };
  }
}

const OF_EACH = 100;

export const KINDS = ['word', 'words', 'phrase', 'prefix'] as const;
export type KindOfQuery = (typeof KINDS)[number];

/**
 * What is looked for, so many of each kind: words by their frequency, the first two words of messages (in any order, and as
 * a phrase), and the first four letters of words by their frequency.
 */
export const QUERIES: Readonly<Record<KindOfQuery, readonly string[]>> = (() => {
  const random = numbers(23);
  const drawn = () => Array.from({ length: OF_EACH }, () => wordAt(random()));
  const said = texts();
  const pairs = () => Array.from({ length: OF_EACH }, () => said.next().value.split(' ').slice(0, 2).join(' '));
  return {
    word: drawn(),
    words: pairs(),
    phrase: pairs().map((pair) => `"${pair}"`),
    prefix: drawn().map((word) => `${word.slice(0, 4)}*`),
  };
})();

/** What `ask` gives for each of them, one after the other. */
export function queriesOf<T>(ask: (text: string, kind: KindOfQuery) => T): Record<KindOfQuery, readonly T[]> {
  const of = (kind: KindOfQuery) => QUERIES[kind].map((text) => ask(text, kind));
  return { word: of('word'), words: of('words'), phrase: of('phrase'), prefix: of('prefix') };
}
