/** Work that has not begun any later than this much other work came in is not done. */
const MOST_WAITING = 6;

/** Thrown by work that was passed over. */
export class PassedOver extends Error {
  constructor() {
    super('Other work came in meanwhile');
  }
}

/**
 * Does one piece of work after the other, the newest first, and passes over the oldest where much is waiting: of what comes in while a
 * scroll bar is dragged through a long list, only what it stops at is still wanted.
 * @returns does a piece of work; what it returns rejects as the work does, or with PassedOver.
 */
export function createLatestFirst(): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: { readonly begin: () => Promise<unknown>; readonly passOver: () => void }[] = [];
  let running = false;
  const next = (): void => {
    if (running) return;
    const newest = waiting.pop();
    if (newest === undefined) return;
    running = true;
    void newest.begin().finally(() => {
      running = false;
      next();
    });
  };
  return (work) =>
    new Promise((done, fail) => {
      waiting.push({
        begin: () => work().then(done, fail),
        passOver: () => fail(new PassedOver()),
      });
      if (waiting.length > MOST_WAITING) waiting.shift()?.passOver();
      next();
    });
}
