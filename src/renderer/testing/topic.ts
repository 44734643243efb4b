import type { Envelope } from '../../shared/ipc/envelope.ts';
import type { Failure } from '../../shared/models/failure.ts';

/** A stream that a test pushes by hand. New subscribers first get what `first` returns. */
export interface Topic<B> {
  readonly open: (onBatch: (batch: Envelope<B>) => void) => () => void;
  readonly push: (batch: B) => void;
  readonly fail: (failure: Failure) => void;
  readonly subscribers: () => number;
}

/** Makes a topic. Batches are delivered in a microtask, as IPC never answers within the call. */
export function createTopic<B>(first: () => B | undefined): Topic<B> {
  const listeners = new Set<(batch: Envelope<B>) => void>();
  const deliver = (batch: Envelope<B>) => {
    for (const listener of listeners) listener(batch);
  };
  return {
    open: (onBatch) => {
      listeners.add(onBatch);
      queueMicrotask(() => {
        const value = first();
        if (value !== undefined && listeners.has(onBatch)) onBatch({ ok: true, value });
      });
      return () => listeners.delete(onBatch);
    },
    push: (value) => deliver({ ok: true, value }),
    fail: (failure) => deliver({ ok: false, failure }),
    subscribers: () => listeners.size,
  };
}
