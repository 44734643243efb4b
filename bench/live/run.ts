// Live View's speed through the whole path: an event stream, main, IPC, preload, the window. The method is in README.md.
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuilt } from '../../scripts/lib/built.mjs';
import { chooseRuntime } from '../../scripts/lib/runtime.mjs';
import { median, report } from '../lib/report.ts';
import { buildPage } from './build-page.ts';
import { type ConsoleWindow, openConsole } from './console-window.ts';
import { ingestByConsole, ingestByDrain } from './measures/ingest.ts';
import { measurePaint, type PaintRun } from './measures/paint.ts';
import { counters, lostBy } from './measures/state.ts';
import { openPeer } from './peer.ts';
import { LONG } from './source/long-transcript.ts';
import { type Source, startSource } from './source/source.ts';

const suite = 'live';
/** Where the account lands: the first of its tenants. */
const TENANT = 'northwind-utilities';
const quick = process.argv.includes('--quick');
const RUNS = quick ? 1 : 5;
const COUNT = 10_000;
const PER_SECOND = 5_000;
const RUN_MS = 3_000;
const INGEST = quick ? 50_000 : 100_000;
const HEAP_EVENTS = quick ? 200_000 : 1_000_000;
/** One frame, and the pump's pace: what an event waits at most when nothing is slow. */
const LIMIT_MS = 1000 / 60 + 16;

const { env } = chooseRuntime();
// Playwright reads from its own environment which Electron to launch.
Object.assign(process.env, env);
await ensureBuilt();
const [probe, peerScript] = [await buildPage('probe'), await buildPage('peer')];
const source = await startSource(peerScript);
try {
  await source.populate(COUNT);
  const limit = median(await ingestByDrain(source, INGEST, RUNS));
  const peers = { plain: await peerRuns(false), sorted: await peerRuns(true) };
  const console = await openConsole(source, probe);
  try {
    await measureConsole(console, source, limit, peers);
  } finally {
    await console.close();
  }
} finally {
  await source.stop();
}

async function peerRuns(sorted: boolean): Promise<readonly PaintRun[]> {
  const { page, browser } = await openPeer(source, probe, sorted);
  try {
    return await repeat(() => measurePaint(source, page, { perSecond: PER_SECOND, ms: RUN_MS }));
  } finally {
    await browser.close();
  }
}

async function measureConsole(
  { page, mainCpu, mainHeap }: ConsoleWindow,
  source: Source,
  limit: number,
  peers: { readonly plain: readonly PaintRun[]; readonly sorted: readonly PaintRun[] },
): Promise<void> {
  const paints = await repeat(() => measurePaint(source, page, { perSecond: PER_SECOND, ms: RUN_MS }, mainCpu));
  reportPaints(paints, peers);

  await source.rate(PER_SECOND);
  const scrolls = await repeat(() => page.scroll(2_000));
  await source.rate(0);
  const fps = median(scrolls.map(({ frames, ms }) => (frames * 1000) / ms));
  report({ suite, name: 'live.fps.scroll', value: fps, unit: 'frames/s', against: 'limit 60', ratio: fps / 60 });
  report({
    suite,
    name: 'live.frame.scroll.longest',
    value: median(scrolls.map(({ longest }) => longest)),
    unit: 'ms',
  });

  const rates = await repeat(() => ingestByConsole(source, page, INGEST));
  report({
    suite,
    name: 'live.ingest',
    value: median(rates) / limit,
    unit: 'of the limit',
    against: `limit ${Math.round(limit)} events/s, console ${Math.round(median(rates))}`,
    ratio: median(rates) / limit,
  });

  const resyncs = await repeat(async () => {
    await pause(2_200);
    const { at, stamp } = await source.shake();
    return (await page.painted(stamp)) - at;
  });
  report({ suite, name: 'live.resync10000', value: median(resyncs), unit: 'ms' });

  const opens = await repeat(async () => {
    const ms = await page.open(`Message ${LONG - 1}:`);
    await page.page.keyboard.press('Escape');
    // The hub keeps a transcript for ten seconds: another conversation would not be found there, this one must not.
    await pause(10_500);
    return ms;
  });
  report({ suite, name: 'live.open7000', value: median(opens), unit: 'ms' });

  const before = { main: await mainHeap(), page: await page.heap() };
  for (let sent = 0; sent < HEAP_EVENTS; sent += INGEST) await ingestByConsole(source, page, INGEST);
  const after = { main: await mainHeap(), page: await page.heap() };
  const growth = after.main + after.page - before.main - before.page;
  report({ suite, name: 'live.heap.growth', value: growth / 1e6, unit: `MB after ${HEAP_EVENTS} events` });
  report({ suite, name: 'live.heap.main', value: after.main / 1e6, unit: 'MB', ratio: after.main / before.main });
  report({ suite, name: 'live.heap.renderer', value: after.page / 1e6, unit: 'MB', ratio: after.page / before.page });

  const { gaps, dropped } = await counters(page, TENANT);
  const unseen = paints.reduce((sum, run) => sum + run.unseen, 0);
  const lost = (await lostBy(source, page, TENANT)) + unseen + dropped;
  report({ suite, name: 'live.lost', value: lost, unit: 'events' });
  report({ suite, name: 'live.gaps', value: gaps, unit: '' });
}

function reportPaints(
  ours: readonly PaintRun[],
  { plain, sorted }: { readonly plain: readonly PaintRun[]; readonly sorted: readonly PaintRun[] },
): void {
  const middle = (runs: readonly PaintRun[], of: (run: PaintRun) => number) => median(runs.map(of));
  const line = (name: string, unit: string, of: (run: PaintRun) => number, limit?: string) => {
    const peer = middle(plain, of);
    const against = `peer ${peer.toFixed(3)}, peer with worst-first ${middle(sorted, of).toFixed(3)}`;
    const value = middle(ours, of);
    report({ suite, name, value, unit, against: `${against}${limit ?? ''}`, ratio: value / peer });
  };
  line('live.paint.p50', 'ms', ({ p50 }) => p50);
  line('live.paint.p95', 'ms', ({ p95 }) => p95, `, limit ${LIMIT_MS.toFixed(1)}`);
  line('live.paint.max', 'ms', ({ max }) => max);
  line('live.busy.renderer', 'of a core', ({ busyRenderer }) => busyRenderer);
  report({ suite, name: 'live.busy.main', value: middle(ours, (run) => run.busyMain ?? 0), unit: 'of a core' });
}

async function repeat<T>(run: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let done = 0; done < RUNS; done += 1) results.push(await run());
  return results;
}
