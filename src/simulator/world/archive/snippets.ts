import { foldText } from '../fold-text.ts';
import type { Message, Snippet } from '../world-port.ts';
import type { Query } from './query.ts';

const perHit = 3;
const reach = 70;

/** The folded text, and for each of its characters the place of the original that it came from. */
function foldWithPlaces(text: string): { readonly folded: string; readonly places: readonly number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldText(character);
    for (let i = 0; i < plain.length; i += 1) places.push(at);
    folded += plain;
    at += character.length;
  }
  places.push(at);
  return { folded, places };
}

/** Every occurrence of a term, as places of the original text. */
function occurrences(text: string, terms: readonly string[]): { readonly from: number; readonly to: number }[] {
  const { folded, places } = foldWithPlaces(text);
  const found: { readonly from: number; readonly to: number }[] = [];
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      found.push({ from: places[at] ?? 0, to: places[at + term.length] ?? text.length });
    }
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

function snippet(message: Message, terms: readonly string[]): Snippet | undefined {
  const { text, messageId, role: speaker } = message;
  const found = occurrences(text, terms);
  const first = found[0];
  if (first === undefined) return undefined;
  const from = Math.max(0, first.from - reach);
  const to = Math.min(text.length, Math.max(first.to, first.from + reach));
  const lead = from > 0 ? '…' : '';
  const marks: { from: number; to: number }[] = [];
  for (const mark of found) {
    const end = marks.at(-1)?.to ?? 0;
    const begin = mark.from - from + lead.length;
    if (mark.to <= to && begin >= end) marks.push({ from: begin, to: mark.to - from + lead.length });
  }
  return { messageId, text: `${lead}${text.slice(from, to)}${to < text.length ? '…' : ''}`, speaker, marks };
}

/** Where the terms were said, at most three places, in the order in which they were said. */
export function snippetsOf(messages: readonly Message[], { terms, speaker }: Query): Snippet[] {
  const snippets: Snippet[] = [];
  for (const message of terms.length === 0 ? [] : messages) {
    const found = speaker === undefined || speaker === message.role ? snippet(message, terms) : undefined;
    if (found !== undefined) snippets.push(found);
    if (snippets.length === perHit) break;
  }
  return snippets;
}
