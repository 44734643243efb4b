import type { Conversation } from '../../../../../shared/models/conversation.ts';
import { isPhone } from '../../../../../shared/models/mask.ts';
import { zoneOfNumber } from '../../../../../shared/models/zones/zone-of-number.ts';

/** Whose contact can be told by a number, its zone by area code or country; undefined for others and where the digits leave it open. */
export function contactZone({ contact: { display } }: Pick<Conversation, 'contact'>): string | undefined {
  // Without the plus it may be a number of any country.
  return isPhone(display) && display.trimStart().startsWith('+')
    ? zoneOfNumber(Number(display.replace(/\D/g, '')))
    : undefined;
}
