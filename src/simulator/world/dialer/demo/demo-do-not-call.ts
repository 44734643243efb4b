import type { DncEntry } from '../../campaign-port.ts';
import { firstNames } from '../../cast/names.ts';
import type { TenantProfile } from '../../cast/tenant-profiles.ts';
import { isoTime } from '../../iso-time.ts';
import type { Actor } from '../../outcome.ts';
import type { Rng } from '../../random.ts';
import type { DoNotCallList } from '../do-not-call-list.ts';
import { packPhone } from '../phone-number.ts';

const dayMs = 86_400_000;
const reasons = [
  'Asked by phone',
  'Asked by e-mail',
  'Complaint about a call at dinner time',
  'Mauvais destinataire',
  'A demandé par téléphone',
  'Moved abroad',
  'Legal request',
  'Estate: account holder deceased',
  'Wrong person, number reassigned',
  'Préfère le courrier',
] as const;

interface Planned {
  readonly phone: number;
  readonly at: number;
  readonly entry: Omit<DncEntry, 'entryId' | 'phone' | 'addedAt'>;
}

/** Fills a do-not-call list as it has grown over two years: asked for, imported, and left by calls. */
export function fillDoNotCall(
  list: DoNotCallList,
  rng: Rng,
  profile: TenantProfile,
  team: readonly Actor[],
  count: number,
  now: number,
): void {
  const planned: Planned[] = [];
  const imported = now - rng.between(200, 320) * dayMs;
  const importer = rng.pick(team);
  const used = new Set<number>();
  while (planned.length < count) {
    // Most of them are nobody whom a campaign would call now.
    const line = rng.chance(0.15) ? rng.int(100, 199) : rng.int(200, 999);
    const text = `+1${rng.pick(profile.customerAreas)}5550${line}`;
    const phone = packPhone(text);
    if (phone === undefined || used.has(phone)) continue;
    used.add(phone);
    const kind = rng.next();
    if (kind < 0.45) {
      const entry = { source: 'import', reason: 'National list', addedBy: importer } as const;
      planned.push({ phone, at: imported + planned.length, entry });
      continue;
    }
    const at = now - rng.between(0.2, 730) * dayMs;
    if (kind < 0.7) {
      const entry = {
        source: 'unsubscribed',
        reason: 'Asked in a call',
        addedBy: { id: 'dialai', name: profile.agent },
      } as const;
      planned.push({ phone, at, entry });
      continue;
    }
    const expires = rng.chance(0.1) ? { expiresAt: isoTime(now + rng.between(5, 180) * dayMs) } : {};
    const reason = rng.chance(0.8)
      ? rng.pick(reasons)
      : `Asked for by ${rng.pick(firstNames.en)}, on behalf of the customer`;
    planned.push({ phone, at, entry: { source: 'operator', reason, addedBy: rng.pick(team), ...expires } });
  }
  for (const { phone, at, entry } of planned.sort((a, b) => a.at - b.at)) {
    list.preset(phone, { ...entry, addedAt: isoTime(at), addedBy: { id: entry.addedBy.id, name: entry.addedBy.name } });
  }
}
