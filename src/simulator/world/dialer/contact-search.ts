import type { ContactFilter } from '../campaign-port.ts';
import type { CampaignRecord } from './campaign-record.ts';
import { foldText } from './fold-text.ts';
import { phoneText } from './phone-number.ts';

/** Finds contacts by a filter without making an object of any that does not fit. */
export interface ContactSearch {
  /** How many fit. */
  count(record: CampaignRecord, filter: ContactFilter): number;
  /** The first place at or after one that fits. */
  next(record: CampaignRecord, filter: ContactFilter, from: number): number | undefined;
}

interface Found {
  readonly text: string;
  readonly length: number;
  readonly places: Uint8Array;
}

export function createContactSearch(): ContactSearch {
  // What a contact is called does not change: a text is looked for once, then only in what has come since.
  const byText = new WeakMap<CampaignRecord, Found>();

  function withText(record: CampaignRecord, text: string): Uint8Array {
    const { contacts } = record;
    const known = byText.get(record);
    if (known !== undefined && known.text === text && known.length === contacts.length) return known.places;
    const words = foldText(text).split(/\s+/).filter(Boolean);
    const places = new Uint8Array(contacts.length);
    const start = known !== undefined && known.text === text ? known.length : 0;
    if (start > 0) places.set(known?.places ?? []);
    for (let place = start; place < contacts.length; place += 1) {
      if (contacts.state(place) === 'removed') continue;
      const told = `${foldText(contacts.text(place))} ${phoneText(contacts.phone(place))}`;
      if (words.every((word) => told.includes(word))) places[place] = 1;
    }
    byText.set(record, { text, length: contacts.length, places });
    return places;
  }

  function matcher(record: CampaignRecord, filter: ContactFilter): (place: number) => boolean {
    const { contacts, attempts } = record;
    const states: ReadonlySet<string> | undefined = filter.state && new Set(filter.state);
    const zone = filter.zone === undefined ? undefined : contacts.zones.indexOf(filter.zone);
    const text = filter.text?.trim() ? withText(record, filter.text.trim()) : undefined;
    return (place) => {
      const state = contacts.state(place);
      if (state === 'removed' || (states !== undefined && !states.has(state))) return false;
      if (zone !== undefined && contacts.zone(place) !== zone) return false;
      if (text !== undefined && text[place] !== 1) return false;
      if (filter.disposition === undefined) return true;
      const disposition = attempts.disposition(contacts.lastAttempt(place));
      return disposition !== undefined && filter.disposition.includes(disposition);
    };
  }

  return {
    count(record, filter) {
      const { contacts } = record;
      if (filter.disposition === undefined && !filter.text?.trim()) {
        const zone = filter.zone === undefined ? undefined : contacts.zones.indexOf(filter.zone);
        if (filter.state !== undefined) {
          return filter.state.reduce((sum, state) => sum + contacts.count(state, zone), 0);
        }
        if (zone === undefined) return contacts.length - contacts.count('removed');
      }
      const fits = matcher(record, filter);
      let count = 0;
      for (let place = 0; place < contacts.length; place += 1) if (fits(place)) count += 1;
      return count;
    },
    next(record, filter, from) {
      const fits = matcher(record, filter);
      for (let place = from; place < record.contacts.length; place += 1) if (fits(place)) return place;
      return undefined;
    },
  };
}
