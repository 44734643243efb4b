// Live View's speed through the whole path: an event stream, main, IPC, preload, the window. The method is in README.md.
import { join } from 'node:path';
import { buildPage } from '../lib/build-page.ts';
import { openConsole } from '../lib/console.ts';
import { option } from '../lib/options.ts';
import { ingestByDrain } from './measures/ingest.ts';
import { reportIngest, reportLost, reportMemory, reportOpening, reportResync } from './measures/once.ts';
import { peerPaints, reportPaint } from './measures/paint.ts';
import { writeProfiles } from './measures/profile.ts';
import { reportSize } from './measures/sizes.ts';
import { reportWindows } from './measures/windows.ts';
import { ProbePage } from './probe-page.ts';
import { startSource } from './source/source.ts';

const COUNT = 10_000;
const PER_SECOND = 5_000;
const INGEST = 100_000;

const page = (name: string) => buildPage(join(import.meta.dirname, 'page', `${name}.ts`));
const wanted = (part: string) => option('only')?.split(',').includes(part) ?? true;
const [probe, peerScript] = [await page('probe'), await page('peer')];
const source = await startSource(peerScript);
try {
  await source.populate(COUNT);
  const limit = wanted('ingest') ? await ingestByDrain(source, INGEST) : [];
  const load = { perSecond: PER_SECOND };
  const peers = wanted('paint') ? await peerPaints(source, probe, load) : undefined;
  const console = await openConsole(source);
  try {
    const page = await ProbePage.attach(console.window, probe);
    const folder = option('profile');
    if (folder !== undefined) await writeProfiles(source, console, page, PER_SECOND, folder);
    const unseen = peers === undefined ? 0 : await reportPaint(source, page, load, peers, console.mainCpu);
    if (wanted('ingest')) await reportIngest(source, page, console, INGEST, limit);
    if (wanted('resync')) await reportResync(source, page);
    if (wanted('open')) await reportOpening(page);
    if (wanted('memory')) await reportMemory(source, page, console, INGEST);
    await reportLost(source, page, unseen);
    if (wanted('windows')) await reportWindows(source, console, PER_SECOND);
  } finally {
    await console.close();
  }
} finally {
  await source.stop();
}
// Each size is a console and a source of its own: nothing of one is left in the next.
if (wanted('sizes')) for (const count of [1_000, 5_000, COUNT]) await reportSize(probe, peerScript, count);
