import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Failure } from '../../../../../shared/models/failure.ts';
import type { OpenTranscript, TranscriptStore } from '../../../lib/transcript-store.ts';
import { claim, feedFor } from './transcript-feed.ts';

export interface ShownTranscript {
  readonly transcript: OpenTranscript;
  readonly store: TranscriptStore;
  readonly failure?: Failure;
  readonly reopen: () => void;
}

/** Opens a conversation's stream while the panel shows it; what was read stays when the stream fails. */
export function useTranscript(tenant: string, id: string): ShownTranscript {
  const [attempt, setAttempt] = useState(0);
  const feed = useMemo(() => feedFor(tenant, id), [tenant, id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the stream anew
  useEffect(() => {
    claim(feed);
    feed.open();
    return feed.close;
  }, [feed, attempt]);
  const transcript = useSyncExternalStore(feed.store.subscribe, feed.store.get);
  const failure = useSyncExternalStore(feed.subscribe, feed.failure);
  const reopen = () => setAttempt((count) => count + 1);
  const { store } = feed;
  return failure === undefined ? { transcript, store, reopen } : { transcript, store, failure, reopen };
}
