/** Runs a task once, before the next paint; returns how to call it off. Injected so that tests hold the frames. */
export type NextFrame = (task: () => void) => () => void;

/** Like frames, but slower: for figures that nobody reads sixty times a second. */
export function every(ms: number): NextFrame {
  return (task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  };
}

/** Longest wait for a frame: a hidden window gets none, yet its stores must not stand still. */
const WITHOUT_FRAMES = 250;

/** The window's own frames, with a timer behind them for a window that is hidden. */
export const nextFrame: NextFrame = (task) => {
  let done = false;
  const cancel = () => {
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const run = () => {
    if (done) return;
    cancel();
    task();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, WITHOUT_FRAMES);
  return cancel;
};
