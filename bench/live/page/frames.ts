/** Whether a frame's callbacks run now: what they change is painted by the same frame, not by the next. */
let inFrame = false;

/** Marks the frames from now on. Called once a page. */
export function watchFrames(): void {
  const original = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (task) =>
    original((time) => {
      inFrame = true;
      try {
        task(time);
      } finally {
        // Microtasks of this callback (React's among them) still belong to the frame.
        queueMicrotask(() => queueMicrotask(() => queueMicrotask(leave)));
      }
    });
}

function leave(): void {
  inFrame = false;
}

/** Calls back once what was just changed has been drawn: in the first task after the frame that holds it. */
export function afterPaint(task: () => void): void {
  if (inFrame) soon(task);
  else requestAnimationFrame(() => soon(task));
}

/** Runs in a task of its own, right behind the frame. */
function soon(task: () => void): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    task();
  };
  channel.port2.postMessage(null);
}
