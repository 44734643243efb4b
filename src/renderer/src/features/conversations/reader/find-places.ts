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

/** Words that tell that a customer is unhappy, in both languages; the archive keeps no mood of single messages. */
const UNHAPPY =
  /\b(angry|unacceptable|ridiculous|terrible|awful|frustrat\w*|upset|fed up|complain\w*|furious|cancel|lawyer|manager|supervisor|again|still (?:not|no)|inacceptable|ridicule|furieux|furieuse|fâché\w*|frustr\w*|exaspér\w*|plainte|annuler|gérante?|superviseur\w*|encore une fois)\b/iu;

/** Indexes of what customers said that sounds unhappy. */
export function dipsOf(items: readonly TimelineItem[]): readonly number[] {
  return items.flatMap((item, index) =>
    item.kind === 'message' && item.message.role === 'customer' && UNHAPPY.test(item.message.text) ? [index] : [],
  );
}

/** The place after (or before) another, going round at the ends. */
export function nextPlace(places: readonly number[], current: number | undefined, step: 1 | -1): number | undefined {
  if (places.length === 0) return undefined;
  if (current === undefined) return step === 1 ? places[0] : places.at(-1);
  const beyond = step === 1 ? places.find((one) => one > current) : places.findLast((one) => one < current);
  return beyond ?? (step === 1 ? places[0] : places.at(-1));
}
