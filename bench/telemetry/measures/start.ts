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

const FIRST_NUMBER = '[data-tile] [data-testid=tile-value]';

/** Until a tile says a number of the instance. */
async function numbersShown(window: Page): Promise<void> {
  await window.locator(FIRST_NUMBER).filter({ hasText: /\d/ }).first().waitFor();
}

async function openMissionControl(window: Page): Promise<void> {
  await window.getByRole('link', { name: 'Mission Control' }).click();
  await numbersShown(window);
}

/** Signs in with the sign-in kept on the disk, in a folder that nobody used, and leaves the console at a view. */
async function leaveAt(
  userData: string,
  browser: Browser,
  url: string,
  leave: (window: Page) => Promise<void>,
): Promise<void> {
  const first = await launchConsole({ userData });
  await signInAs(first, browser, url, { keep: 'on disk' });
  await leave(first.window);
  await first.close();
}

/**
 * A cold start with a kept sign-in until Mission Control shows the instance's own numbers, against a window with one word: as the
 * console comes up where it was left, and by way of Live View.
 */
export async function reportStart(browser: Browser): Promise<void> {
  await ensureBuilt();
  const simulator = await startSimulator(['--conversations', '200']);
  const [left, live] = [await freshUserData(), await freshUserData()];
  const empty = await mkdtemp(join(tmpdir(), 'dialai-bench-'));
  try {
    await leaveAt(left, browser, simulator.url, openMissionControl);
    await leaveAt(live, browser, simulator.url, async () => undefined);
    // In turn, since all are taken by the clock: what else the machine does meets each.
    const turns = await repeat(async () => ({
      word: await launched(hello, empty, (window) => window.getByText('Hello').waitFor()),
      board: await launched(root, left, numbersShown),
      byLive: await launched(root, live, openMissionControl),
    }));
    const limit = median(turns.map(({ word }) => word));
    reportRuns(
      { suite, name: 'telemetry.start.ms', unit: 'ms', limit },
      turns.map(({ board }) => board),
    );
    reportRuns(
      { suite, name: 'telemetry.start', unit: 'of hello-world', target: { atMost: 2.5 } },
      turns.map(({ word, board }) => board / word),
    );
    reportRuns(
      { suite, name: 'telemetry.start.by-live', unit: 'of hello-world' },
      turns.map(({ word, byLive }) => byLive / word),
    );
  } finally {
    await simulator.stop();
    for (const folder of [left, live, empty]) await rm(folder, { recursive: true, force: true });
  }
}
