import { windowAt } from '../../../shared/models/calling-window.ts';
import type { Schedule } from '../../../shared/models/campaign.ts';
import type { CampaignContact } from '../../../shared/models/campaign-contact.ts';
import type { ZoneForecast } from '../../../shared/models/dispatcher.ts';
import { isKnownZone } from '../../../shared/models/zoned-time.ts';

/** States in which a contact is still to be called. */
export const TO_BE_CALLED = ['pending', 'waiting-retry', 'scheduled'] as const;
const CALLABLE: ReadonlySet<string> = new Set(TO_BE_CALLED);

interface Zone {
  contacts: number;
  /** Of them, those that wait for nothing but their window. */
  ready: number;
}

/** Contacts still to be called, counted by the zone of their own clock. */
export class ZoneTally {
  readonly #schedule: Schedule;
  readonly #zones = new Map<string, Zone>();

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  /** @param at epoch ms, the instance's clock. @param blocked whether the number may not be called at all. */
  add(contact: CampaignContact, at: number, blocked: boolean): void {
    if (!CALLABLE.has(contact.state)) return;
    const given = contact.timeZone;
    const name = given !== undefined && isKnownZone(given) ? given : this.#schedule.fallbackTimeZone;
    const zone = this.#zones.get(name) ?? { contacts: 0, ready: 0 };
    this.#zones.set(name, zone);
    zone.contacts++;
    if (!blocked && (contact.nextAttemptAt ?? 0) <= at) zone.ready++;
  }

  contacts(): number {
    return sum([...this.#zones.values()].map((zone) => zone.contacts));
  }

  /** The zones with most contacts first; who is ready may be called where the window is open. */
  byZone(at: number): readonly ZoneForecast[] {
    return [...this.#zones]
      .map(([timeZone, { contacts, ready }]) => {
        const { open, opensAt, closesAt } = windowAt(this.#schedule, timeZone, at);
        return {
          timeZone,
          contacts,
          dialableNow: open ? ready : 0,
          ...(opensAt !== undefined && { opensAt }),
          ...(closesAt !== undefined && { closesAt }),
        };
      })
      .sort((a, b) => b.contacts - a.contacts || (a.timeZone < b.timeZone ? -1 : 1));
  }
}

/** The sum of numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
