import type { NextFrame } from './frame.ts';

/** Frames that a test makes by hand: nothing is drawn until `run`. */
export function heldFrames(): { readonly next: NextFrame; readonly run: () => void } {
  let tasks: (() => void)[] = [];
  return {
    next: (task) => {
      tasks.push(task);
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },
    run: () => {
      const due = tasks;
      tasks = [];
      for (const task of due) task();
    },
  };
}
