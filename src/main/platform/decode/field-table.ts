import { type JsonRecord, own } from '../json.ts';
import { squash } from '../words.ts';

/** For each of our names: the squashed names under which instances may send it, most telling first. */
export type Synonyms<S extends string> = Readonly<Record<S, readonly string[]>>;

/** One object taken apart: values by our names, and what has no place. */
export interface Parts<S extends string> {
  readonly values: { readonly [slot in S]?: unknown };
  /** Undefined when everything found its place. */
  readonly other: Record<string, unknown> | undefined;
}

interface Place<S> {
  readonly slot: S;
  readonly rank: number;
}

/** Names remembered per table; a stream of ever new names must not grow memory. */
const MAX_NAMES = 2000;
/** Rank of a place that only a schema told, after all names. */
const BY_SCHEMA = 1000;

export interface FieldTable<S extends string> {
  /** Takes an object apart. Of several fields for one place the most telling non-null one wins, the rest is `other`. */
  read(raw: JsonRecord): Parts<S>;
  /** The place of one field name, or undefined. */
  placeOf(name: string): S | undefined;
}

/**
 * Makes a table that finds fields by name with case and separators ignored. Each spelling is looked up once and
 * remembered, so that taking apart an event costs one map look-up a field.
 * @param told places of fields whose names say nothing, learned from a schema (raw name → our name).
 */
export function createFieldTable<S extends string>(
  synonyms: Synonyms<S>,
  told: ReadonlyMap<string, S> = new Map(),
): FieldTable<S> {
  const bySquashed = new Map<string, Place<S>>();
  for (const slot in synonyms) {
    synonyms[slot].forEach((name, rank) => {
      if (!bySquashed.has(name)) bySquashed.set(name, { slot, rank });
    });
  }
  const byName = new Map<string, Place<S> | null>();

  function place(name: string): Place<S> | null {
    const known = byName.get(name);
    if (known !== undefined) return known;
    const slot = told.get(name);
    const found = bySquashed.get(squash(name)) ?? (slot === undefined ? null : { slot, rank: BY_SCHEMA });
    if (byName.size < MAX_NAMES) byName.set(name, found);
    return found;
  }

  return {
    placeOf: (name) => place(name)?.slot,
    read(raw) {
      const values: { [slot in S]?: unknown } = {};
      let other: Record<string, unknown> | undefined;
      let winners: Map<S, string> | undefined;
      const setAside = (name: string) => {
        other ??= {};
        other[name] = own(raw, name);
      };
      for (const name of Object.keys(raw)) {
        if (name === '__proto__') continue;
        const found = place(name);
        if (found === null) {
          setAside(name);
          continue;
        }
        const { slot } = found;
        const before = values[slot];
        if (before === undefined) {
          values[slot] = raw[name];
          continue;
        }
        // Two fields for one place is rare, so who was first is only worked out here.
        winners ??= new Map();
        const first = winners.get(slot) ?? Object.keys(raw).find((key) => place(key)?.slot === slot) ?? name;
        const better = before === null || (raw[name] !== null && found.rank < (place(first)?.rank ?? 0));
        winners.set(slot, better ? name : first);
        setAside(better ? first : name);
        if (better) values[slot] = raw[name];
      }
      return { values, other };
    },
  };
}
