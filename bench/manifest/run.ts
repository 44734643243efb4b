// Checking a manifest of a million rows: the engine as the console runs it, against bare libraries. The method is in README.md.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../scripts/lib/built.mjs';
import { median, report } from '../lib/report.ts';
import { runPeer } from './child-run.ts';
import { cancelEngine, runEngine } from './engine.ts';
import { makeFile } from './make-file.ts';

const suite = 'manifest';
const quick = process.argv.includes('--quick');
const ROWS = 1_000_000;
const RUNS = quick ? 1 : 5;
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
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function repeat<T>(run: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let done = 0; done < RUNS; done += 1) results.push(await run());
  return results;
}
