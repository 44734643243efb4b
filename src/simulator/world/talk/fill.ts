import type { Facts } from '../cast/facts.ts';
import type { ValueScript } from '../flows/functions.ts';
import type { JsonObject, JsonValue } from '../world-port.ts';

// Every line is used many thousand times: cut it once. Even parts are text, odd parts are slot names.
const cut = new Map<string, readonly string[]>();

/** The template with its `{slot}`s filled from the facts. Throws on a slot that the facts do not have. */
export function fill(template: string, facts: Facts): string {
  let parts = cut.get(template);
  if (parts === undefined) {
    parts = template.split(/\{(\w+)\}/);
    cut.set(template, parts);
  }
  if (parts.length === 1) return template;
  let text = '';
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] ?? '';
    if (i % 2 === 0) text += part;
    else {
      const fact = facts[part];
      if (fact === undefined) throw new Error(`No fact for {${part}} in: ${template}`);
      text += fact;
    }
  }
  return text;
}

function fillValue(value: ValueScript, facts: Facts): JsonValue {
  if (typeof value !== 'string') return value;
  const asNumber = /^\{=(\w+)\}$/.exec(value)?.[1];
  return asNumber === undefined ? fill(value, facts) : Number(fill(`{${asNumber}}`, facts));
}

/** A function's inputs or outputs with their slots filled; `{=slot}` becomes a number. */
export function fillValues(values: Readonly<Record<string, ValueScript>>, facts: Facts): JsonObject {
  const filled: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(values)) filled[name] = fillValue(value, facts);
  return filled;
}
