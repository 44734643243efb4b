import { FailureError } from '../../../shared/models/failure.ts';
import type { BoundOperation } from '../bind.ts';
import { unitIn } from '../decode/schema-hints.ts';
import { isRecord, type JsonRecord, safeKeys } from '../json.ts';
import { elementOf, type FieldView, fieldsOf, type SchemaRef, viewOf } from '../openapi/schema-view.ts';
import { squash } from '../words.ts';

/** How one field of a body is found in a document, and how its value is spelled there. */
export interface FieldShape {
  /** Squashed names that the field goes by besides ours, most telling first. */
  readonly names?: readonly string[];
  /**
   * `instant`: epoch ms here, whatever the schema takes there. `word`: spelled as the schema's enumeration does. `named`:
   * values by names of anybody's choice, a map or a list there.
   */
  readonly as?: 'instant' | 'word' | 'named';
  /** Turns an instance's spelling into ours, for words that are more than spelled differently. */
  readonly vocabulary?: (spelling: string) => string;
  /** The fields of an object, or of each object of a list or map. */
  readonly within?: Shape;
  /** For a map from our words to objects: the field that holds the word where the instance has a list instead. */
  readonly keyedBy?: readonly string[];
  /** Left out, not refused, where the document has no such field. */
  readonly optional?: true;
}
export type Shape = Readonly<Record<string, FieldShape>>;

function unfillable(bound: BoundOperation, field: string): FailureError {
  return new FailureError('unavailable', `${bound.operation}: the console cannot fill the request`, {
    reason: 'unfillable-body',
    operation: bound.operation,
    field,
  });
}

function fieldFor(name: string, shape: FieldShape, fields: readonly FieldView[], taken: ReadonlySet<string>) {
  return [squash(name), ...(shape.names ?? [])]
    .map((one) => fields.find((field) => squash(field.name) === one && !taken.has(field.name)))
    .find((field) => field !== undefined);
}

function wordFor(bound: BoundOperation, name: string, shape: FieldShape, value: string, view: FieldView | undefined) {
  const spellings = view?.enumeration ?? [];
  if (spellings.length === 0) return value;
  const found = spellings.find((one) => squash(one) === squash(value) || shape.vocabulary?.(one) === value);
  if (found === undefined) throw unfillable(bound, name);
  return found;
}

/** A moment (epoch ms) in the unit of a field: epoch seconds or milliseconds for a number, else ISO 8601. */
export function instantFor(value: number, view: FieldView | undefined): string | number {
  if (!view?.types.some((type) => type === 'integer' || type === 'number')) return new Date(value).toISOString();
  return unitIn(view) === 's' ? Math.round(value / 1000) : value;
}

/** A map from our words to objects: a map there too, or a list of objects that hold the word. */
function encodeMap(
  bound: BoundOperation,
  name: string,
  shape: FieldShape,
  value: JsonRecord,
  ref: SchemaRef | undefined,
): unknown {
  const element = ref && elementOf(ref);
  const inner = shape.within ?? {};
  if (ref === undefined || element === undefined) {
    const known = ref === undefined ? [] : fieldsOf(ref);
    return Object.fromEntries(
      safeKeys(value).map((key) => {
        const field = known.find((one) => squash(one.name) === squash(key) || shape.vocabulary?.(one.name) === key);
        const at = field && ref && { root: ref.root, schema: field.schema };
        return [field?.name ?? key, encodeRecord(bound, inner, value[key], at)];
      }),
    );
  }
  const keyField = fieldsOf(element).find((field) => shape.keyedBy?.includes(squash(field.name)));
  if (keyField === undefined) throw unfillable(bound, name);
  return safeKeys(value).map((key) => ({
    [keyField.name]: wordFor(bound, name, shape, key, keyField),
    ...encodeRecord(bound, inner, value[key], element, new Set([keyField.name])),
  }));
}

