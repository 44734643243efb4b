import type { Facts } from '../cast/facts.ts';
import type { JsonValue } from '../world-port.ts';

/** A text cut where it speaks of its customer: `literals[0] key[0] literals[1] key[1] …`. */
export interface Template {
  readonly literals: readonly string[];
  readonly keys: readonly string[];
}

/** What tells one customer from another. The rest of a conversation's facts stays with its plot. */
export const identityKeys = ['name', 'first', 'phone', 'phoneSaid', 'account', 'tail', 'meter', 'address'] as const;

/** Stands for a customer's own words in a text that is searched: no query has it. */
export const slot = '\u0000';

/** Makes the function that cuts texts at the identity of whoever these facts describe. */
export function templateMaker(facts: Facts): (text: string) => Template {
  const keyOf = new Map<string, string>();
  for (const key of identityKeys) {
    const value = facts[key];
    if (value !== undefined && value !== '' && !keyOf.has(value)) keyOf.set(value, key);
  }
  const values = [...keyOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${values.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  return (text) => {
    const pieces = text.split(pattern);
    return {
      literals: pieces.filter((_, at) => at % 2 === 0),
      keys: pieces.filter((_, at) => at % 2 === 1).map((value) => keyOf.get(value) ?? ''),
    };
  };
}

/** The text of another customer. */
export function render({ literals, keys }: Template, facts: Facts): string {
  let text = literals[0] ?? '';
  for (let i = 0; i < keys.length; i += 1) text += `${facts[keys[i] ?? ''] ?? ''}${literals[i + 1] ?? ''}`;
  return text;
}

/** A JSON value whose texts are cut; numbers and the like are kept as they are. */
export type JsonTemplate =
  | { readonly kind: 'text'; readonly text: Template }
  | { readonly kind: 'list'; readonly items: readonly JsonTemplate[] }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [string, JsonTemplate])[] }
  | { readonly kind: 'plain'; readonly value: JsonValue };

/** Cuts every text of a JSON value. */
export function cutJson(value: JsonValue, cut: (text: string) => Template): JsonTemplate {
  if (typeof value === 'string') return { kind: 'text', text: cut(value) };
  if (typeof value !== 'object' || value === null) return { kind: 'plain', value };
  if (isList(value)) return { kind: 'list', items: value.map((item) => cutJson(item, cut)) };
  return { kind: 'object', fields: Object.entries(value).map(([key, field]) => [key, cutJson(field, cut)]) };
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The JSON value of another customer. */
export function renderJson(template: JsonTemplate, facts: Facts): JsonValue {
  switch (template.kind) {
    case 'text':
      return render(template.text, facts);
    case 'list':
      return template.items.map((item) => renderJson(item, facts));
    case 'object':
      return Object.fromEntries(template.fields.map(([key, field]) => [key, renderJson(field, facts)]));
    default:
      return template.value;
  }
}
