import { join } from 'node:path';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { Alerts } from '../alerts/alerts.ts';
import type { Holds } from '../commands/holds/holds.ts';
import type { Me } from '../commands/identity.ts';
import type { Journal } from '../commands/journal/journal.ts';
import { createHandOvers } from '../hand-over/hand-overs.ts';
import type { LiveHubs } from '../live/hubs.ts';
import type { Platform } from '../platform/create-platform.ts';
import type { Clock } from '../storage/clock.ts';
import type { SecretBox } from '../storage/secret-box.ts';
import { incidentsHere } from '../telemetry/incidents-here.ts';
import type { KeptViews } from './kept-views.ts';

interface HandOverParts {
  readonly folder: string;
  readonly platform: Pick<Platform, 'campaignApi' | 'telemetryApi'>;
  readonly hubs: Pick<LiveHubs, 'read'>;
  readonly alerts: Pick<Alerts, 'list'>;
  readonly views: Pick<KeptViews, 'views'>;
  readonly holds: Pick<Holds, 'state'>;
  readonly vault: SecretBox | undefined;
  readonly journal: Journal;
  readonly me: () => Me | undefined;
  readonly clock: Clock;
}

/** The hand-over of a shift, gathered from all that knows what is open. */
export function handOverService(parts: HandOverParts): Handlers['handOver'] {
  const { folder, platform, hubs, alerts, views, holds, vault, journal, me, clock } = parts;
  return createHandOvers({
    sources: {
      alerts: (tenant) => alerts.list(tenant),
      watched: (tenant) => views.views(tenant).pinned,
      conversation: async (tenant, id) => (await hubs.read(tenant, id)).conversation,
      campaigns: (tenant) => platform.campaignApi(tenant).campaigns.list(),
      holds: () => holds.state().holds,
      incidents: (tenant, from, to) => incidentsHere(platform.telemetryApi(tenant), from, to),
    },
    file: { path: join(folder, 'hand-overs.json'), vault },
    journal,
    clock,
    me,
  });
}
