/** What a canned reply can have filled in. */
export const PLACEHOLDERS = ['contact', 'agent', 'tenant'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type PlaceholderValues = Readonly<Record<Placeholder, string | undefined>>;

const KNOWN = new RegExp(`\\{(${PLACEHOLDERS.join('|')})\\}`, 'g');
/** A word in braces: what somebody may take for a placeholder. Other braces are plain text. */
const ANY = /\{\s*\p{L}[\p{L}\p{N}_.-]*\s*\}/gu;

/** Fills in what is known, in one pass: a value is never searched itself. What is not known stays as it is. */
export function fillIn(text: string, values: PlaceholderValues): string {
  return text.replace(KNOWN, (whole) => {
    const name = PLACEHOLDERS.find((placeholder) => whole === `{${placeholder}}`);
    return (name === undefined ? undefined : values[name]) ?? whole;
  });
}

/** The placeholders of ours that a text still shows, each once, with their braces. */
export function unfilledIn(text: string): readonly string[] {
  return [...new Set(text.match(KNOWN) ?? [])];
}

/** The words in braces that nothing will fill in, each once, with their braces. */
export function unknownIn(text: string): readonly string[] {
  const known = new Set(unfilledIn(text));
  return [...new Set(text.match(ANY) ?? [])].filter((word) => !known.has(word));
}

export interface Inserted {
  readonly text: string;
  /** What to select then: the first placeholder that was not filled in, else the place after what was inserted. */
  readonly from: number;
  readonly to: number;
}

/**
 * Puts `piece` in place of what is selected.
 * @returns undefined where the text would be longer than `longest`.
 */
export function insertAt(
  text: string,
  piece: string,
  selection: { readonly from: number; readonly to: number },
  longest: number,
): Inserted | undefined {
  const next = text.slice(0, selection.from) + piece + text.slice(selection.to);
  if (next.length > longest) return undefined;
  const open = unfilledIn(piece)[0];
  if (open !== undefined) {
    const from = selection.from + piece.indexOf(open);
    return { text: next, from, to: from + open.length };
  }
  const end = selection.from + piece.length;
  return { text: next, from: end, to: end };
}
