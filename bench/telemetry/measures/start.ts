import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, _electron as electron, type Page } from '@playwright/test';
import { freshUserData, launchConsole } from '../../../e2e/fixtures/console.ts';
import { signInAs } from '../../../e2e/fixtures/sign-in-as.ts';
import { startSimulator } from '../../../e2e/fixtures/simulator.ts';
import { ensureBuilt } from '../../../scripts/lib/built.mjs';
import { repeat } from '../../lib/repeat.ts';
import { median, reportRuns } from '../../lib/report.ts';

const suite = 'telemetry';
const hello = resolve(import.meta.dirname, '../hello');
const root = resolve(import.meta.dirname, '../../..');

/** Milliseconds from the launch until `shown` says that the first window is of use. */
async function launched(app: string, userData: string, shown: (window: Page) => Promise<void>): Promise<number> {
  const since = performance.now();
  const env = Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  const running = await electron.launch({ args: [app, `--user-data-dir=${userData}`], env, colorScheme: null });
  try {
    await shown(await running.firstWindow());
    return performance.now() - since;
  } finally {
    await running.close();
  }
}

/** A cold start with a kept sign-in until Mission Control shows the instance's own numbers, against a window with one word. */
export async function reportStart(browser: Browser): Promise<void> {
  await ensureBuilt();
  const simulator = await startSimulator(['--conversations', '200']);
  const userData = await freshUserData();
  const empty = await mkdtemp(join(tmpdir(), 'dialai-bench-'));
  try {
    const first = await launchConsole({ userData });
    await signInAs(first, browser, simulator.url, { keep: 'on disk' });
    await first.close();
    // In turn, since both are taken by the clock: what else the machine does meets both.
    const pairs = await repeat(async () => ({
      word: await launched(hello, empty, (window) => window.getByText('Hello').waitFor()),
      board: await launched(root, userData, async (window) => {
        await window.getByRole('link', { name: 'Mission Control' }).click();
        await window.locator('[data-tile] [data-testid=tile-value]').filter({ hasText: /\d/ }).first().waitFor();
      }),
    }));
    reportRuns(
      { suite, name: 'telemetry.start.ms', unit: 'ms', limit: median(pairs.map(({ word }) => word)) },
      pairs.map(({ board }) => board),
    );
    reportRuns(
      { suite, name: 'telemetry.start', unit: 'of hello-world', target: { atMost: 2.5 } },
      pairs.map(({ word, board }) => board / word),
    );
  } finally {
    await simulator.stop();
    for (const folder of [userData, empty]) await rm(folder, { recursive: true, force: true });
  }
}
