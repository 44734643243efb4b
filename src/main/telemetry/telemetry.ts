import type { Handlers } from '../../shared/ipc/contract.ts';
import type { JournalEntry } from '../../shared/models/journal.ts';
import type { Annotation, MetricState, TelemetryView } from '../../shared/models/telemetry.ts';
import { valueSource } from '../ipc/value-source.ts';
import type { TelemetryApi } from '../platform/telemetry/telemetry-api.ts';
import type { Clock } from '../storage/clock.ts';
import type { Log } from '../storage/log.ts';
import { annotationsOf } from './annotations.ts';
import { type Boards, readBoard } from './boards.ts';
import { TELEMETRY_LIMITS, type TelemetryLimits } from './limits.ts';
import type { PastStore } from './past-store.ts';
import { TenantTelemetry } from './tenant-telemetry.ts';

export interface TelemetryDeps {
  /** The console's way to one tenant's telemetry. Throws FailureError when there is none. */
  readonly apiFor: (tenant: string) => TelemetryApi;
  /** Under which name a tenant's past is kept. */
  readonly pastKey: (tenant: string) => string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly store: PastStore;
  readonly boards: Boards;
  /** What operators did at this console, gathered. */
  readonly journal: () => Promise<readonly JournalEntry[]>;
  /** Alerts on metrics of a tenant, as marks. */
  readonly alertMarks: (tenant: string) => readonly Annotation[];
  readonly limits?: Partial<TelemetryLimits>;
}

export interface Telemetry {
  readonly handlers: Handlers['telemetry'];
  /** Asks for a tenant's telemetry from now on, whoever looks. Returns the end of it. */
  keep(tenant: string, listener: () => void): () => void;
  /** A metric as it is known now; undefined while the tenant is not asked, or does not tell it. */
  metric(tenant: string, id: string): MetricState | undefined;
  running(tenant: string): TenantTelemetry | undefined;
  /** Ends everything: sign-out, quit. */
  stopAll(): void;
}

interface Running {
  readonly telemetry: TenantTelemetry;
  windows: number;
  keepers: number;
  cancelStop: (() => void) | undefined;
}

const PRUNE_MS = 10 * 60_000;
/** The journal is read whole: not more often than this. */
const JOURNAL_MS = 10_000;

/** Makes the telemetry of all tenants: each is asked while a window shows it or rules look at it, and for a while after. */
export function createTelemetry(deps: TelemetryDeps): Telemetry {
  const limits = { ...TELEMETRY_LIMITS, ...deps.limits };
  const { clock, store, boards } = deps;
  const running = new Map<string, Running>();
  let journal: { readonly at: number; readonly entries: Promise<readonly JournalEntry[]> } | undefined;
  let cancelPrune: (() => void) | undefined;

  const prune = (): void => {
    store.prune();
    cancelPrune = clock.after(PRUNE_MS, prune);
  };

  const start = (tenant: string): Running => {
    cancelPrune ??= clock.after(PRUNE_MS, prune);
    const telemetry = new TenantTelemetry({
      ...deps,
      limits,
      tenant,
      pastKey: deps.pastKey(tenant),
      api: deps.apiFor(tenant),
    });
    const entry: Running = { telemetry, windows: 0, keepers: 0, cancelStop: undefined };
    running.set(tenant, entry);
    telemetry.start();
    return entry;
  };
  const use = (tenant: string, as: 'windows' | 'keepers'): { readonly entry: Running; readonly end: () => void } => {
    const entry = running.get(tenant) ?? start(tenant);
    entry.cancelStop?.();
    entry.cancelStop = undefined;
    entry[as] += 1;
    entry.telemetry.setWatched(entry.windows > 0);
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      entry[as] -= 1;
      entry.telemetry.setWatched(entry.windows > 0);
      if (entry.windows + entry.keepers > 0 || running.get(tenant) !== entry) return;
      entry.cancelStop = clock.after(limits.lingerMs, () => {
        entry.telemetry.stop();
        if (running.get(tenant) === entry) running.delete(tenant);
      });
    };
    return { entry, end };
  };
  /** The tenant's telemetry for one question; it goes on for a while, so that what is missing can come. */
  const once = (tenant: string): TenantTelemetry => {
    const { entry, end } = use(tenant, 'windows');
    end();
    return entry.telemetry;
  };
  const readJournal = (): Promise<readonly JournalEntry[]> => {
    if (journal === undefined || clock.now() - journal.at > JOURNAL_MS) {
      journal = { at: clock.now(), entries: deps.journal().catch(() => []) };
    }
    return journal.entries;
  };

  return {
    handlers: {
      state: ({ tenant }, changed) => {
        const { entry, end } = use(tenant, 'windows');
        const source = valueSource<TelemetryView>(
          () => entry.telemetry.view(),
          (listener) => entry.telemetry.subscribe(listener),
          changed,
        );
        return {
          take: source.take,
          close: () => {
            source.close();
            end();
          },
        };
      },
      refresh: ({ tenant }) => once(tenant).refresh(),
      past: ({ tenant, series, from, to }) => {
        const telemetry = once(tenant);
        return series.map(({ metric, labels }) => telemetry.past(metric, labels, { from, to }));
      },
      pastParts: ({ tenant, metric, by, from, to }) => once(tenant).pastParts(metric, by, { from, to }),
      annotations: async ({ tenant, from, to }) => {
        const telemetry = once(tenant);
        return annotationsOf(
          {
            incidents: telemetry.incidents(),
            outages: telemetry.outages(),
            alerts: deps.alertMarks(tenant),
            journal: await readJournal(),
          },
          tenant,
          { from, to },
        );
      },
      board: ({ tenant, role }) => boards.get(tenant, role),
      setBoard: ({ tenant, role, board }) => boards.set(tenant, role, board),
      resetBoard: ({ tenant, role }) => boards.reset(tenant, role),
      readBoard: ({ text }) => readBoard(text),
    },
    keep(tenant, listener) {
      const { entry, end } = use(tenant, 'keepers');
      const unsubscribe = entry.telemetry.subscribe(listener);
      return () => {
        unsubscribe();
        end();
      };
    },
    metric: (tenant, id) => running.get(tenant)?.telemetry.metric(id),
    running: (tenant) => running.get(tenant)?.telemetry,
    stopAll() {
      cancelPrune?.();
      cancelPrune = undefined;
      for (const { telemetry, cancelStop } of running.values()) {
        cancelStop?.();
        telemetry.stop();
      }
      running.clear();
    },
  };
}