const KEY_NAMES: ReadonlySet<string> = new Set(['key', 'name', 'label']);
const VALUE_NAMES: ReadonlySet<string> = new Set(['value', 'val', 'text']);

/** Values by free names: a map, or a list of objects with a name and a value where the schema has one. */
function encodeNamed(bound: BoundOperation, name: string, value: JsonRecord, ref: SchemaRef | undefined): unknown {
  const element = ref && elementOf(ref);
  if (element === undefined) return value;
  const fields = fieldsOf(element);
  const key = fields.find((field) => KEY_NAMES.has(squash(field.name)));
  const holder = fields.find((field) => VALUE_NAMES.has(squash(field.name)));
  if (key === undefined || holder === undefined) throw unfillable(bound, name);
  return safeKeys(value).map((one) => ({ [key.name]: one, [holder.name]: value[one] }));
}

function encodeValue(
  bound: BoundOperation,
  name: string,
  shape: FieldShape,
  value: unknown,
  ref: SchemaRef | undefined,
): unknown {
  const view = ref && viewOf(ref);
  if (shape.as === 'instant' && typeof value === 'number') return instantFor(value, view);
  if (shape.as === 'word' && typeof value === 'string') return wordFor(bound, name, shape, value, view);
  if (shape.as === 'named' && isRecord(value)) return encodeNamed(bound, name, value, ref);
  if (Array.isArray(value) && view !== undefined && view.types.length > 0 && !view.types.includes('array')) {
    // Several values where the instance takes one would be answered by too little.
    if (value.length !== 1) throw unfillable(bound, name);
    return encodeValue(bound, name, shape, value[0], ref);
  }
  if (Array.isArray(value)) {
    const element = ref && elementOf(ref);
    return value.map((one: unknown) => encodeValue(bound, name, shape, one, element));
  }
  if (isRecord(value) && shape.keyedBy !== undefined) return encodeMap(bound, name, shape, value, ref);
  return shape.within === undefined ? value : encodeRecord(bound, shape.within, value, ref);
}

function encodeRecord(
  bound: BoundOperation,
  shape: Shape,
  value: unknown,
  ref: SchemaRef | undefined,
  taken: Set<string> = new Set(),
): JsonRecord {
  if (!isRecord(value)) return {};
  const fields = ref === undefined ? [] : fieldsOf(ref);
  const described = fields.length > 0;
  const out: Record<string, unknown> = {};
  for (const name of Object.keys(shape)) {
    const one = shape[name];
    const given = value[name];
    if (one === undefined || given === undefined) continue;
    const field = fieldFor(name, one, fields, taken);
    if (field !== undefined && ref !== undefined) {
      taken.add(field.name);
      out[field.name] = encodeValue(bound, name, one, given, { root: ref.root, schema: field.schema });
    } else if (!described) out[name] = encodeValue(bound, name, one, given, undefined);
    // A group that the document does not have: its fields may stand beside the others.
    else if (one.within !== undefined && one.keyedBy === undefined && isRecord(given)) {
      Object.assign(out, encodeRecord(bound, one.within, given, ref, taken));
    } else if (one.optional !== true) throw unfillable(bound, name);
  }
  return out;
}

/**
 * The JSON value of a body: our fields under the names, units and spellings that the document's schema has for them.
 * @param schema undefined where nothing is described: our own names are sent.
 * @throws FailureError `unavailable`, reason `unfillable-body`, for a value without a place and for a required field that
 *   the console has no value for.
 */
export function encodeShape(
  bound: BoundOperation,
  shape: Shape,
  values: JsonRecord,
  schema: SchemaRef | undefined,
): JsonRecord {
  const out: Record<string, unknown> = { ...encodeRecord(bound, shape, values, schema) };
  for (const field of schema === undefined ? [] : fieldsOf(schema)) {
    if (!field.required || field.name in out) continue;
    if (field.fixed === undefined) throw unfillable(bound, field.name);
    out[field.name] = field.fixed;
  }
  return out;
}
