import { isRecord, type JsonRecord, listField, own, safeKeys, stringField } from '../json.ts';
import { MAX_SCHEMA_FIELDS } from './limits.ts';
import { resolve } from './resolve.ts';

/** One field of an object schema, as far as the console reads schemas. */
export interface FieldView {
  readonly name: string;
  readonly types: readonly string[];
  readonly format?: string;
  readonly description: string;
  readonly enumeration: readonly string[];
  readonly maximum?: number;
  readonly required: boolean;
  /** `default` or `const`, or the only value of an enum. */
  readonly fixed?: unknown;
  /** The field's own schema, for fields within. */
  readonly schema: JsonRecord;
}

/** A schema and the document its references point into. */
export interface SchemaRef {
  readonly root: JsonRecord;
  readonly schema: unknown;
}

/** All the parts a schema is put together from (allOf, oneOf, anyOf and the schema itself), each once. */
function partsOf(root: JsonRecord, schema: unknown): readonly JsonRecord[] {
  const seen = new Set<JsonRecord>();
  const waiting: unknown[] = [schema];
  for (let next = waiting.pop(); next !== undefined && seen.size < MAX_SCHEMA_FIELDS; next = waiting.pop()) {
    const part = resolve(root, next);
    if (part === undefined || seen.has(part)) continue;
    seen.add(part);
    for (const key of ['anyOf', 'oneOf', 'allOf']) {
      const branches = listField(part, key);
      for (let i = Math.min(branches.length, MAX_SCHEMA_FIELDS) - 1; i >= 0; i--) waiting.push(branches[i]);
    }
  }
  return [...seen];
}

function typesOf(part: JsonRecord): readonly string[] {
  const type = own(part, 'type');
  const list: readonly unknown[] = Array.isArray(type) ? type : [type];
  return list.filter((one): one is string => typeof one === 'string');
}

function describe(root: JsonRecord, name: string, raw: unknown, required: boolean): FieldView | undefined {
  const parts = partsOf(root, raw);
  const first = parts[0];
  if (first === undefined) return undefined;
  const enumeration = parts
    .flatMap((part) => [...listField(part, 'enum'), own(part, 'const')])
    .filter((value): value is string => typeof value === 'string')
    .slice(0, MAX_SCHEMA_FIELDS);
  const own1 = isRecord(raw) ? stringField(raw, 'description') : undefined;
  const descriptions = [own1, ...parts.map((part) => stringField(part, 'description'))];
  const formats = parts.map((part) => stringField(part, 'format')).filter((format) => format !== undefined);
  const maxima = parts.map((part) => own(part, 'maximum')).filter((value) => typeof value === 'number');
  const fixed = own(first, 'default') ?? own(first, 'const') ?? (enumeration.length === 1 ? enumeration[0] : undefined);
  return {
    name,
    types: parts.flatMap(typesOf),
    ...(formats[0] === undefined ? {} : { format: formats[0] }),
    description: (descriptions.find((text) => text !== undefined) ?? '').slice(0, 500),
    enumeration,
    ...(maxima[0] === undefined ? {} : { maximum: maxima[0] }),
    required,
    ...(fixed === undefined ? {} : { fixed }),
    schema: first,
  };
}

/** The fields of an object schema, parts merged, first mention wins. Cyclic and hostile schemas give what can be read. */
export function fieldsOf({ root, schema }: SchemaRef): readonly FieldView[] {
  const found = new Map<string, FieldView>();
  for (const part of partsOf(root, schema)) {
    const properties = resolve(root, own(part, 'properties'));
    if (properties === undefined) continue;
    const required = new Set(listField(part, 'required'));
    for (const name of safeKeys(properties)) {
      if (found.size >= MAX_SCHEMA_FIELDS) return [...found.values()];
      if (found.has(name)) continue;
      const view = describe(root, name, own(properties, name), required.has(name));
      if (view !== undefined) found.set(name, view);
    }
  }
  return [...found.values()];
}

/** One schema by itself, seen the way a field is. */
export function viewOf({ root, schema }: SchemaRef): FieldView | undefined {
  return describe(root, '', schema, false);
}

/** The schema of an array's elements, or undefined when the schema describes no array. */
export function elementOf({ root, schema }: SchemaRef): SchemaRef | undefined {
  for (const part of partsOf(root, schema)) {
    const items = own(part, 'items');
    if (isRecord(items)) return { root, schema: items };
  }
  return undefined;
}
