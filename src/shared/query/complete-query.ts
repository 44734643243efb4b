import { FIELD_NAMES, FIELD_VALUES, fieldNamed } from './fields.ts';
import { quoted, tokensOf } from './tokens.ts';

/** Something that could be typed at the cursor: it replaces the text from `from` to `to`. */
export interface Completion {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Whether the value of the field is still to come. */
  readonly isField: boolean;
}

/** Values that only the screen knows, by field: flows, tags, points of contact that were seen. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

const MOST = 12;

/**
 * What could be meant at the cursor: names of fields while a word is typed, values of a field after its colon.
 * @param cursor a place in the text (UTF-16 units).
 */
export function completionsAt(text: string, cursor: number, known: KnownValues = {}): readonly Completion[] {
  const token = tokensOf(text).find(({ from, to }) => from < cursor && cursor <= to);
  if (token === undefined) return cursor === 0 || /\s/u.test(text.charAt(cursor - 1)) ? fields('', cursor, cursor) : [];
  if (token.kind === 'phrase' || token.kind === 'pattern') return [];
  if (token.kind === 'word') return fields(token.value.slice(0, cursor - token.from), token.from, token.to);
  const name = fieldNamed(token.key ?? '');
  if (name === undefined) return [];
  const typed = token.value.toLowerCase();
  const values = [...new Set([...(FIELD_VALUES[name] ?? []), ...(known[name] ?? [])])];
  return values
    .filter((value) => value.toLowerCase().startsWith(typed) && value.toLowerCase() !== typed)
    .slice(0, MOST)
    .map((value) => ({ text: `${name}:${quoted(value)} `, from: token.from, to: token.to, isField: false }));
}

function fields(typed: string, from: number, to: number): readonly Completion[] {
  return FIELD_NAMES.filter((name) => name.startsWith(typed.toLowerCase()))
    .slice(0, MOST)
    .map((name) => ({ text: `${name}:`, from, to, isField: true }));
}
