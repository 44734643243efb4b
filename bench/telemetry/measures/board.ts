import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { build, preview } from 'vite';
import { quick } from '../../lib/options.ts';
import { PageMeter } from '../../lib/page-meter.ts';
import { repeat } from '../../lib/repeat.ts';
import { median, report, reportRuns } from '../../lib/report.ts';
import { BARE_ANSWER, openBareTiles } from './bare-tiles.ts';

const suite = 'telemetry';
const configFile = resolve(import.meta.dirname, '../../../src/renderer/testing/preview.config.ts');
const TILES = 50;
const SECONDS = quick ? 4 : 15;
/** The console asks an instance this often while a board is looked at. */
const ASKED_EVERY_MS = 3_000;
const SHIFT_MS = (quick ? 0.25 : 8) * 3_600_000;

/** Serves the console's own window, production build, on a main that is pretended: no network, no other load. */
async function serveWindow(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'dialai-bench-'));
  const shared = { configFile, logLevel: 'error' } as const;
  const input = resolve(configFile, '../preview.html');
  await build({ ...shared, build: { outDir, target: 'esnext', rolldownOptions: { input } } });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, strictPort: false } });
  const [url = ''] = server.resolvedUrls?.local ?? [];
  return {
    url: `${url}testing/preview.html?still&rows=0`,
    async stop() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** Puts fifty tiles on the board: every metric there is, then its parts, then the first again. */
const BOARD = `async (count) => {
  const { metrics } = fake.state.telemetry;
  const all = metrics.flatMap(({ id, parts }) => [{ metric: id, labels: {} }, ...parts.map(({ labels }) => ({ metric: id, labels }))]);
  const tiles = Array.from({ length: count }, (_, place) => ({ id: 't' + place, size: 'small', ...all[place % all.length] }));
  for (const role of ['supervisor', 'campaigns', 'admin', 'analyst'])
    await dialai.telemetry.setBoard({ tenant: 'northwind', role, board: { version: 1, name: 'Fifty', range: '1h', compare: 'none', tiles } });
}`;
/** A new answer of the instance: every value has moved, those of parts as well. */
const ANSWER = `() => {
  const { telemetry } = fake.state;
  const at = Date.now();
  const moved = (told) => ({ ...told, value: told.value + Math.sin(at / 700) });
  const metrics = telemetry.metrics.map((metric) => ({ ...moved(metric), at, parts: metric.parts.map(moved) }));
  fake.topics.telemetry.push({ ...telemetry, metrics });
  // What the pretended main notes of its calls is no part of the console.
  fake.calls.length = 0;
}`;

async function openBoard(page: Page, url: string): Promise<PageMeter> {
  await page.goto(`${url}#/preferences`);
  await page.waitForFunction('globalThis.fake !== undefined');
  await page.evaluate(`(${BOARD})(${TILES})`);
  await page.evaluate("location.hash = '#/mission-control'");
  await page
    .locator('[data-tile]')
    .nth(TILES - 1)
    .waitFor();
  return PageMeter.attach(page);
}

/** What a page costs a second, ms of its main thread, while `answer` runs in it once a second. */
async function cost(meter: PageMeter, answer: string | undefined): Promise<number> {
  const { page } = meter;
  await page.bringToFront();
  const before = await meter.busySeconds();
  const since = performance.now();
  for (let second = 1; second <= SECONDS; second += 1) {
    if (answer !== undefined) await page.evaluate(`(${answer})()`);
    await pause(Math.max(0, since + second * 1_000 - performance.now()));
  }
  return (((await meter.busySeconds()) - before) * 1_000) / SECONDS;
}

/**
 * What a board of fifty tiles costs a second while each changes every second, beside the same board standing still and, in
 * turn with it, the least that fifty numbers with charts cost, and without.
 */
export async function reportBoard(browser: Browser): Promise<void> {
  const { url, stop } = await serveWindow();
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const meter = await openBoard(page, url);
    const bare = await openBareTiles(browser, TILES, true);
    const numbers = await openBareTiles(browser, TILES, false);
    // What the opening left to be done is done.
    await pause(3_000);
    const still = await cost(meter, undefined);
    const runs = await repeat(async () => ({
      bare: await cost(bare, BARE_ANSWER),
      numbers: await cost(numbers, BARE_ANSWER),
      board: await cost(meter, ANSWER),
    }));
    const limit = median(runs.map((run) => run.bare));
    const figure = {
      suite,
      name: 'telemetry.tiles',
      unit: 'ms a second',
      limit,
      peers: { 'standing still': still, 'bare numbers': median(runs.map((run) => run.numbers)) },
    };
    reportRuns(
      { ...figure, target: { atMost: 8 } },
      runs.map((run) => run.board),
    );
    for (const { page: done } of [bare, numbers]) await done.close();
    await page.close();
    await reportShift(browser, url);
  } finally {
    await stop();
  }
}

/** Eight hours of the board with the time of day running ahead: what is on the page's heap at the end and after the first hour. */
async function reportShift(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.clock.install();
  const meter = await openBoard(page, url);
  const run = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += ASKED_EVERY_MS) {
      await page.evaluate(`(${ANSWER})()`);
      await page.clock.runFor(ASKED_EVERY_MS);
    }
  };
  // The charts hold an hour: they are full after it.
  await run(SHIFT_MS / 8);
  const before = await meter.heap();
  await run((SHIFT_MS / 8) * 7);
  const growth = ((await meter.heap()) - before) / 1e6;
  const hours = SHIFT_MS / 3_600_000;
  report({ suite, name: 'telemetry.heap.growth', value: growth, unit: `MB over ${hours} h`, target: { atMost: 1 } });
  await page.close();
}
