/** Messages of the desk that is searched: short, of two thousand words, the common ones common; the same each time. */
const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'jo', 'ki', 'la', 'me', 'no', 'pi', 'ra', 'se', 'tu', 'vo'];
const WORDS = Array.from({ length: 2_000 }, (_, index) => {
  const at = (place: number) => SYLLABLES[Math.floor(index / 16 ** place + place * 5) % 16] ?? '';
  return `${at(0)}${at(1)}${at(2)}${index % 3 === 0 ? 'n' : ''}`;
});

/** Numbers from 0 to 1, the same each time (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Ten words or so. */
export function sentence(random: () => number): string {
  const word = () => WORDS[Math.floor(random() ** 2 * WORDS.length)] ?? '';
  return Array.from({ length: 7 + Math.floor(random() * 6) }, word).join(' ');
}

export interface Asked {
  readonly kind: 'one word' | 'two words' | 'phrase' | 'prefix';
  readonly text: string;
}

/** Searches of each kind, made of messages that are there. */
export function searches(each: number): readonly Asked[] {
  const random = createRandom(99);
  const asked: Asked[] = [];
  for (let made = 0; made < each; made += 1) {
    const words = sentence(random).split(' ');
    const [one = '', two = '', three = ''] = words;
    asked.push({ kind: 'one word', text: one });
    asked.push({ kind: 'two words', text: `${one} ${three}` });
    asked.push({ kind: 'phrase', text: `"${one} ${two}"` });
    asked.push({ kind: 'prefix', text: `${one.slice(0, 3)}*` });
  }
  return asked;
}
