import { isRecord, safeKeys } from '../json.ts';
import { createFieldTable } from './field-table.ts';
import { listOf, textOf } from './values.ts';

const PERSON = createFieldTable({ name: ['name', 'displayname', 'fullname', 'username'], id: ['id', 'userid', 'sub'] });

/** Who, from a text or an object that names a person. */
export function personOf(value: unknown): string | undefined {
  if (!isRecord(value)) return textOf(value);
  const { values } = PERSON.read(value);
  return textOf(values.name) ?? textOf(values.id);
}

/** A word of an enumeration in our spelling. */
export function wordOf(value: unknown, vocabulary: (spelling: string) => string): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : vocabulary(text);
}

/** Words of an enumeration, from a list or one text; undefined when there is neither. */
export function wordsOf(value: unknown, vocabulary: (spelling: string) => string): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  return listOf(value).flatMap((one) => wordOf(one, vocabulary) ?? []);
}

/** Texts by name; what is no text is left out. */
export function textMapOf(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    safeKeys(value).flatMap((key) => {
      const text = textOf(value[key]);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}
