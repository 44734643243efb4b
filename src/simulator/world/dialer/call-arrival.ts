import type { Arrival } from '../cast/arrivals.ts';
import { inventFacts } from '../cast/facts.ts';
import type { PointOfContact, TenantProfile } from '../cast/tenant-profiles.ts';
import { type FlowKey, flowScripts } from '../flows/all-flows.ts';
import { mixSeed, Rng } from '../random.ts';
import type { Language } from '../world-port.ts';
import type { CampaignRecord } from './campaign-record.ts';
import { phoneText } from './phone-number.ts';

export interface ArrivalParts {
  readonly seed: number;
  readonly profile: TenantProfile;
}

/** The flow of an id, among those that a tenant has. */
export function flowKeyOf(profile: TenantProfile, flowId: string): FlowKey | undefined {
  return profile.pointsOfContact.find(({ flow }) => flowScripts[flow].id === flowId)?.flow;
}

/** The outbound voice point of contact that a campaign calls from: the chosen one, or one with the same flow. */
function pointOf(profile: TenantProfile, { draft, id }: CampaignRecord): PointOfContact {
  const flow = flowKeyOf(profile, draft.flowId);
  if (flow === undefined) throw new Error(`${profile.info.slug} has no flow ${draft.flowId}`);
  const lines = profile.pointsOfContact.filter((point) => point.platform === 'voice' && point.direction === 'outbound');
  const found =
    lines.find((point) => point.id === draft.pointOfContactId) ?? lines.find((point) => point.flow === flow);
  const own = { id: `poc-${id}`, name: draft.callerId, environment: 'production', weight: 0 } as const;
  return { ...own, ...found, platform: 'voice', direction: 'outbound', flow };
}

function languageOf(said: string | undefined, zone: string, profile: TenantProfile, rng: Rng): Language {
  if (said !== undefined) return /^fr/i.test(said) ? 'fr' : 'en';
  return zone.startsWith('America/') && rng.chance(profile.french) ? 'fr' : 'en';
}

/**
 * The conversation of a call that is about to be placed: the contact's own name, number and language, what the
 * manifest tells of the matter, and the rest made up.
 *
 * @param at when it is placed, epoch milliseconds
 */
export function callArrival(
  { seed, profile }: ArrivalParts,
  record: CampaignRecord,
  place: number,
  at: number,
): Omit<Arrival, 'number' | 'at'> {
  const { contacts } = record;
  const { firstName, lastName, language: said, variables } = contacts.details(place);
  const rng = new Rng(mixSeed(seed, profile.info.slug, record.number, place, contacts.attempts(place)));
  const language = languageOf(said, contacts.zones[contacts.zone(place)] ?? '', profile, rng);
  const facts = inventFacts(rng, profile, language, at);
  for (const [name, value] of Object.entries(variables)) if (Object.hasOwn(facts, name)) facts[name] = value;
  const first = firstName ?? facts['first'] ?? '';
  const last = lastName ?? facts['name']?.split(' ').slice(1).join(' ') ?? '';
  const phone = phoneText(contacts.phone(place));
  Object.assign(facts, { first, name: `${first} ${last}`.trim(), phone, phoneSaid: spoken(phone) });
  return { pointOfContact: pointOf(profile, record), language, facts };
}

/** `+14165550123` as one says it: `416 555-0123`. */
function spoken(phone: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone) ?? [];
  return line === undefined ? phone : `${area} ${exchange}-${line}`;
}
