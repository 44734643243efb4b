import { type NextFrame, nextFrame } from './frame.ts';

export interface PaintSampler {
  /** Call after a batch was applied: a sample ends at the frame that draws it. */
  readonly note: (oldestEventAt: number | undefined) => void;
  readonly close: () => void;
}

interface SamplerOptions {
  /** Gets the samples gathered since the last time, in milliseconds; at most MAX_SAMPLES of them. */
  readonly report: (samples: readonly number[]) => void;
  /** False while the window is hidden: what nobody could see is no paint. */
  readonly visible?: () => boolean;
  readonly now?: () => number;
  readonly frames?: NextFrame;
  readonly everyMs?: number;
}

/** How often one is taken: each asks for a moment of its frame, and ten a second tell as much as sixty. */
const SAMPLE_MS = 100;
/** What `app.reportPaint` accepts at once. */
const MAX_SAMPLES = 1000;

/** Measures from an event's arrival in main to the frame in which the window drew it (both on this machine's clock). */
export function createPaintSampler(options: SamplerOptions): PaintSampler {
  const { report, visible = () => !document.hidden, now = Date.now, frames = nextFrame, everyMs = 1000 } = options;
  let open: number[] = [];
  let samples: number[] = [];
  let reportedAt = now();
  let sampledAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | undefined;

  const painted = () => {
    cancel = undefined;
    const at = now();
    sampledAt = at;
    if (visible()) samples.push(...open.map((event) => Math.max(0, at - event)));
    open = [];
    if (samples.length === 0 || (isWithin(everyMs, reportedAt, at) && samples.length < MAX_SAMPLES)) return;
    report(samples.slice(-MAX_SAMPLES));
    samples = [];
    reportedAt = at;
  };

  return {
    note: (oldestEventAt) => {
      if (oldestEventAt === undefined || (cancel === undefined && isWithin(SAMPLE_MS, sampledAt, now()))) return;
      open.push(oldestEventAt);
      cancel ??= frames(painted);
    },
    close: () => cancel?.(),
  };
}

/** Whether less than `ms` have passed; a clock that was set back says nothing, and counts as more. */
function isWithin(ms: number, since: number, at: number): boolean {
  return at >= since && at - since < ms;
}
