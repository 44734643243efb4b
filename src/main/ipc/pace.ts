/** One frame of a visible window, and the pace of a hidden one (design.md: at most once a frame, hidden once a second). */
export const FRAME_MS = 16;
export const HIDDEN_MS = 1000;
/** While main cannot keep up: it catches up sooner when it tells the windows less often. */
export const CATCHING_UP_MS = 50;

/** How long main's load is looked at before it is judged. */
const LOOK_MS = 200;
/** Share of a core from which on main has no time left. */
const BUSY = 0.9;

/**
 * Makes the pace of visible windows: a frame, or longer while main works without a pause.
 * @param cpu CPU time of main so far, in ms. The loop's own idle time would be nearer, but Electron's is not told.
 * @param now ms of any steady clock
 * @returns how long after a batch the next may follow (ms)
 */
export function createPace(cpu: () => number, now: () => number): () => number {
  let since = now();
  let used = cpu();
  let pace = FRAME_MS;
  return () => {
    const at = now();
    if (at - since < LOOK_MS) return pace;
    const usedNow = cpu();
    pace = (usedNow - used) / (at - since) < BUSY ? FRAME_MS : CATCHING_UP_MS;
    since = at;
    used = usedNow;
    return pace;
  };
}
