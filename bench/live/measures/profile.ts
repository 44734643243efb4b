import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningConsole } from '../../lib/console.ts';
import type { ProbePage } from '../probe-page.ts';
import type { Source } from '../source/source.ts';
import { ingestByConsole } from './ingest.ts';

const MS = 5_000;

/**
 * Writes where the time goes, as `.cpuprofile` files: main and the window under a steady rate and while scrolling, and main
 * while it takes events as fast as they come.
 */
export async function writeProfiles(
  source: Source,
  console: RunningConsole,
  page: ProbePage,
  perSecond: number,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const keep = async (file: string, profile: Promise<unknown>) =>
    writeFile(join(folder, file), JSON.stringify(await profile));
  await source.rate(perSecond);
  await pause(1_000);
  await keep(
    'main-steady.cpuprofile',
    console.mainProfile(() => pause(MS)),
  );
  await keep(
    'window-steady.cpuprofile',
    page.meter.profile(() => pause(MS)),
  );
  await keep(
    'window-scroll.cpuprofile',
    page.meter.profile(() => page.scroll(MS)),
  );
  await keep(
    'window-steady.trace.json',
    page.meter.trace(() => pause(MS)),
  );
  await keep(
    'window-scroll.trace.json',
    page.meter.trace(() => page.scroll(MS)),
  );
  await source.rate(0);
  await keep(
    'main-ingest.cpuprofile',
    console.mainProfile(() => ingestByConsole(source, page, 100_000, console.mainCpu)),
  );
}
