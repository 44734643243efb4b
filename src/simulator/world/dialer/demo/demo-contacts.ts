import { firstNames, lastNames } from '../../cast/names.ts';
import type { TenantProfile } from '../../cast/tenant-profiles.ts';
import type { Rng } from '../../random.ts';
import { writeRow } from '../csv-rows.ts';
import type { DemoCampaign } from './demo-plan.ts';

/** Where customers have moved to and kept their account: every zone of the continent. */
const elsewhere = '709 902 506 514 418 204 306 403 780 604 250 867 212 617 305 312 214 303 602 206 415 907 808'.split(
  ' ',
);
/** Numbers of the exchange 555 from 0100 to 0199 are kept for fiction. */
const linesPerArea = 100;

export const demoColumns = ['phone', 'externalId', 'firstName', 'lastName', 'language', 'balance', 'date'] as const;

/** All fictional numbers that a tenant's customers may have, in an order of chance: most from its own region. */
function numbersFor(rng: Rng, profile: TenantProfile, count: number): string[] {
  const numbers: string[] = [];
  const used = new Set<string>();
  while (numbers.length < count) {
    const area = rng.pick(rng.chance(0.62) ? profile.customerAreas : elsewhere);
    const number = `+1${area}55501${String(rng.int(0, linesPerArea - 1)).padStart(2, '0')}`;
    if (used.has(number)) continue;
    used.add(number);
    numbers.push(number);
  }
  return numbers;
}

/** The manifest of a demo campaign: believable people, and a few rows that no platform takes. */
export function demoManifest(rng: Rng, profile: TenantProfile, plan: DemoCampaign): string {
  const numbers = numbersFor(rng, profile, plan.contacts);
  const lines = [writeRow(demoColumns)];
  for (const [i, number] of numbers.entries()) {
    const other = plan.language === 'fr' ? 'en' : 'fr';
    const language = rng.chance(plan.language === 'fr' ? 0.12 : profile.french) ? other : plan.language;
    const amount = rng.int(4_200, 64_000);
    const balance =
      language === 'fr'
        ? `${Math.floor(amount / 100)},${cents(amount)} $`
        : `$${Math.floor(amount / 100)}.${cents(amount)}`;
    const names = [rng.pick(firstNames[language]), rng.pick(lastNames[language])];
    lines.push(
      writeRow([number, `8${String(rng.int(0, 9_999_999)).padStart(7, '0')}`, ...names, language, balance, '']),
    );
    // A file as people send it: now and then a number is there twice, or is none.
    if (i % 97 === 60) lines.push(writeRow([number, '', ...names, language, balance, '']));
    if (i % 131 === 90) lines.push(writeRow([number.slice(0, 9), '', ...names, language, balance, '']));
  }
  return lines.join('');
}

function cents(amount: number): string {
  return String(amount % 100).padStart(2, '0');
}

/** A manifest of so many contacts, for trying out how a list of that size feels. */
export function bulkManifest(count: number, areas: readonly string[]): Buffer {
  const header = 'phone,externalId,firstName,lastName,language\n';
  const rowBytes = 64;
  const file = Buffer.allocUnsafe(header.length + count * rowBytes);
  let at = file.write(header);
  for (let i = 0; i < count; i += 1) {
    const area = areas[Math.floor(i / 10_000) % areas.length] ?? '416';
    const exchange = 555 + Math.floor(i / (10_000 * areas.length));
    const first = firstNames.en[i % firstNames.en.length] ?? '';
    const last = lastNames.en[Math.floor(i / 7) % lastNames.en.length] ?? '';
    at += file.write(`+1${area}${exchange}${String(i % 10_000).padStart(4, '0')},${i + 1},${first},${last},en\n`, at);
  }
  return file.subarray(0, at);
}
