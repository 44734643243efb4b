/** Deep equality of plain data (JSON-like). Cheap enough to compare ten thousand rows in one resync. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameData(item, b[index]));
  }
  if (Array.isArray(b)) return false;
  const left = Object.entries(a);
  if (left.length !== Object.keys(b).length) return false;
  const right: Readonly<Record<string, unknown>> = { ...b };
  return left.every(([key, value]) => Object.hasOwn(right, key) && sameData(value, right[key]));
}
