import { arrive } from '../cast/arrivals.ts';
import type { TenantProfile } from '../cast/tenant-profiles.ts';
import type { ConversationRecord, LiveConversation } from '../live-conversation.ts';
import { mixSeed } from '../random.ts';
import type { SortField, TranscriptFilter } from '../world-port.ts';
import { archiveContacts } from './archive-contacts.ts';
import { archiveTimes } from './archive-times.ts';
import { customerTest } from './customer-test.ts';
import { fractionOf, mixIntegers } from './integer-hash.ts';
import { matchPlot } from './plot-match.ts';
import { type Prototype, toPrototype } from './prototype.ts';
import { passes, type Query } from './query.ts';
import { retell } from './retell.ts';
import { mentions } from './search-record.ts';
import type { Place } from './sort.ts';

/** Plots that are played; each is told again of many customers. */
const plots = 400;
/** Of a tenant's numbers, where the archive's begin: far from those of conversations that are yet to come. */
const numberOffset = 5_000_000;

export interface DeepArchiveParts {
  readonly seed: number;
  readonly profile: TenantProfile;
  /** How many conversations. */
  readonly size: number;
  /** The world's beginning, epoch milliseconds. */
  readonly now: number;
  /** First number of the tenant. */
  readonly firstNumber: number;
  /** Plays conversations to their end, untold. */
  readonly play: (lives: Iterable<LiveConversation>) => void;
}

/**
 * Up to a million finished conversations that take no memory until they are looked at: each is one of some hundred played
 * plots, told of one of many customers at a time of its own. Made at the first look; the same seed makes the same ones.
 */
export interface DeepArchive {
  readonly size: number;
  /** Indexes from the least to the greatest key. */
  order(field: SortField): Uint32Array;
  placeOf(index: number, field: SortField): Place;
  indexOf(number: number): number | undefined;
  record(index: number): ConversationRecord;
  /** Makes the test for a query; undefined as an answer: it would have to be told to be known (see `tell`). */
  matcher(filter: TranscriptFilter, query: Query): (index: number) => boolean | undefined;
  /** The costly, exact test. */
  tell(index: number, filter: TranscriptFilter, query: Query): boolean;
}

/** Makes an archive. Nothing is computed before it is first asked. */
export function createDeepArchive(parts: DeepArchiveParts): DeepArchive {
  const { size, seed, profile, firstNumber } = parts;
  const own = mixSeed(seed, profile.info.slug, 'archive');
  const contacts = archiveContacts(seed, profile, size);
  let made: Contents | undefined;
  const contents = (): Contents => {
    made ??= fillArchive(parts, own);
    return made;
  };
  const contactOf = (index: number): number => mixIntegers(own ^ 0x2545f491, index) % contacts.count;
  const prototypeOf = (index: number): Prototype => {
    const { byLanguage } = contents();
    const list = byLanguage[contacts.languageOf(contactOf(index))];
    const found = list[Math.floor(fractionOf(own ^ 0x1b873593, index) * list.length)];
    if (found === undefined) throw new Error('The archive has no plot');
    return found;
  };
  const first = firstNumber + numberOffset;
  const keyOf = (index: number, field: SortField): number => {
    const at = contents().times[index] ?? 0;
    const { durationMs, lastMessageMs, shown } = prototypeOf(index);
    if (field === 'startedAt') return at;
    if (field === 'lastMessageAt') return at + lastMessageMs;
    return field === 'duration' ? durationMs : shown.risk.level;
  };
  const orders = new Map<SortField, Uint32Array>();
  const record = (index: number): ConversationRecord =>
    retell(prototypeOf(index), contacts.identity(contactOf(index)), first + index, contents().times[index] ?? 0);

  return {
    size,
    order(field) {
      const known = orders.get(field);
      if (known !== undefined) return known;
      const indexes = Uint32Array.from({ length: size }, (_, index) => index);
      if (field !== 'startedAt') {
        const keys = Float64Array.from(indexes, (index) => keyOf(index, field));
        indexes.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
      }
      orders.set(field, indexes);
      return indexes;
    },
    placeOf: (index, field) => ({ key: keyOf(index, field), number: first + index }),
    indexOf: (number) => (number >= first && number < first + size ? number - first : undefined),
    record,
    matcher(filter, query) {
      const { times, prototypes } = contents();
      const plotMatches = new Map(prototypes.map((each) => [each, matchPlot(each, filter, query)]));
      const customer = customerTest(filter, query, contacts.identity);
      return (index) => {
        const at = times[index] ?? 0;
        if (at < (filter.from ?? at) || (filter.to !== undefined && at >= filter.to)) return false;
        const match = plotMatches.get(prototypeOf(index));
        if (match === 'no' || match === undefined) return false;
        if (match === 'yes' && filter.contact === undefined) return true;
        return customer(contactOf(index), first + index, match === 'ask') ? undefined : false;
      };
    },
    tell(index, filter, query) {
      const told = record(index);
      return passes(told.shown, filter) && mentions(told, query);
    },
  };
}

interface Contents {
  readonly times: Float64Array;
  readonly prototypes: readonly Prototype[];
  readonly byLanguage: Readonly<Record<'en' | 'fr', readonly Prototype[]>>;
}

/** Plays the plots, in both languages by the tenant's share, a few at least of each. */
function fillArchive({ seed, profile, size, now, play }: DeepArchiveParts, own: number): Contents {
  const french = Math.max(40, Math.round(plots * profile.french));
  const played = (language: 'en' | 'fr', count: number, from: number): readonly Prototype[] => {
    const lives = Array.from({ length: count }, (_, i) =>
      arrive(seed ^ own, profile, { number: from + i, at: now, language }),
    );
    play(lives);
    return lives.map(toPrototype);
  };
  const byLanguage = { en: played('en', plots, 1), fr: played('fr', french, plots + 1) };
  const times = archiveTimes(size, now, profile.info.timeZone, own);
  return { times, byLanguage, prototypes: [...byLanguage.en, ...byLanguage.fr] };
}
