import { ZONE_PREFIXES } from './zone-prefixes.ts';

/** First digits as a number → place of the zone in `zones`, or -1 where several zones share them. */
const byPrefix = new Map<number, number>();
const zones: string[] = [];
for (const [zone, prefixes] of Object.entries(ZONE_PREFIXES)) {
  const at = zone === '' ? -1 : zones.push(zone) - 1;
  for (const prefix of prefixes.split(' ')) byPrefix.set(Number(prefix), at);
}

/** The longest prefix has 9 digits; numbers alike so far are in one zone. */
const LONGEST = 1e9;
const known = new Map<number, number>();

/**
 * Time zone of a number by its area code or country. Mobile numbers move with their owners, so it is where the number was
 * given out rather than where somebody is.
 * @param number E.164 digits as a number
 * @returns an IANA name, or undefined where the digits leave several zones open
 */
export function zoneOfNumber(number: number): string | undefined {
  let head = number;
  while (head >= LONGEST) head = Math.floor(head / 10);
  let at = known.get(head);
  if (at === undefined) {
    at = longest(head);
    known.set(head, at);
  }
  return zones[at];
}

function longest(head: number): number {
  for (let prefix = head; prefix > 0; prefix = Math.floor(prefix / 10)) {
    const at = byPrefix.get(prefix);
    if (at !== undefined) return at;
  }
  return -1;
}
