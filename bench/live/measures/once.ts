import { setTimeout as pause } from 'node:timers/promises';
import { type RunningConsole, TENANT } from '../../lib/console.ts';
import { quick } from '../../lib/options.ts';
import { repeat } from '../../lib/repeat.ts';
import { median, report, reportRuns } from '../../lib/report.ts';
import type { ProbePage } from '../probe-page.ts';
import { lastOfLong } from '../source/long-transcript.ts';
import type { Source } from '../source/source.ts';
import { type Ingest, ingestByConsole } from './ingest.ts';
import { counters, lostBy } from './state.ts';

const suite = 'live';
const HEAP_EVENTS = quick ? 200_000 : 1_000_000;

/** Events a second that the console takes, by those of a process that only reads and parses them. */
export async function reportIngest(
  source: Source,
  page: ProbePage,
  console: RunningConsole,
  events: number,
  limit: readonly Ingest[],
): Promise<void> {
  const runs = await repeat(() => ingestByConsole(source, page, events, console.mainCpu));
  const rate = median(limit.map(({ perSecond }) => perSecond));
  const cpu = median(limit.map((run) => run.cpuMicros));
  const target = { atLeast: 0.5 };
  reportRuns(
    { suite, name: 'live.ingest', unit: 'of the limit', target },
    runs.map(({ perSecond }) => perSecond / rate),
  );
  const perSecond = runs.map((run) => run.perSecond);
  reportRuns({ suite, name: 'live.ingest.rate', unit: 'events/s', limit: rate }, perSecond);
  const micros = runs.map((run) => run.cpuMicros);
  reportRuns({ suite, name: 'live.ingest.cpu', unit: 'µs of CPU an event', limit: cpu }, micros);
}

/** Everything changes without an event and the stream says `reset`: until the change is drawn. */
export async function reportResync(source: Source, page: ProbePage): Promise<void> {
  const values = await repeat(async () => {
    await pause(2_200);
    const { at, stamp } = await source.shake();
    return (await page.painted(stamp)) - at;
  });
  reportRuns({ suite, name: 'live.resync10000', unit: 'ms', target: { atMost: 1000 } }, values);
}

/** From the click on a row until the last of its messages is drawn. */
export async function reportOpening(page: ProbePage): Promise<void> {
  const values = await repeat(async () => {
    const ms = await page.open(lastOfLong);
    await page.page.keyboard.press('Escape');
    // The hub keeps a transcript for ten seconds: another conversation would not be found there, this one must not.
    await pause(10_500);
    return ms;
  });
  reportRuns({ suite, name: 'live.open7000', unit: 'ms', target: { atMost: 150 } }, values);
}

/** What stays on the heaps of main and page after many events. */
export async function reportMemory(
  source: Source,
  page: ProbePage,
  console: RunningConsole,
  step: number,
): Promise<void> {
  const before = { main: await console.mainHeap(), page: await page.meter.heap() };
  for (let sent = 0; sent < HEAP_EVENTS; sent += step) await ingestByConsole(source, page, step, console.mainCpu);
  const after = { main: await console.mainHeap(), page: await page.meter.heap() };
  const growth = after.main + after.page - before.main - before.page;
  report({ suite, name: 'live.heap.growth', value: growth / 1e6, unit: `MB after ${HEAP_EVENTS} events` });
  report({ suite, name: 'live.heap.main', value: after.main / 1e6, unit: 'MB' });
  report({ suite, name: 'live.heap.renderer', value: after.page / 1e6, unit: 'MB' });
}

/** @param unseen updates that were never drawn, by the paint runs */
export async function reportLost(source: Source, page: ProbePage, unseen: number): Promise<void> {
  const { gaps, dropped } = await counters(page, TENANT);
  const value = (await lostBy(source, page, TENANT)) + unseen + dropped;
  report({ suite, name: 'live.lost', value, unit: 'events', target: { atMost: 0 } });
  report({ suite, name: 'live.gaps', value: gaps, unit: '' });
}
