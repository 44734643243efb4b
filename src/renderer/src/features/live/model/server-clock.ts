/** The instance's clock as seen from here: durations run on it, since starts are told on it. */
export interface ServerClock {
  /** Instance minus this machine, in milliseconds. */
  readonly setSkew: (skew: number) => void;
  /** The instant on the instance's clock for one of this machine's. */
  readonly from: (now: number) => number;
}

/** Makes a clock without skew. It is mutable, so that a corrected skew shows at the next tick and nothing renders. */
export function createServerClock(): ServerClock {
  let skew = 0;
  return {
    setSkew: (next) => {
      skew = next;
    },
    from: (now) => now + skew,
  };
}
