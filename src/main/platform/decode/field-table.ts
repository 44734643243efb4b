import { type JsonRecord, own } from '../json.ts';
import { squash } from '../words.ts';

/** For each of our names: the squashed names under which instances may send it, most telling first. */
export type Synonyms<S extends string> = Readonly<Record<S, readonly string[]>>;

/** Values by our names. */
export type Values<S extends string> = { readonly [slot in S]?: unknown };

/** One object taken apart: values by our names, and what has no place. */
export interface Parts<S extends string> {
  readonly values: Values<S>;
  /** Undefined when everything found its place. */
  readonly other: Record<string, unknown> | undefined;
}

interface Place {
  readonly index: number;
  readonly rank: number;
}

/** One spelling of a field, and the one that came after it when it was last seen: objects of one kind are alike. */
interface Spelling {
  readonly name: string;
  /** Null when it has no place. */
  readonly place: Place | null;
  next: Spelling | undefined;
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
 * Makes a view of a list by names. Getters on one prototype are several times faster than objects filled field by
 * field under computed names, which the engine turns into hash maps.
 */
function viewOf<S extends string>(slots: readonly S[]): (list: readonly unknown[]) => Values<S> {
  class View {
    readonly list: readonly unknown[];
    constructor(list: readonly unknown[]) {
      this.list = list;
    }
  }
  slots.forEach((slot, index) => {
    Object.defineProperty(View.prototype, slot, {
      get(this: View) {
        return this.list[index];
      },
    });
  });
  // The getters defined above are what the type says; TypeScript cannot see them.
  return (list) => new View(list) as unknown as Values<S>;
}

/**
 * Makes a table that finds fields by name with case and separators ignored. Each spelling is looked up once and
 * remembered with the one that follows it, so that taking apart an event mostly costs one comparison a field.
 * @param told places of fields whose names say nothing, learned from a schema (raw name → our name).
 */
export function createFieldTable<S extends string>(
  synonyms: Synonyms<S>,
  told: ReadonlyMap<string, S> = new Map(),
): FieldTable<S> {
  const slots: S[] = [];
  const bySquashed = new Map<string, Place>();
  for (const slot in synonyms) {
    const index = slots.push(slot) - 1;
    synonyms[slot].forEach((name, rank) => {
      if (!bySquashed.has(name)) bySquashed.set(name, { index, rank });
    });
  }
  const view = viewOf(slots);
  const nothing: readonly unknown[] = slots.map(() => undefined);
  const byName = new Map<string, Spelling>();
  let first: Spelling | undefined;

  function learn(name: string): Spelling {
    const slot = told.get(name);
    const toldPlace = slot === undefined ? null : { index: slots.indexOf(slot), rank: BY_SCHEMA };
    const place = name === '__proto__' ? null : (bySquashed.get(squash(name)) ?? toldPlace);
    const spelling = { name, place, next: undefined };
    if (byName.size < MAX_NAMES) byName.set(name, spelling);
    return spelling;
  }
  const spell = (name: string): Spelling => byName.get(name) ?? learn(name);
  const place = (name: string): Place | null => spell(name).place;

  /** Settles which of two fields has a place; rare, so who was first is only worked out here. */
  function settle(raw: JsonRecord, list: unknown[], name: string, found: Place): string {
    const first = Object.keys(raw).find(
      (key) => place(key)?.index === found.index && own(raw, key) === list[found.index],
    );
    const before = place(first ?? name)?.rank ?? 0;
    const better = list[found.index] === null || (raw[name] !== null && found.rank < before);
    if (!better) return name;
    list[found.index] = raw[name];
    return first ?? name;
  }

  return {
    placeOf(name) {
      const found = place(name);
      return found === null ? undefined : slots[found.index];
    },
    read(raw) {
      const list = nothing.slice();
      let other: Record<string, unknown> | undefined;
      let before: Spelling | undefined;
      // What JSON.parse made inherits no names, and `for in` makes no list of them.
      for (const name in raw) {
        let spelling = before === undefined ? first : before.next;
        if (spelling === undefined || spelling.name !== name) {
          spelling = spell(name);
          if (before === undefined) first = spelling;
          else before.next = spelling;
        }
        before = spelling;
        const found = spelling.place;
        if (found !== null && list[found.index] === undefined) {
          list[found.index] = raw[name];
          continue;
        }
        const left = found === null ? name : settle(raw, list, name, found);
        if (left === '__proto__') continue;
        other ??= {};
        other[left] = raw[left];
      }
      return { values: view(list), other };
    },
  };
}
