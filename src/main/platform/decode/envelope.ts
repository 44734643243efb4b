import { isRecord, type JsonRecord, own, safeKeys } from '../json.ts';
import { elementOf, fieldsOf, type SchemaRef } from '../openapi/schema-view.ts';
import { squash } from '../words.ts';

const LIST_NAMES = [
  'items',
  'data',
  'results',
  'result',
  'records',
  'rows',
  'content',
  'entries',
  'list',
  'values',
  'elements',
  'hits',
];
const WRAPPERS = ['data', 'result', 'payload', 'response', 'body', 'content', 'page', 'embedded'];

function byName(record: JsonRecord, names: readonly string[]): readonly unknown[] {
  const keys = safeKeys(record);
  return names.flatMap((name) => keys.filter((key) => squash(key) === name)).map((key) => own(record, key));
}

/**
 * The list in an answer: the answer itself, a field with a usual list name or one of `names`, one level deeper within a
 * wrapper, or the only list there is.
 * @param names squashed names of the listed things (`conversations`), tried first.
 * @returns undefined when the answer holds no list: an unreadable answer must not look like an empty one.
 */
export function listIn(answer: unknown, names: readonly string[] = [], depth = 3): readonly unknown[] | undefined {
  if (Array.isArray(answer)) return answer;
  if (!isRecord(answer) || depth === 0) return undefined;
  const named = byName(answer, [...names, ...LIST_NAMES]).find((value) => Array.isArray(value));
  if (Array.isArray(named)) return named;
  for (const inner of byName(answer, WRAPPERS)) {
    const found = listIn(inner, names, depth - 1);
    if (found !== undefined) return found;
  }
  const lists = safeKeys(answer)
    .map((key) => own(answer, key))
    .filter((value) => Array.isArray(value));
  return lists.length === 1 ? lists[0] : undefined;
}

/** The schema of one listed thing, found the way `listIn` finds the list. */
export function elementSchemaIn(
  schema: SchemaRef | undefined,
  names: readonly string[] = [],
  depth = 3,
): SchemaRef | undefined {
  if (schema === undefined || depth === 0) return undefined;
  const bare = elementOf(schema);
  if (bare !== undefined) return bare;
  const fields = fieldsOf(schema);
  const lists = fields.flatMap((field) => {
    const element = elementOf({ root: schema.root, schema: field.schema });
    return element === undefined ? [] : [{ name: squash(field.name), element }];
  });
  for (const name of [...names, ...LIST_NAMES]) {
    const found = lists.find((list) => list.name === name);
    if (found !== undefined) return found.element;
  }
  for (const wrapper of WRAPPERS) {
    const inner = fields.find((field) => squash(field.name) === wrapper);
    const found = inner && elementSchemaIn({ root: schema.root, schema: inner.schema }, names, depth - 1);
    if (found !== undefined) return found;
  }
  return lists.length === 1 ? lists[0]?.element : undefined;
}

/** An answer about one thing, and the envelopes around it one by one, outermost first. */
export function unwrapped(answer: unknown, names: readonly string[] = []): readonly JsonRecord[] {
  const found: JsonRecord[] = [];
  const waiting: unknown[] = [answer];
  for (let next = waiting.shift(); next !== undefined && found.length < 10; next = waiting.shift()) {
    if (!isRecord(next)) continue;
    found.push(next);
    waiting.push(...byName(next, [...names, ...WRAPPERS, 'item']));
  }
  return found;
}

/** A schema and the schemas within its envelopes, the way `unwrapped` goes. */
export function unwrappedSchemas(schema: SchemaRef | undefined, names: readonly string[] = []): readonly SchemaRef[] {
  const found: SchemaRef[] = [];
  const waiting = [schema];
  for (let next = waiting.shift(); next !== undefined && found.length < 10; next = waiting.shift()) {
    found.push(next);
    const { root } = next;
    const fields = fieldsOf(next);
    for (const name of [...names, ...WRAPPERS, 'item']) {
      const inner = fields.find((field) => squash(field.name) === name);
      if (inner !== undefined) waiting.push({ root, schema: inner.schema });
    }
  }
  return found;
}
