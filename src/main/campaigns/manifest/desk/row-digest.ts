/**
 * A number that stands for the values of a row, to tell whether they changed. The number to dial is no part of it, nor are
 * values that are empty.
 * @param columns names in the order of the values, the number first
 */
export function rowDigest(columns: readonly string[]): (values: readonly string[]) => number {
  return (values) => {
    let digest = 0;
    for (let at = 1; at < columns.length; at += 1) {
      const value = values[at] ?? '';
      // A sum, so that columns may change their places.
      if (value !== '') digest = (digest + fnv(`${columns[at]}\n${value}`)) >>> 0;
    }
    return digest;
  };
}

/** FNV-1a over UTF-16. */
function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
