import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../../lib/report.ts';
import type { BrowserPage, Paint } from '../browser-page.ts';
import type { Source } from '../source/source.ts';

export interface PaintRun {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly busyRenderer: number;
  /** Undefined for a page without a main process. */
  readonly busyMain: number | undefined;
  readonly samples: number;
  /** Updates of watched conversations that were never drawn, nor any later one of theirs. */
  readonly unseen: number;
}

interface Load {
  readonly perSecond: number;
  readonly ms: number;
}

/** Event-to-paint and the share of time that is worked, at a steady rate. The rate must run already. */
export async function measurePaint(
  source: Source,
  page: BrowserPage,
  load: Load,
  mainCpu?: () => Promise<number>,
): Promise<PaintRun> {
  await source.rate(load.perSecond);
  await pause(700);
  await source.watched();
  await page.paints();
  const [main, busy, since] = [await mainCpu?.(), await page.busySeconds(), performance.now()];
  await pause(load.ms);
  const seconds = (performance.now() - since) / 1000;
  const busyRenderer = ((await page.busySeconds()) - busy) / seconds;
  const busyMain = main === undefined ? undefined : (((await mainCpu?.()) ?? main) - main) / seconds;
  const { ids, updates } = await source.watched();
  await source.rate(0);
  // However far the page is behind, what was made is drawn at last, or it is lost.
  const newest = Math.max(...updates.map(([, made]) => made));
  await Promise.race([page.painted(newest), pause(10_000)]);
  await pause(200);
  const latencies = latenciesOf(ids, updates, await page.paints());
  const seen = latencies.filter((one) => one !== undefined);
  return {
    p50: percentile(seen, 0.5),
    p95: percentile(seen, 0.95),
    max: Math.max(...seen),
    busyRenderer,
    busyMain,
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
