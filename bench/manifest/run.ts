// Checking a manifest of a million rows: the engine as the console runs it, against bare libraries. The method is in README.md.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/lib/built.mjs';
import { quick, RUNS } from '../lib/options.ts';
import { repeat } from '../lib/repeat.ts';
import { median, reportRuns } from '../lib/report.ts';
import { runPeer } from './child-run.ts';
import { scrollContacts } from './contacts.ts';
import { cancelEngine, runEngine } from './engine.ts';
import { makeFile } from './make-file.ts';
import { measureFrames } from './window.ts';

const suite = 'manifest';
const ROWS = 1_000_000;
/** Contacts scrolled past in one go. */
const SCROLLED = 3_000;
const peer = (name: string): string => join(import.meta.dirname, 'peers', name);

await ensureBuilt();
const folder = await mkdtemp(join(tmpdir(), 'dialai-bench-manifest-'));
try {
  const path = join(folder, 'manifest.csv');
  await makeFile(path, ROWS);
  const limits = await repeat(() => runPeer(peer('csv-parse.ts'), path));
  const bare = await repeat(() => runPeer(peer('papaparse-phone.ts'), path));
  const runs = await repeat(() => runEngine(path));
  const cancels = await repeat(() => cancelEngine(path));
  for (const { rows, accepted } of runs) {
    if (rows !== ROWS) throw new Error(`${rows} rows were counted instead of ${ROWS}`);
    if (accepted === 0) throw new Error('no row was accepted');
  }
  const taken = runs.map((run) => run.seconds);
  const bareSeconds = median(bare.map((run) => run.seconds));
  const limit = median(limits.map((run) => run.seconds));
  reportRuns(
    { suite, name: 'manifest.check', unit: 'times the bare libraries', target: { atMost: 1.3 } },
    taken.map((one) => one / bareSeconds),
  );
  reportRuns(
    {
      suite,
      name: 'manifest.check.seconds',
      unit: 's',
      limit,
      peers: { 'papaparse and libphonenumber-js in one process': bareSeconds },
      target: { atMost: 7 },
    },
    taken,
  );
  const memory = runs.flatMap((run) => run.memory ?? []);
  const limitMemory = limits.flatMap((run) => run.memory ?? []);
  if (memory.length > 0) {
    const figure = { suite, name: 'manifest.rss', unit: 'MB', limit: median(limitMemory), target: { atMost: 350 } };
    reportRuns(figure, memory);
  }
  reportRuns(
    { suite, name: 'manifest.first-errors', unit: 'ms', target: { atMost: 1000 } },
    runs.map((run) => run.firstErrors),
  );
  reportRuns({ suite, name: 'manifest.cancel', unit: 'ms', target: { atMost: 200 } }, cancels);
  const { checking, idle } = await measureFrames(path, RUNS);
  reportRuns({ suite, name: 'manifest.fps', unit: 'frames/s', limit: idle, target: { atLeast: 55 } }, checking);
  const { total, rows, fps, pages, raw } = await scrollContacts(ROWS, quick ? 500 : SCROLLED, RUNS);
  if (total !== ROWS) throw new Error(`the list says ${total} contacts instead of ${ROWS}`);
  reportRuns(
    { suite, name: 'manifest.contacts.fps', unit: `frames/s over ${rows} rows`, limit: idle, target: { atLeast: 55 } },
    fps,
  );
  reportRuns({ suite, name: 'manifest.contacts.page', unit: 'ms', limit: median(raw) }, pages);
} finally {
  await rm(folder, { recursive: true, force: true });
}
