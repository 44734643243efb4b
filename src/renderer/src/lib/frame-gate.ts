import { type NextFrame, nextFrame } from './frame.ts';

/** Lets work through at once when the frame has seen none yet, and holds the rest of it for the next frame. */
export interface FrameGate {
  /** Runs `publish` now, or once in the next frame when it already ran in this one. */
  readonly request: () => void;
  /** Runs `publish` now, whatever the frame. */
  readonly flush: () => void;
  readonly close: () => void;
}

/**
 * Makes a gate: `publish` runs at most once a frame. The first request of a frame is not delayed, so that a lone event
 * is painted in the frame that is being made.
 */
export function createFrameGate(publish: () => void, frames: NextFrame = nextFrame): FrameGate {
  let cancel: (() => void) | undefined;
  let waiting = false;

  const open = () => {
    cancel = undefined;
    if (!waiting) return;
    waiting = false;
    cancel = frames(open);
    publish();
  };
  const pass = () => {
    waiting = false;
    cancel ??= frames(open);
    publish();
  };

  return {
    request: () => {
      if (cancel === undefined) pass();
      else waiting = true;
    },
    flush: pass,
    close: () => {
      cancel?.();
      cancel = undefined;
      waiting = false;
    },
  };
}
