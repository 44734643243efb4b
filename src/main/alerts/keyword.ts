/** Lower case and without accents, so that "résilier" is found in "RESILIER". */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Finds the first of some words or phrases as whole words in folded text; undefined for none. */
export function wordFinder(words: readonly string[]): (foldedText: string) => string | undefined {
  const wanted = words.map(folded).filter((word) => word !== '');
  if (wanted.length === 0) return () => undefined;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'u');
  return (text) => pattern.exec(text)?.[0];
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s+');
}
