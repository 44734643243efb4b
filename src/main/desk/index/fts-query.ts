/** Words and "phrases" of a query; a quote that is never closed runs to the end. */
export function termsOf(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"?|([^\s"]+)/g)]
    .map(([, phrase, word]) => (phrase ?? word ?? '').trim())
    .filter((term) => /[\p{L}\p{N}]/u.test(term));
}

/**
 * The query in the language of SQLite's FTS5 (sqlite.org/fts5.html section 3): every term a string of its own, so that no
 * character of what was typed means anything there. Undefined when nothing can be looked for.
 * @param wordsOf the words with a beginning, to be looked for instead of it; undefined to leave it to FTS5.
 */
export function ftsQuery(
  text: string,
  wordsOf: (beginning: string) => readonly string[] | undefined = () => undefined,
): string | undefined {
  const terms = termsOf(text);
  if (terms.length === 0) return undefined;
  return terms
    .map((term) => {
      const isPrefix = term.endsWith('*') && !/\s/u.test(term);
      const plain = isPrefix ? term.slice(0, -1) : term;
      const words = isPrefix ? wordsOf(plain) : undefined;
      return words === undefined ? `${quoted(plain)}${isPrefix ? '*' : ''}` : `(${words.map(quoted).join(' OR ')})`;
    })
    .join(' AND ');
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
