/** Deep equality of plain data (JSON-like). Cheap enough to compare each row that an event tells, inside and out. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameItems(a, b);
  // `for in` is several times faster than lists of keys; plain data inherits no names.
  let left = 0;
  for (const key in a) {
    const other = b[key];
    if (!sameData(a[key], other) || (other === undefined && !Object.hasOwn(b, key))) return false;
    left++;
  }
  for (const _ in b) left--;
  return left === 0;
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (!sameData(a[index], b[index])) return false;
  return true;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
