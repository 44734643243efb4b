import { draft } from '../../../testing/sample-campaign.ts';
import type { CampaignDraft } from '../../campaign-port.ts';
import { tenantProfiles } from '../../cast/tenant-profiles.ts';
import { createClock } from '../../clock.ts';
import { createTenant } from '../../tenant/tenant-world.ts';
import { unwrap } from '../../testing/test-world.ts';
import type { CampaignOptions, WorldOptions } from '../../world-port.ts';

export const ana = { id: 'u-ana', name: 'Ana Roy' };

/** A campaign that may call at any hour of any day. */
export const anyHour = draft();

/** A tenant without conversations of its own, whose time passes in steps of any length. For tests. */
export function testDesk(campaigns: Partial<CampaignOptions> = {}, world: Partial<WorldOptions> = {}) {
  const options: WorldOptions = {
    seed: 3,
    conversations: 0,
    speed: 1,
    clock: 'driven',
    ...world,
    campaigns: { start: 'none', ...campaigns },
  };
  const [profile] = tenantProfiles;
  if (profile === undefined) throw new Error('There are no tenants');
  const clock = createClock('driven', options.startAt);
  const tenant = createTenant({ options, profile, clock, place: 0, conversations: 0, transcripts: 0, rate: undefined });
  const desk = tenant.world.campaigns;
  return {
    desk,
    world: tenant.world,
    clock,
    /** @param stepMs how often the world looks at the clock; 100 ms is often enough for calls */
    pass(ms: number, stepMs = 100): void {
      for (let left = ms; left > 0; left -= stepMs) {
        clock.advance(Math.min(stepMs, left));
        tenant.tick();
      }
    },
    /** A campaign with contacts of these numbers. */
    campaign(phones: readonly string[], changes: Partial<CampaignDraft> = {}): string {
      const { campaignId } = unwrap(desk.create(draft(changes), ana));
      for (const phone of phones) unwrap(desk.contacts.add(campaignId, { phone, variables: {} }));
      return campaignId;
    },
    contacts: (campaignId: string) => unwrap(desk.contacts.list(campaignId, {}, undefined, 1_000)).items,
    progress: (campaignId: string) => unwrap(desk.get(campaignId)).progress,
  };
}

/** So many numbers of Toronto, kept for fiction or unassigned. */
export function toronto(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, i) => `+1416555${String(from + i).padStart(4, '0')}`);
}
