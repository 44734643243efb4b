import type { Handlers, StreamSource } from '../../shared/ipc/contract.ts';
import type { ConversationRow, Handler } from '../../shared/models/conversation.ts';
import { FailureError } from '../../shared/models/failure.ts';
import { aspectBits } from '../../shared/models/row-aspects.ts';
import type { FetchedTranscript, TenantApi } from '../platform/tenant-api.ts';
import type { Clock } from '../storage/clock.ts';
import type { Log } from '../storage/log.ts';
import { AwayBook } from './away-book.ts';
import { createLiveHub } from './hub.ts';
import type { HubLimits } from './limits.ts';
import type { LiveHub } from './live-hub.ts';
import { PaintTimes } from './paint-times.ts';
import type { NetworkEvents, PowerEvents } from './ports.ts';

export interface LiveHubsDeps {
  /** The console's way to one tenant. Throws FailureError (`signed-out`, `forbidden`, …) when there is none. */
  readonly apiFor: (tenant: string) => TenantApi;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly power?: PowerEvents;
  readonly network?: NetworkEvents;
  readonly limits?: Partial<HubLimits>;
  /** Whether a handler is the signed-in operator, as far as it is known in that tenant. */
  readonly isMine?: (tenant: string, handler: Handler) => boolean;
  /** How long a hub lives on after its last window; covers a reload and a change of screen. */
  readonly lingerMs?: number;
}

/** All live data of the console. One hub a tenant, whatever the number of windows. */
export interface LiveHubs {
  /** The handlers of the `live` group of the IPC contract. */
  readonly handlers: Handlers['live'];
  /** Reads one transcript, through the hub when one runs so that the rows learn from it. Throws as `getTranscript`. */
  read(tenant: string, id: string): Promise<FetchedTranscript>;
  /** The row as it is known now, where a hub runs. */
  row(tenant: string, id: string): ConversationRow | undefined;
  /** Takes the times from event to paint that a window gathered, ms. */
  painted(tenant: string, samples: readonly number[]): void;
  /** Ends every hub at once: sign-out, quit. Windows that still listen are served by new hubs when they subscribe. */
  stopAll(): void;
}

interface Running {
  readonly hub: LiveHub;
  windows: number;
  cancelStop: (() => void) | undefined;
}

const LINGER_MS = 30_000;

/** Makes the registry of hubs: started by the first subscriber, stopped some time after the last. */
export function createLiveHubs(deps: LiveHubsDeps): LiveHubs {
  const running = new Map<string, Running>();
  const books = new Map<string, AwayBook>();
  const paints = new PaintTimes();

  const bookOf = (tenant: string): AwayBook => {
    const book = books.get(tenant) ?? new AwayBook(tenant);
    books.set(tenant, book);
    return book;
  };

  const stop = (tenant: string, entry: Running): void => {
    if (running.get(tenant) === entry) running.delete(tenant);
    entry.cancelStop?.();
    entry.hub.stop();
  };

  const start = (tenant: string): Running => {
    const entry: Running = {
      hub: createLiveHub({
        ...deps,
        api: deps.apiFor(tenant),
        away: bookOf(tenant),
        isMine: (handler) => deps.isMine?.(tenant, handler) ?? false,
      }),
      windows: 0,
      cancelStop: undefined,
    };
    running.set(tenant, entry);
    entry.hub.start();
    return entry;
  };

  /** Opens a source on the tenant's hub and counts it as long as it is open. */
  const open = <B>(tenant: string, make: (hub: LiveHub) => StreamSource<B>): StreamSource<B> => {
    const entry = running.get(tenant) ?? start(tenant);
    entry.cancelStop?.();
    entry.cancelStop = undefined;
    entry.windows++;
    const source = make(entry.hub);
    let closed = false;
    return {
      take: () => source.take(),
      close: () => {
        if (closed) return;
        closed = true;
        source.close();
        entry.windows--;
        if (entry.windows > 0 || running.get(tenant) !== entry) return;
        entry.cancelStop = deps.clock.after(deps.lingerMs ?? LINGER_MS, () => stop(tenant, entry));
      },
    };
  };

  return {
    handlers: {
      rows: ({ tenant, view }, changed) => open(tenant, (hub) => hub.openRows(changed, view)),
      look: ({ tenant, view, shown, follow }) => {
        const sight = { shown: new Set(shown), follow: aspectBits(follow) };
        running.get(tenant)?.hub.look(view, sight);
      },
      read: ({ tenant, ids }) => ids.flatMap((id) => running.get(tenant)?.hub.row(id) ?? []),
      transcript: ({ tenant, id }, changed) => open(tenant, (hub) => hub.openTranscript(id, changed)),
      status: ({ tenant }, changed) => open(tenant, (hub) => hub.openStatus(changed)),
      away: ({ tenant }, changed) => {
        // Refused as the other streams are where there is no such tenant.
        deps.apiFor(tenant);
        return bookOf(tenant).open(changed);
      },
      acknowledgeAway: ({ tenant, ids }) => books.get(tenant)?.acknowledge(ids),
      report: ({ tenant }) => {
        const hub = running.get(tenant)?.hub;
        if (hub === undefined) throw new FailureError('unavailable', 'Nothing is being watched in this tenant');
        const paint = paints.summary(tenant);
        const away = bookOf(tenant).list().items.length;
        const report = { at: deps.clock.now(), status: hub.status(), rows: hub.rows().length, away };
        return paint === undefined ? report : { ...report, paint };
      },
      refresh: async ({ tenant }) => {
        const entry = running.get(tenant);
        if (entry === undefined) throw new FailureError('unavailable', 'Nothing is being watched in this tenant');
        await entry.hub.refresh();
      },
    },
    read: (tenant, id) => running.get(tenant)?.hub.read(id) ?? deps.apiFor(tenant).getTranscript(id),
    painted: (tenant, samples) => paints.add(tenant, samples),
    row: (tenant, id) => running.get(tenant)?.hub.row(id),
    stopAll: () => {
      for (const [tenant, entry] of running) stop(tenant, entry);
      // The next to sign in may be someone else.
      for (const book of books.values()) book.acknowledge(undefined);
    },
  };
}
