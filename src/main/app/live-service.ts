import { join } from 'node:path';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { tapStream } from '../alerts/tap-stream.ts';
import { type Commands, createCommands } from '../commands/commands.ts';
import type { Holds } from '../commands/holds/holds.ts';
import type { Me } from '../commands/identity.ts';
import type { Journal } from '../commands/journal/journal.ts';
import { ToldOutcomes } from '../commands/told-outcomes.ts';
import { conversationsHandlers } from '../ipc/handlers/conversations.ts';
import { draftsHandlers } from '../ipc/handlers/drafts.ts';
import { createLiveHubs, type LiveHubs } from '../live/hubs.ts';
import type { Platform } from '../platform/create-platform.ts';
import type { StreamedEvent } from '../platform/tenant-api.ts';
import type { Clock } from '../storage/clock.ts';
import { openDrafts } from '../storage/drafts.ts';
import type { Log } from '../storage/log.ts';
import type { SecretBox } from '../storage/secret-box.ts';
import { networkEvents, powerEvents } from './system-events.ts';

interface LiveParts {
  readonly folder: string;
  readonly platform: Pick<Platform, 'tenantApi'>;
  readonly box: SecretBox;
  readonly journal: Journal;
  readonly holds: () => Holds;
  readonly owner: () => string;
  readonly me: () => Me | undefined;
  /** Hears what each tenant's stream tells, after its hub. */
  readonly hear: (tenant: string, events: readonly StreamedEvent[]) => void;
  readonly clock: Clock;
  readonly log: Log;
}

export interface LiveService {
  readonly hubs: LiveHubs;
  readonly commands: Commands;
  /** Takes over; what comes of it is told to the windows. */
  takeOver(input: Parameters<Commands['takeOver']>[0]): Promise<void>;
  readonly handlers: Pick<Handlers, 'live' | 'conversations' | 'drafts'>;
  /** Nobody is signed in any more: nothing is watched, nothing told. */
  signedOut(): void;
  /** Writes the drafts that are not yet on the disk. */
  flush(): Promise<void>;
}

/** Live conversations and what is done in them: hubs, commands, drafts. */
export async function startLiveService(parts: LiveParts): Promise<LiveService> {
  const { folder, platform, box, journal, holds, owner, me, hear, clock, log } = parts;
  const drafts = await openDrafts({ file: join(folder, 'drafts.json'), box, clock, owner });
  const hubs = createLiveHubs({
    apiFor: (tenant) => tapStream(platform.tenantApi(tenant), (events) => hear(tenant, events)),
    clock,
    random: Math.random,
    log,
    power: powerEvents(),
    network: networkEvents(clock),
    isMine: (tenant, handler) => commands.isMine(tenant, handler),
  });
  const commands = createCommands({
    apiFor: (tenant) => platform.tenantApi(tenant),
    read: (tenant, id) => hubs.read(tenant, id),
    me,
    journal,
    clock,
    log,
  });
  const told = new ToldOutcomes(clock);
  return {
    hubs,
    commands,
    async takeOver(input) {
      told.tell({ ...input, action: 'takeOver', result: await commands.takeOver(input) });
    },
    handlers: {
      live: hubs.handlers,
      conversations: conversationsHandlers(commands, holds, told, drafts),
      drafts: draftsHandlers(drafts),
    },
    signedOut() {
      hubs.stopAll();
      told.clear();
    },
    flush: () => drafts.flush(),
  };
}
