import { useMemo, useSyncExternalStore } from 'react';
import type { BridgeApi } from '../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../shared/ipc/envelope.ts';
import type { Failure } from '../../../shared/models/failure.ts';
import { bridge } from './bridge.ts';

/** Opens a stream of the bridge and returns how to close it: `(api, on) => api.live.status({ tenant }, on)`. */
export type OpenStream<B> = (api: BridgeApi, onBatch: (batch: Envelope<B>) => void) => () => void;

/** The newest batch of a stream of whole states, or why there is none. */
export interface Latest<B> {
  readonly value?: B;
  readonly failure?: Failure;
}

export interface LatestStore<B> {
  readonly subscribe: (changed: () => void) => () => void;
  readonly getSnapshot: () => Latest<B>;
}

/** Opens with the first subscriber, closes with the last, keeps the newest batch. A failure keeps the last value. */
export function createLatestStore<B>(open: OpenStream<B>): LatestStore<B> {
  const listeners = new Set<() => void>();
  let latest: Latest<B> = {};
  let close: (() => void) | undefined;

  const receive = (batch: Envelope<B>) => {
    latest = batch.ok ? { value: batch.value } : { ...latest, failure: batch.failure };
    for (const listener of listeners) listener();
  };

  return {
    subscribe: (changed) => {
      listeners.add(changed);
      if (listeners.size === 1) close = open(bridge(), receive);
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        close?.();
        close = undefined;
      };
    },
    getSnapshot: () => latest,
  };
}

const nothingYet: Latest<never> = {};
const idle: LatestStore<never> = { subscribe: () => () => undefined, getSnapshot: () => nothingYet };

/**
 * The newest state of a stream whose batches are whole states. `open` must keep its identity while the stream is the
 * same (useCallback or a module function); without it nothing is opened. Streams of patches (`live.rows`,
 * `live.transcript`) need a store of their own.
 */
export function useLatest<B>(open: OpenStream<B> | undefined): Latest<B> {
  const store = useMemo<LatestStore<B>>(() => (open === undefined ? idle : createLatestStore(open)), [open]);
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
