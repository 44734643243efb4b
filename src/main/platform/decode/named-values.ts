import type { Parameter, Tag } from '../../../shared/models/conversation.ts';
import { isRecord, safeKeys } from '../json.ts';
import { createFieldTable } from './field-table.ts';
import { listOf, plainText, textOf } from './values.ts';
import { createVocabulary } from './vocabulary.ts';

const TABLE = createFieldTable({
  name: ['name', 'key', 'label', 'tag', 'parameter', 'id'],
  value: ['value', 'val', 'text', 'content'],
  source: ['source', 'origin', 'trust', 'verification', 'provenance'],
  verified: ['verified', 'isverified', 'trusted'],
});

const sourceWord = createVocabulary({
  verified: ['trusted', 'proven', 'jwt', 'signed'],
  asserted: ['unverified', 'claimed', 'browser', 'untrusted'],
});

function sourceOf(source: unknown, verified: unknown): Parameter['source'] {
  if (verified === true) return 'verified';
  const word = typeof source === 'string' ? sourceWord(source) : '';
  if (word === 'verified') return 'verified';
  return verified === false || word === 'asserted' ? 'asserted' : 'unknown';
}

/** Parameters from a list of named values or a map. `verified` only where the instance says exactly that. */
export function decodeParameters(raw: unknown): readonly Parameter[] {
  if (isRecord(raw)) {
    return safeKeys(raw).map((name) => {
      const inner = raw[name];
      const values = isRecord(inner) ? TABLE.read(inner).values : undefined;
      const wrapped = values?.value !== undefined;
      return {
        name,
        value: plainText(wrapped ? values?.value : inner),
        source: wrapped ? sourceOf(values?.source, values?.verified) : 'unknown',
      };
    });
  }
  const found: Parameter[] = [];
  for (const one of listOf(raw)) {
    if (!isRecord(one)) continue;
    const { values } = TABLE.read(one);
    const name = textOf(values.name);
    if (name !== undefined) {
      found.push({ name, value: plainText(values.value), source: sourceOf(values.source, values.verified) });
    }
  }
  return found;
}

/** Tags from a list of texts, a list of named values, or a map. */
export function decodeTags(raw: unknown): readonly Tag[] {
  const tag = (name: string, value: unknown): Tag => {
    const text = plainText(value);
    return text === '' ? { name } : { name, value: text };
  };
  if (isRecord(raw)) return safeKeys(raw).map((name) => tag(name, raw[name]));
  const found: Tag[] = [];
  for (const one of listOf(raw)) {
    const text = textOf(one);
    if (text !== undefined) found.push({ name: text });
    if (!isRecord(one)) continue;
    const { values } = TABLE.read(one);
    const name = textOf(values.name);
    if (name !== undefined) found.push(tag(name, values.value));
  }
  return found;
}

/** Names from a list of texts or of objects with a name, each once. */
export function decodeNames(raw: unknown): readonly string[] {
  const list = listOf(raw);
  if (list.length === 0) return [];
  const names = new Set<string>();
  for (const one of list) {
    const name = textOf(isRecord(one) ? TABLE.read(one).values.name : one);
    if (name !== undefined) names.add(name);
  }
  return [...names];
}
