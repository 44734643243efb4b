import { hasEnded } from '../live-conversation.ts';
import type { TenantWorld, Watcher } from '../world-port.ts';
import type { EngineParts } from './engine.ts';
import { findLive } from './refusals.ts';

/** How long an announcement holds: longer than two renewals of a client that renews every twenty seconds. */
export const WATCH_SECONDS = 45;

interface Watch {
  readonly watcher: Watcher;
  until: number;
}

export interface Presence extends Pick<TenantWorld, 'announcePresence'> {
  /** Lets announcements run out. */
  sweep(): void;
}

/** Who has which conversation open. Announcements run out by themselves, so a client that died does not watch for ever. */
export function createPresence({ clock, recorder, records }: EngineParts): Presence {
  const watched = new Map<string, Map<string, Watch>>();

  function show(transcriptId: string): void {
    const record = records.find(transcriptId);
    if (record === undefined || record.shown.endedAt !== null) return;
    recorder.at = clock.now();
    const watchers = [...(watched.get(transcriptId)?.values() ?? [])].map(({ watcher }) => watcher);
    recorder.amend(record, { watchers });
  }

  return {
    announcePresence(transcriptId, actor) {
      const found = findLive(records, transcriptId);
      if (!found.ok) return found;
      const now = clock.now();
      const until = now + WATCH_SECONDS * 1_000;
      const watches = watched.get(transcriptId) ?? new Map<string, Watch>();
      watched.set(transcriptId, watches);
      const known = watches.get(actor.id);
      if (known !== undefined) known.until = until;
      else {
        const since = new Date(now).toISOString();
        watches.set(actor.id, { watcher: { id: actor.id, name: actor.name, since }, until });
        show(transcriptId);
      }
      return { ok: true, value: found.value.shown };
    },
    sweep() {
      const now = clock.now();
      for (const [transcriptId, watches] of watched) {
        const live = records.live.get(transcriptId);
        if (live === undefined || hasEnded(live)) {
          watched.delete(transcriptId);
          continue;
        }
        const before = watches.size;
        for (const [id, { until }] of watches) if (until <= now) watches.delete(id);
        if (watches.size < before) show(transcriptId);
        if (watches.size === 0) watched.delete(transcriptId);
      }
    },
  };
}
