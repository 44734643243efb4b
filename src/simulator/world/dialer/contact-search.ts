import type { ContactFilter } from '../campaign-port.ts';
import { foldText } from '../fold-text.ts';
import type { CampaignRecord } from './campaign-record.ts';
import { contactStates } from './contact-store.ts';
import { phoneText } from './phone-number.ts';

/** The contacts of a campaign that fit a filter; no object is made of any that does not. */
export interface FoundContacts {
  /** How many fit. */
  readonly count: number;
  /** The first place at or after one that fits. */
  next(from: number): number | undefined;
}

/** Finds contacts of campaigns by a filter. */
export type ContactSearch = (record: CampaignRecord, filter: ContactFilter) => FoundContacts;

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

  /** The states and zones are counted as they change: most filters need no look at any contact. */
  function counted(
    { contacts }: CampaignRecord,
    { state, disposition, zone, text }: ContactFilter,
  ): number | undefined {
    if (disposition !== undefined || text?.trim()) return undefined;
    const code = zone === undefined ? undefined : contacts.zones.indexOf(zone);
    const states = state ? [...new Set(state)] : contactStates.filter((each) => each !== 'removed');
    return states.reduce((sum, each) => sum + contacts.count(each, code), 0);
  }

  return (record, filter) => {
    const { contacts } = record;
    const fits = matcher(record, filter);
    const next = (from: number) => {
      for (let place = from; place < contacts.length; place += 1) if (fits(place)) return place;
      return undefined;
    };
    let count = counted(record, filter);
    if (count === undefined) {
      count = 0;
      for (let place = 0; place < contacts.length; place += 1) if (fits(place)) count += 1;
    }
    return { count, next };
  };
}
