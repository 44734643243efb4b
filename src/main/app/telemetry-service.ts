import { join } from 'node:path';
import { gatherEntries } from '../commands/journal/entries.ts';
import type { Journal } from '../commands/journal/journal.ts';
import type { Clock } from '../storage/clock.ts';
import type { Log } from '../storage/log.ts';
import { keptBoards } from '../telemetry/boards.ts';
import { pastKey } from '../telemetry/past-key.ts';
import { PastStore } from '../telemetry/past-store.ts';
import { createTelemetry, type TelemetryDeps } from '../telemetry/telemetry.ts';
import type { Connection } from './connection.ts';

interface TelemetryParts {
  readonly folder: string;
  readonly platform: Connection['platform'];
  readonly instance: Connection['instance'];
  readonly settings: Parameters<typeof keptBoards>[0];
  readonly clock: Clock;
  readonly log: Log;
  readonly journal: Pick<Journal, 'read'>;
  readonly alertMarks: TelemetryDeps['alertMarks'];
}

export interface TelemetryService {
  readonly telemetry: ReturnType<typeof createTelemetry>;
  /** Ends what is read, and closes the store of the past. */
  close(): void;
}

/** Metrics of the tenants with their past, which is kept on this computer, for each instance apart. */
export function startTelemetryService(parts: TelemetryParts): TelemetryService {
  const { folder, platform, instance, settings, clock, log, journal, alertMarks } = parts;
  const store = new PastStore({ path: join(folder, 'telemetry/past.sqlite'), now: clock.now, log });
  const keyOf = (tenant: string) => pastKey(instance.inForce(), tenant);
  const telemetry = createTelemetry({
    apiFor: (tenant) => platform.telemetryApi(tenant),
    pastKey: keyOf,
    clock,
    random: Math.random,
    log,
    store,
    boards: keptBoards(settings, keyOf),
    journal: async () => gatherEntries(await journal.read()),
    alertMarks,
  });
  return {
    telemetry,
    close() {
      telemetry.stopAll();
      store.close();
    },
  };
}
