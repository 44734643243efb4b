import { type Column, words } from './columns.ts';
import type { ContactStore } from './contact-store.ts';

interface Lane {
  /** Contacts that were never called, in the order they came. */
  readonly fresh: Column;
  head: number;
  /** Those whose time has come again. */
  readonly again: number[];
  againHead: number;
}

/**
 * Who is next, zone by zone, since windows open and close zone by zone. A lane may hold a contact that is no longer
 * pending, or hold one twice: whoever is taken out is looked at first, so nothing must be searched for to be removed.
 */
export class Lanes {
  readonly #store: ContactStore;
  readonly #lanes: Lane[] = [];

  constructor(store: ContactStore) {
    this.#store = store;
  }

  addFresh(place: number): void {
    this.#lane(this.#store.zone(place)).fresh.push(place);
  }

  /** One that is pending again goes before those that were never called. */
  addAgain(place: number): void {
    this.#lane(this.#store.zone(place)).again.push(place);
  }

  /** Takes the next pending contact of a zone. */
  take(zone: number): number | undefined {
    const lane = this.#lane(zone);
    while (lane.againHead < lane.again.length) {
      const place = lane.again[lane.againHead];
      lane.againHead += 1;
      if (lane.againHead > 1_024) {
        lane.again.splice(0, lane.againHead);
        lane.againHead = 0;
      }
      if (place !== undefined && this.#store.state(place) === 'pending') return place;
    }
    while (lane.head < lane.fresh.length) {
      const place = lane.fresh.at(lane.head);
      lane.head += 1;
      if (this.#store.state(place) === 'pending') return place;
    }
    return undefined;
  }

  #lane(zone: number): Lane {
    while (this.#lanes.length <= zone) this.#lanes.push({ fresh: words(), head: 0, again: [], againHead: 0 });
    const lane = this.#lanes[zone];
    if (lane === undefined) throw new RangeError(`No lane for zone ${zone}`);
    return lane;
  }
}
