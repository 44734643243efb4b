import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Failure } from '../../../../../shared/models/failure.ts';
import { bridge } from '../../../bridge/bridge.ts';
import { createTranscriptStore, type OpenTranscript, type TranscriptStore } from '../../../lib/transcript-store.ts';

export interface TranscriptFeed {
  readonly transcript: OpenTranscript;
  readonly store: TranscriptStore;
  readonly failure?: Failure;
  readonly reopen: () => void;
}

/** Opens a conversation's stream while the panel shows it; what was read stays when the stream fails. */
export function useTranscript(tenant: string, id: string): TranscriptFeed {
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<Failure>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a store belongs to one conversation of one tenant
  const store = useMemo(() => createTranscriptStore(), [tenant, id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the stream anew
  useEffect(() => {
    setFailure(undefined);
    return bridge().live.transcript({ tenant, id }, (batch) => {
      if (!batch.ok) return setFailure(batch.failure);
      setFailure(undefined);
      store.apply(batch.value);
    });
  }, [store, tenant, id, attempt]);
  const transcript = useSyncExternalStore(store.subscribe, store.get);
  const reopen = () => setAttempt((count) => count + 1);
  return failure === undefined ? { transcript, store, reopen } : { transcript, store, failure, reopen };
}
