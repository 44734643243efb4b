/** A shared tick: one timer however many texts count, and none while nothing counts. */
export interface Ticker {
  readonly now: () => number;
  /** Calls back at every tick until the returned function is called. */
  readonly subscribe: (tick: (now: number) => void) => () => void;
}

/** Makes a ticker. Time and timer are injected, so that tests need not wait. */
export function createTicker(
  everyMs: number,
  now: () => number = Date.now,
  every: (task: () => void, ms: number) => () => void = repeat,
): Ticker {
  const listeners = new Set<(now: number) => void>();
  let stop: (() => void) | undefined;
  const tick = () => {
    const at = now();
    for (const listener of listeners) listener(at);
  };
  return {
    now,
    subscribe: (listener) => {
      listeners.add(listener);
      stop ??= every(tick, everyMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}

function repeat(task: () => void, ms: number): () => void {
  const timer = setInterval(task, ms);
  return () => clearInterval(timer);
}

/** The window's seconds: durations and ages on screen follow this one. */
export const seconds: Ticker = createTicker(1000);
