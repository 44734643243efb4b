import type { TimelineItem } from '../parts.ts';

/** Text without case and accents. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** Indexes of the items that say a text, in order. */
export function placesOf(items: readonly TimelineItem[], text: string): readonly number[] {
  const wanted = fold(text.trim());
  if (wanted === '') return [];
  return items.flatMap((item, index) => {
    if (item.kind === 'message') return fold(item.message.text).includes(wanted) ? [index] : [];
    return item.kind === 'call' && fold(item.call.name).includes(wanted) ? [index] : [];
  });
}

/** Words that tell that a customer is unhappy, in both languages; for messages of which the instance tells no sentiment. */
const UNHAPPY =
  /\b(angry|unacceptable|ridiculous|terrible|awful|frustrat\w*|upset|fed up|complain\w*|furious|cancel|lawyer|manager|supervisor|again|still (?:not|no)|inacceptable|ridicule|furieux|furieuse|fâché\w*|frustr\w*|exaspér\w*|plainte|annuler|gérante?|superviseur\w*|encore une fois)\b/iu;

/** Where the sentiment (-1 to 1) counts as low, and by how much it must have fallen since the message before. */
const LOW = -0.2;
const FALL = 0.15;

/** Indexes of what customers said where their sentiment dips, as the instance tells it; by their words where it does not. */
export function dipsOf(items: readonly TimelineItem[]): readonly number[] {
  let before = 0;
  return items.flatMap((item, index) => {
    if (item.kind !== 'message' || item.message.role !== 'customer') return [];
    const { sentiment, text } = item.message;
    if (sentiment === undefined) return UNHAPPY.test(text) ? [index] : [];
    const dips = sentiment <= LOW && before - sentiment >= FALL;
    before = sentiment;
    return dips ? [index] : [];
  });
}

/** The place after (or before) another, going round at the ends. */
export function nextPlace(places: readonly number[], current: number | undefined, step: 1 | -1): number | undefined {
  if (places.length === 0) return undefined;
  if (current === undefined) return step === 1 ? places[0] : places.at(-1);
  const beyond = step === 1 ? places.find((one) => one > current) : places.findLast((one) => one < current);
  return beyond ?? (step === 1 ? places[0] : places.at(-1));
}
