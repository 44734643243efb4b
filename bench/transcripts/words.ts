/** The same numbers each time, from 0 to below 1: figures of two runs are of the same texts. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const COUNT = 20_000;
/** Flattens the head of the curve: the commonest word is in an eighth of all messages, as in real ones without stop words. */
const SHIFT = 10;
const ONSETS = 'b c d f g h j k l m n p r s t v w z br cl dr fl gr pl pr sc sh sl st tr'.split(' ');
const VOWELS = 'a e i o u ai ea ou'.split(' ');
const CODAS = ['', '', '', 'n', 'r', 's', 't', 'l', 'nd', 'rt'];

function words(): readonly string[] {
  const random = numbers(11);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const made = new Set<string>();
  while (made.size < COUNT) {
    const syllables = random() < 0.3 ? 1 : 2;
    const word = Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join('');
    if (word.length >= 3) made.add(word);
  }
  return [...made];
}

const VOCABULARY = words();
/** How often a word up to this one is drawn. */
const REACH = VOCABULARY.reduce<number[]>((reach, _, rank) => {
  reach.push((reach.at(-1) ?? 0) + 1 / (rank + SHIFT));
  return reach;
}, []);

/** A word of the vocabulary by its frequency, for a number from 0 to below 1. */
export function wordAt(share: number): string {
  const wanted = share * (REACH.at(-1) ?? 0);
  let [low, high] = [0, REACH.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((REACH[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return VOCABULARY[low] ?? '';
}
