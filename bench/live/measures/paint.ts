import { setTimeout as pause } from 'node:timers/promises';
import { quick, RUNS } from '../../lib/options.ts';
import { repeat } from '../../lib/repeat.ts';
import { type Figure, median, percentile, reportRuns } from '../../lib/report.ts';
import { openPeer } from '../peer.ts';
import type { Paint, ProbePage } from '../probe-page.ts';
import type { Source } from '../source/source.ts';
import { bareFrames } from './bare-frames.ts';

const suite = 'live';
const MS = 3_000;
const SCROLL_MS = 2_000;
/** One frame, and the pump's pace: what an event waits at most when nothing is slow. */
const LIMIT_MS = 1000 / 60 + 16;

export interface Load {
  readonly perSecond: number;
}

export interface PaintRun {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** Share of the time that the page's main thread worked, and that it spent in tasks over 50 ms. */
  readonly busyRenderer: number;
  readonly longTasks: number;
  /** Frames a second in which something was laid out, without scrolling. */
  readonly frames: number;
  /** Undefined for a page without a main process. */
  readonly busyMain: number | undefined;
  readonly fpsScroll: number;
  readonly longestScroll: number;
  /** Bytes on the page's heap. */
  readonly heap: number;
  readonly samples: number;
  /** Updates of watched conversations that were never drawn, nor any later one of theirs. */
  readonly unseen: number;
}

/** What the console is compared with, under the same load: as it is, and keeping the worst first. */
export interface PeerPaints {
  readonly plain: readonly PaintRun[];
  readonly sorted: readonly PaintRun[];
}

export async function peerPaints(source: Source, probe: string, load: Load, times = RUNS): Promise<PeerPaints> {
  const runs = async (sorted: boolean) => {
    const { page, browser } = await openPeer(source, probe, sorted);
    try {
      return await repeat(() => measurePaint(source, page, load), times);
    } finally {
      await browser.close();
    }
  };
  return { plain: await runs(false), sorted: await runs(true) };
}

/** @returns updates that were never drawn */
export async function reportPaint(
  source: Source,
  page: ProbePage,
  load: Load,
  peers: PeerPaints,
  mainCpu: () => Promise<number>,
  name = 'live',
): Promise<number> {
  const runs = await repeat(() => measurePaint(source, page, load, mainCpu));
  const aimed = name === 'live';
  const tell = (
    figure: string,
    unit: string,
    of: (run: PaintRun) => number,
    more: Pick<Figure, 'limit' | 'target'> = {},
  ) => {
    const middle = (peer: readonly PaintRun[]) => median(peer.map(of));
    const named = { peer: middle(peers.plain), 'peer with worst-first': middle(peers.sorted) };
    reportRuns({ suite, name: `${name}.${figure}`, unit, peers: named, ...more }, runs.map(of));
  };
  const target = (target: NonNullable<Figure['target']>) => (aimed ? { target } : {});
  tell('paint.p50', 'ms', ({ p50 }) => p50, { limit: LIMIT_MS / 2 });
  tell('paint.p95', 'ms', ({ p95 }) => p95, { limit: LIMIT_MS, ...target({ atMost: 40 }) });
  tell('paint.max', 'ms', ({ max }) => max, target({ atMost: 100 }));
  const limit = aimed ? { limit: await bareFrames(median(runs.map(({ frames }) => frames))) } : {};
  tell('frames', 'frames/s', ({ frames }) => frames);
  tell('busy.renderer', 'of a core', (run) => run.busyRenderer, { ...limit, ...target({ atMost: 0.1 }) });
  tell('longtasks', 'of the time', (run) => run.longTasks);
  const busyMain = runs.map((run) => run.busyMain ?? Number.NaN);
  reportRuns({ suite, name: `${name}.busy.main`, unit: 'of a core', ...target({ atMost: 0.25 }) }, busyMain);
  tell('fps.scroll', 'frames/s', (run) => run.fpsScroll, { limit: 60, ...target({ atLeast: 58 }) });
  tell('frame.longest', 'ms', (run) => run.longestScroll);
  tell('heap.renderer', 'MB', ({ heap }) => heap / 1e6);
  return runs.reduce((sum, run) => sum + run.unseen, 0);
}

/** Event-to-paint and the share of time that is worked at a steady rate, then frames while scrolling under it. */
async function measurePaint(
  source: Source,
  page: ProbePage,
  load: Load,
  mainCpu?: () => Promise<number>,
): Promise<PaintRun> {
  await source.rate(load.perSecond);
  await pause(700);
  await source.watched();
  await page.paints();
  await page.longTasks();
  const [main, busy, frames] = [await mainCpu?.(), await page.meter.busySeconds(), await page.meter.layouts()];
  const since = performance.now();
  await pause(quick ? MS / 2 : MS);
  const seconds = (performance.now() - since) / 1000;
  const busyRenderer = ((await page.meter.busySeconds()) - busy) / seconds;
  const framesPerSecond = ((await page.meter.layouts()) - frames) / seconds;
  const busyMain = main === undefined ? undefined : (((await mainCpu?.()) ?? main) - main) / seconds;
  const longTasks = (await page.longTasks()) / 1000 / seconds;
  const { ids, updates } = await source.watched();
  // However far the page is behind, what was made is drawn at last, or it is lost.
  const newest = Math.max(...updates.map(([, made]) => made));
  await Promise.race([page.painted(newest), pause(10_000)]);
  await pause(200);
  const latencies = latenciesOf(ids, updates, await page.paints());
  const scrolled = await page.scroll(SCROLL_MS);
  await source.rate(0);
  const seen = latencies.filter((one) => one !== undefined);
  return {
    p50: percentile(seen, 0.5),
    p95: percentile(seen, 0.95),
    max: Math.max(...seen),
    busyRenderer,
    frames: framesPerSecond,
    busyMain,
    longTasks,
    fpsScroll: (scrolled.frames * 1000) / scrolled.ms,
    longestScroll: scrolled.longest,
    heap: await page.meter.heap(),
    samples: seen.length,
    unseen: latencies.length - seen.length,
  };
}

/** An update is drawn when its conversation first shows it, or a later one that took its place. */
function latenciesOf(
  ids: readonly string[],
  updates: readonly (readonly [index: number, at: number])[],
  paints: readonly Paint[],
): readonly (number | undefined)[] {
  const byId = new Map<string, Paint[]>();
  for (const paint of paints) byId.set(paint[0], [...(byId.get(paint[0]) ?? []), paint]);
  return updates.map(([index, made]) => {
    const drawn = byId.get(ids[index] ?? '')?.find(([, stamp]) => stamp >= made);
    return drawn === undefined ? undefined : drawn[2] - made;
  });
}
