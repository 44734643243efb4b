import type { ContactState } from '../campaign-port.ts';
import { bytes, doubles, shorts, words } from './columns.ts';
import { addedSource, type Details, type Source } from './contact-details.ts';
import { PhoneIndex } from './phone-index.ts';

/** Every state of a contact; `removed` ones keep their place, so that the places of the others never change. */
export const contactStates = [
  'pending',
  'dialing',
  'in-call',
  'waiting-retry',
  'scheduled',
  'done',
  'skipped',
  'unreachable',
  'do-not-call',
  'removed',
] as const satisfies readonly (ContactState | 'removed')[];
export type StoredState = (typeof contactStates)[number];

const codeOf = new Map(contactStates.map((state, code) => [state, code]));
const mostZones = 255;

export interface StoredContact {
  readonly phone: number;
  readonly zone: string;
  /** Which source it came from, and where it stands there. */
  readonly source: number;
  readonly at: number;
  readonly length: number;
  /** Data row of the manifest; 0 for one that was added singly. */
  readonly row: number;
}

/**
 * The contacts of one campaign, in the order they came, as columns of numbers: some 60 bytes each with the index by
 * number, whatever their names and variables are, which stay in the bytes of the manifest.
 */
export class ContactStore {
  readonly #phone = doubles();
  readonly #source = shorts();
  readonly #at = words();
  readonly #length = shorts();
  readonly #row = words();
  readonly #zone = bytes();
  readonly #state = bytes();
  readonly #attempts = bytes();
  readonly #lastAttempt = words();
  readonly #nextAt = doubles();
  readonly #sources: Source[] = [];
  readonly #added = addedSource();
  readonly zones: string[] = [];
  /** For each zone, how many contacts are in which state. */
  readonly #counts: Uint32Array[] = [];
  readonly byPhone = new PhoneIndex();

  constructor() {
    this.#sources.push(this.#added);
  }

  /** All places, those of removed contacts included. */
  get length(): number {
    return this.#phone.length;
  }

  /** @returns the number of the source, for `add` */
  addSource(source: Source): number {
    this.#sources.push(source);
    return this.#sources.length - 1;
  }

  /** Adds a contact that is still to be called. @returns its place */
  add(contact: StoredContact): number {
    const place = this.#phone.length;
    this.#phone.push(contact.phone);
    this.#source.push(contact.source);
    this.#at.push(contact.at);
    this.#length.push(contact.length);
    this.#row.push(contact.row);
    this.#zone.push(this.#zoneCode(contact.zone));
    this.#state.push(0);
    this.#attempts.push(0);
    this.#lastAttempt.push(0);
    this.#nextAt.push(0);
    this.#count(place, 0, 1);
    this.byPhone.set(contact.phone, place);
    return place;
  }

  /** Adds a contact that came by itself. @returns its place */
  addSingly(phone: number, zone: string, details: Details): number {
    return this.add({ phone, zone, source: 0, row: 0, ...this.#added.add(details) });
  }

  has(place: number): boolean {
    return Number.isInteger(place) && place >= 0 && place < this.length && this.state(place) !== 'removed';
  }

  phone(place: number): number {
    return this.#phone.at(place);
  }
  zone(place: number): number {
    return this.#zone.at(place);
  }
  source(place: number): number {
    return this.#source.at(place);
  }
  row(place: number): number {
    return this.#row.at(place);
  }
  state(place: number): StoredState {
    return contactStates[this.#state.at(place)] ?? 'removed';
  }
  attempts(place: number): number {
    return this.#attempts.at(place);
  }
  /** The latest attempt's place in the attempt store plus one; 0 before the first. */
  lastAttempt(place: number): number {
    return this.#lastAttempt.at(place);
  }
  /** Not before this moment, epoch milliseconds; 0 when at any time. */
  nextAt(place: number): number {
    return this.#nextAt.at(place);
  }
  details(place: number): Details {
    return this.#sources[this.source(place)]?.read(this.#at.at(place)) ?? { variables: {} };
  }
  /** The written text of a contact, for looking something up in it. */
  text(place: number): string {
    return this.#sources[this.source(place)]?.bytes(this.#at.at(place), this.#length.at(place)) ?? '';
  }

  setState(place: number, state: StoredState, nextAt = 0): void {
    const before = this.#state.at(place);
    const code = codeOf.get(state) ?? 0;
    this.#nextAt.set(place, nextAt);
    if (before === code) return;
    this.#count(place, before, -1);
    this.#state.set(place, code);
    this.#count(place, code, 1);
    if (state === 'removed') this.byPhone.delete(this.phone(place));
    else if (contactStates[before] === 'removed') this.byPhone.set(this.phone(place), place);
  }

  addAttempt(place: number, attempt: number): void {
    this.#attempts.set(place, Math.min(255, this.#attempts.at(place) + 1));
    this.#lastAttempt.set(place, attempt + 1);
  }

  /** How many contacts are in a state, in one zone or in all. */
  count(state: StoredState, zone?: number): number {
    const code = codeOf.get(state) ?? 0;
    if (zone !== undefined) return this.#counts[zone]?.[code] ?? 0;
    return this.#counts.reduce((sum, counts) => sum + (counts[code] ?? 0), 0);
  }

  #count(place: number, code: number, by: number): void {
    const counts = this.#counts[this.#zone.at(place)];
    if (counts !== undefined) counts[code] = (counts[code] ?? 0) + by;
  }

  #zoneCode(name: string): number {
    const known = this.zones.indexOf(name);
    if (known >= 0) return known;
    if (this.zones.length === mostZones) throw new RangeError(`A campaign has contacts in at most ${mostZones} zones`);
    this.zones.push(name);
    this.#counts.push(new Uint32Array(contactStates.length));
    return this.zones.length - 1;
  }
}
