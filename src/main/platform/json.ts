/** A JSON object whose fields are unchecked. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** True for a plain JSON object (not null, not an array). */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record's own field; inherited names (`constructor`, `__proto__`) read as absent, so hostile documents learn nothing. */
export function own(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The own field of anything; undefined when it is no object. */
export function field(value: unknown, key: string): unknown {
  return isRecord(value) ? own(value, key) : undefined;
}

/** The own field when it is a string. */
export function stringField(value: unknown, key: string): string | undefined {
  const found = field(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** The own field as a list; empty when it is none. */
export function listField(value: unknown, key: string): readonly unknown[] {
  const found = field(value, key);
  return Array.isArray(found) ? found : [];
}

/** Own string keys, without the one name that would change an object's prototype when assigned. */
export function safeKeys(record: JsonRecord): readonly string[] {
  return Object.keys(record).filter((key) => key !== '__proto__');
}

/**
 * True when lists and objects are nested more than `limit` deep in a parsed value: too deep for the stack of whatever
 * walks it later. Parsing itself needs no stack (V8 does without recursion), and walking what was parsed takes a fraction
 * of the time that counting brackets in its text does.
 */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (Array.isArray(value)) return limit === 0 || value.some((one) => isDeeperThan(one, limit - 1));
  if (!isRecord(value)) return false;
  if (limit === 0) return true;
  for (const key in value) if (isDeeperThan(value[key], limit - 1)) return true;
  return false;
}
