/** Whether all words of the query are found in the texts together, without regard to case and accents. */
export function matches(query: string, texts: readonly (string | undefined)[]): boolean {
  const hay = plain(texts.filter((text) => text !== undefined).join(' '));
  return plain(query)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
