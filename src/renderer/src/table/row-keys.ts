/** The row that a key leads to from `index`, or undefined when the key does not move. `page` is the rows on screen. */
export function rowAfterKey(key: string, index: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined;
  const target = targetOf(key, index, count, Math.max(1, page - 1));
  return target === undefined ? undefined : Math.min(count - 1, Math.max(0, target));
}

function targetOf(key: string, index: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + page;
    case 'PageUp':
      return index - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
