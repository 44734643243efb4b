import type { Facts } from '../cast/facts.ts';
import { firstNames, lastNames } from '../cast/names.ts';
import type { TenantProfile } from '../cast/tenant-profiles.ts';
import { mixSeed, Rng } from '../random.ts';
import type { Language } from '../world-port.ts';
import { fractionOf, mixIntegers } from './integer-hash.ts';

/** The customers behind the archive; each has called a few times. Everything follows from seed and number. */
export interface ArchiveContacts {
  readonly count: number;
  languageOf(contact: number): Language;
  /** What tells the contact from others (`identityKeys`). */
  identity(contact: number): Facts;
}

/** Conversations that a contact has had, on average. */
const perContact = 3;

/** Makes the customers of an archive of that size. */
export function archiveContacts(seed: number, profile: TenantProfile, size: number): ArchiveContacts {
  const own = mixSeed(seed, profile.info.slug, 'archive-contact');
  const languageOf = (contact: number): Language => (fractionOf(own, contact) < profile.french ? 'fr' : 'en');
  return {
    count: Math.max(1, Math.ceil(size / perContact)),
    languageOf,
    identity(contact) {
      const rng = new Rng(mixIntegers(own ^ 0x5bd1e995, contact));
      const language = languageOf(contact);
      const first = rng.pick(firstNames[language]);
      const areaCode = rng.pick(profile.areaCodes);
      const line = String(rng.int(0, 99)).padStart(2, '0');
      // Unlike names and numbers to call, accounts are never shared: they thread a contact's history.
      const account = String(80_000_000 + contact);
      return {
        first,
        name: `${first} ${rng.pick(lastNames[language])}`,
        phone: `+1${areaCode}55501${line}`,
        phoneSaid: `${areaCode} 555-01${line}`,
        account,
        tail: account.slice(-4),
        meter: `M${String(rng.int(0, 999_999)).padStart(6, '0')}`,
        address: `${rng.int(3, 2400)} ${rng.pick(profile.streets)}`,
      };
    },
  };
}
