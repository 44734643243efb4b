import { type FieldView, fieldsOf, type SchemaRef } from '../openapi/schema-view.ts';
import { squash } from '../words.ts';
import type { FieldTable } from './field-table.ts';
import type { TimeUnit } from './instant.ts';

/** How a schema gives away the meaning of a field whose name does not. */
export interface Clue<S extends string> {
  readonly slot: S;
  /** At least `least` of these squashed values in the field's enumeration. */
  readonly values?: readonly string[];
  readonly least?: number;
  readonly description?: RegExp;
  /** Only for fields of one of these types. */
  readonly types?: readonly string[];
}

export interface SchemaHints<S extends string> {
  /** Raw field name → our name. */
  readonly told: ReadonlyMap<string, S>;
  readonly units: ReadonlyMap<S, TimeUnit>;
  readonly maxima: ReadonlyMap<S, number>;
}

/** The unit of a time that a schema tells by its format or description. */
export function unitIn(field: FieldView): TimeUnit | undefined {
  const text = `${field.format ?? ''} ${field.description}`.toLowerCase();
  if (/milli|\bms\b/.test(text)) return 'ms';
  return /\b(epoch|unix|posix)\b/.test(text) && /\bsec/.test(text) ? 's' : undefined;
}

function matches<S extends string>(clue: Clue<S>, field: FieldView): boolean {
  if (clue.types !== undefined && field.types.length > 0 && !field.types.some((type) => clue.types?.includes(type))) {
    return false;
  }
  if (clue.values !== undefined) {
    const spelled = new Set(field.enumeration.map(squash));
    if (clue.values.filter((value) => spelled.has(value)).length >= (clue.least ?? 2)) return true;
  }
  return clue.description?.test(field.description) === true;
}

/**
 * What a response schema tells about an object's fields: meanings of unknown names (by enumeration, then by
 * description), units of times, maxima of scores. A clue is used only when exactly one unknown field fits it.
 */
export function hintsFrom<S extends string>(
  schema: SchemaRef | undefined,
  names: FieldTable<S>,
  clues: readonly Clue<S>[],
): SchemaHints<S> {
  const told = new Map<string, S>();
  const units = new Map<S, TimeUnit>();
  const maxima = new Map<S, number>();
  const fields = schema === undefined ? [] : fieldsOf(schema);
  const taken = new Set(fields.map((field) => names.placeOf(field.name)));
  const unknown = fields.filter((field) => names.placeOf(field.name) === undefined);
  for (const clue of clues) {
    if (taken.has(clue.slot)) continue;
    const fitting = unknown.filter((field) => !told.has(field.name) && matches(clue, field));
    if (fitting.length === 1 && fitting[0] !== undefined) {
      told.set(fitting[0].name, clue.slot);
      taken.add(clue.slot);
    }
  }
  for (const field of fields) {
    const slot = names.placeOf(field.name) ?? told.get(field.name);
    if (slot === undefined) continue;
    const unit = unitIn(field);
    if (unit !== undefined) units.set(slot, unit);
    if (field.maximum !== undefined) maxima.set(slot, field.maximum);
  }
  return { told, units, maxima };
}
