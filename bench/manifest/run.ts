// Checking a manifest of a million rows: the engine as the console runs it, against bare libraries. The method is in README.md.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/lib/built.mjs';
import { RUNS } from '../lib/options.ts';
import { repeat } from '../lib/repeat.ts';
import { median, report, reportRuns } from '../lib/report.ts';
import { runPeer } from './child-run.ts';
import { cancelEngine, runEngine } from './engine.ts';
import { makeFile } from './make-file.ts';
import { measureFrames } from './window.ts';

const suite = 'manifest';
const ROWS = 1_000_000;
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
  const seconds = median(runs.map((run) => run.seconds));
  const bareSeconds = median(bare.map((run) => run.seconds));
  const limit = median(limits.map((run) => run.seconds));
  const peers = { 'papaparse and libphonenumber-js in one process': bareSeconds };
  report({ suite, name: 'manifest.check', value: seconds, unit: 's', limit, peers });
  const memory = runs.flatMap((run) => run.memory ?? []);
  const limitMemory = limits.flatMap((run) => run.memory ?? []);
  if (memory.length > 0) {
    report({
      suite,
      name: 'manifest.rss',
      value: median(memory),
      unit: 'MB',
      limit: median(limitMemory),
    });
  }
  report({ suite, name: 'manifest.first-errors', value: median(runs.map((run) => run.firstErrors)), unit: 'ms' });
  report({ suite, name: 'manifest.cancel', value: median(cancels), unit: 'ms' });
  const { checking, idle } = await measureFrames(path, RUNS);
  const figure = { suite, name: 'manifest.fps', unit: 'frames/s', limit: idle, target: { atLeast: 55 } };
  reportRuns(figure, checking);
} finally {
  await rm(folder, { recursive: true, force: true });
}
