import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningConsole } from '../../lib/console.ts';
import type { ProbePage } from '../probe-page.ts';
import { lastOfLong } from '../source/long-transcript.ts';
import type { Source } from '../source/source.ts';
import { ingestByConsole } from './ingest.ts';

const MS = 5_000;

/**
 * Writes where the time goes, as `.cpuprofile` files: main and the window under a steady rate and while scrolling, main
 * while it takes events as fast as they come, and both while a long transcript opens.
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
  const open = () => page.open(lastOfLong);
  await keep(
    'window-open.cpuprofile',
    page.meter.profile(() => keep('main-open.cpuprofile', console.mainProfile(open))),
  );
  await page.page.keyboard.press('Escape');
  // The hub keeps a transcript for ten seconds: what is measured after this must not find it there.
  await pause(10_500);
}
