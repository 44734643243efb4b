import type { Failure } from '../../../../../shared/models/failure.ts';
import { bridge } from '../../../bridge/bridge.ts';
import { createTranscriptStore, type TranscriptStore } from '../../../lib/transcript-store.ts';

/** One conversation's stream and what it brought so far. */
export interface TranscriptFeed {
  readonly tenant: string;
  readonly id: string;
  readonly store: TranscriptStore;
  /** Why the stream brings nothing now; what was read stays. */
  readonly failure: () => Failure | undefined;
  /** Called when a failure comes or goes. */
  readonly subscribe: (changed: () => void) => () => void;
  /** Opens the stream where it is not open. */
  readonly open: () => void;
  readonly close: () => void;
}

export function createTranscriptFeed(tenant: string, id: string): TranscriptFeed {
  const store = createTranscriptStore();
  const listeners = new Set<() => void>();
  let failure: Failure | undefined;
  let close: (() => void) | undefined;
  const fail = (next: Failure | undefined) => {
    if (next === failure) return;
    failure = next;
    for (const listener of listeners) listener();
  };
  return {
    tenant,
    id,
    store,
    failure: () => failure,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    open: () => {
      if (close !== undefined) return;
      fail(undefined);
      close = bridge().live.transcript({ tenant, id }, (batch) => {
        fail(batch.ok ? undefined : batch.failure);
        if (batch.ok) store.apply(batch.value);
      });
    },
    close: () => {
      close?.();
      close = undefined;
    },
  };
}

/** Nobody came to look at what was opened ahead: the page went elsewhere. */
const UNCLAIMED_MS = 5_000;

interface Ahead {
  readonly feed: TranscriptFeed;
  readonly timer: ReturnType<typeof setTimeout>;
}
let ahead: Ahead | undefined;

/** Takes what was opened ahead out of its place; what becomes of its stream is the caller's. */
function takeAhead(): TranscriptFeed | undefined {
  if (ahead === undefined) return undefined;
  const { feed, timer } = ahead;
  clearTimeout(timer);
  ahead = undefined;
  return feed;
}

/**
 * Opens a conversation's stream before its panel is drawn, so that the instance is asked while the window draws. Closed
 * again when no panel claims it within some seconds, or when another one is opened ahead.
 */
export function openAhead(tenant: string, id: string): void {
  takeAhead()?.close();
  const feed = createTranscriptFeed(tenant, id);
  feed.open();
  ahead = { feed, timer: setTimeout(() => takeAhead()?.close(), UNCLAIMED_MS) };
}

/** What was opened ahead for this conversation, else a new feed, not yet open. Looking claims nothing. */
export function feedFor(tenant: string, id: string): TranscriptFeed {
  const feed = ahead?.feed;
  return feed?.tenant === tenant && feed.id === id ? feed : createTranscriptFeed(tenant, id);
}

/** The panel that shows this feed is drawn: opening and closing it are the panel's from now on. */
export function claim(feed: TranscriptFeed): void {
  if (ahead?.feed === feed) takeAhead();
}
