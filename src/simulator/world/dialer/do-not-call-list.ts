import type { DncEntry, DncImport, DoNotCallDesk } from '../campaign-port.ts';
import { foldText } from '../fold-text.ts';
import { isoTime } from '../iso-time.ts';
import type { Actor, Result } from '../outcome.ts';
import { pageByPlace } from './cursor-page.ts';
import { packPhone, phoneText } from './phone-number.ts';
import { refuse, wrongField } from './refuse.ts';

const mostImported = 10_000;
/** Entries that there can ever be; the newest has the lowest place in the list. */
const mostEver = 1_000_000_000_000;

interface Entry {
  readonly shown: DncEntry;
  /** Where it stands in the list, for good: a cursor points to it whatever vanishes before. */
  readonly place: number;
  readonly phone: number;
  /** Epoch milliseconds; Infinity holds for good. */
  readonly expiresAt: number;
}

export interface DncListener {
  added(phone: number): void;
  removed(phone: number): void;
}

/** The numbers of a tenant that must not be called, each with who put it there and when. */
export interface DoNotCallList extends DoNotCallDesk {
  has(phone: number): boolean;
  /** A contact asked not to be called any more, in a call. */
  unsubscribe(phone: number, by: Actor, reason: string): void;
  /** Puts in an entry that was there before the world began. */
  preset(phone: number, entry: Omit<DncEntry, 'entryId' | 'phone'>): void;
  /** Lets entries run out. */
  sweep(): void;
}

export function createDoNotCallList(now: () => number, listener: DncListener): DoNotCallList {
  const byPhone = new Map<number, Entry>();
  const byId = new Map<string, number>();
  let given = 0;
  let nextExpiry = Number.POSITIVE_INFINITY;

  function put(phone: number, entry: Omit<DncEntry, 'entryId' | 'phone'>): DncEntry {
    given += 1;
    const shown: DncEntry = { entryId: `dnc-${given}`, phone: phoneText(phone), ...entry };
    const expiresAt = entry.expiresAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(entry.expiresAt);
    byPhone.set(phone, { shown, place: mostEver - given, phone, expiresAt });
    byId.set(shown.entryId, phone);
    nextExpiry = Math.min(nextExpiry, expiresAt);
    listener.added(phone);
    return shown;
  }

  function drop({ shown, phone }: Entry): void {
    byPhone.delete(phone);
    byId.delete(shown.entryId);
    listener.removed(phone);
  }

  const stamp = (by: Actor) => ({ addedAt: isoTime(now()), addedBy: { id: by.id, name: by.name } });

  return {
    has: (phone) => byPhone.has(phone),
    unsubscribe(phone, by, reason) {
      if (!byPhone.has(phone)) put(phone, { reason, source: 'unsubscribed', ...stamp(by) });
    },
    preset: put,
    sweep() {
      const at = now();
      if (at < nextExpiry) return;
      nextExpiry = Number.POSITIVE_INFINITY;
      for (const entry of [...byPhone.values()]) {
        if (entry.expiresAt <= at) drop(entry);
        else nextExpiry = Math.min(nextExpiry, entry.expiresAt);
      }
    },
    list(text, start, limit) {
      // Only the numbers of a query's digits: "416 555" is asked as it is read.
      const words = text === undefined ? [] : foldText(text).split(/\s+/).filter(Boolean);
      const fits = ({ shown }: Entry) => {
        const told = foldText(`${shown.phone} ${shown.reason ?? ''} ${shown.addedBy.name}`);
        return words.every((word) => told.includes(word));
      };
      const entries = [...byPhone.values()].reverse();
      const found = words.length === 0 ? entries : entries.filter(fits);
      const byPlace = new Map(found.map((entry) => [entry.place, entry]));
      const next = (place: number) => found[firstFrom(found, place)]?.place;
      const show = (place: number): DncEntry => {
        const entry = byPlace.get(place);
        if (entry === undefined) throw new RangeError(`No entry at ${place}`);
        return entry.shown;
      };
      return pageByPlace(start, limit, found.length, next, show);
    },
    add({ phone, reason, expiresAt }, actor): Result<{ entry: DncEntry; added: boolean }> {
      const packed = packPhone(phone);
      if (packed === undefined) return wrongField('phone', 'A number in E.164, such as +14165550123');
      if (expiresAt !== undefined && expiresAt <= now()) return wrongField('expiresAt', 'A moment that is ahead');
      const there = byPhone.get(packed);
      if (there !== undefined) return { ok: true, value: { entry: there.shown, added: false } };
      const entry = put(packed, {
        ...(reason !== undefined && reason !== '' && { reason }),
        source: 'operator',
        ...stamp(actor),
        ...(expiresAt !== undefined && { expiresAt: isoTime(expiresAt) }),
      });
      return { ok: true, value: { entry, added: true } };
    },
    remove(entryId) {
      const phone = byId.get(entryId);
      const entry = phone === undefined ? undefined : byPhone.get(phone);
      if (entry === undefined) return refuse('not-found', `There is no do-not-call entry ${entryId}`);
      drop(entry);
      return { ok: true, value: true };
    },
    import(entries, actor): Result<DncImport> {
      if (entries.length > mostImported) return refuse('invalid', `At most ${mostImported} entries at once`);
      const invalid: { index: number; code: string }[] = [];
      let added = 0;
      let alreadyThere = 0;
      for (const [index, { phone, reason }] of entries.entries()) {
        const packed = packPhone(phone);
        if (packed === undefined)
          invalid.push({ index, code: phone.trim() === '' ? 'phone-missing' : 'phone-invalid' });
        else if (byPhone.has(packed)) alreadyThere += 1;
        else {
          put(packed, { ...(reason !== undefined && reason !== '' && { reason }), source: 'import', ...stamp(actor) });
          added += 1;
        }
      }
      return { ok: true, value: { added, alreadyThere, invalid } };
    },
  };
}

/** The first entry at a place or behind it. */
function firstFrom(found: readonly Entry[], place: number): number {
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.place ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
