import { z } from 'zod';
import type { RunningConsole } from '../../lib/console.ts';
import { PageMeter } from '../../lib/page-meter.ts';
import { repeat } from '../../lib/repeat.ts';
import { report, reportRuns } from '../../lib/report.ts';

const suite = 'transcripts';
const MS = 3_000;
const framesSchema = z.object({ frames: z.number(), ms: z.number(), longest: z.number() });
const readSchema = z.object({ rows: z.number(), ms: z.number(), longest: z.number() });

/** The table of the archive: read to its end page by page as it is scrolled, then scrolled with all of it there. */
export async function reportScroll({ window }: RunningConsole, rows: number): Promise<void> {
  await window.evaluate("location.hash = '#/conversations'");
  await window.locator('.virtual-table [data-row]').first().waitFor();
  const meter = await PageMeter.attach(window);
  const before = await meter.heap();
  const read = readSchema.parse(await window.evaluate(readAll(rows)));
  report({ suite, name: 'transcripts.scroll.read', value: read.ms / 1000, unit: `s for ${read.rows} rows` });
  report({ suite, name: 'transcripts.scroll.read.longest', value: read.longest, unit: 'ms' });
  const held = (await meter.heap()) - before;
  report({ suite, name: 'transcripts.scroll.heap', value: held / 1e6, unit: `MB more with ${read.rows} rows read` });
  const runs = await repeat(async () => framesSchema.parse(await window.evaluate(SCROLL)));
  const fps = runs.map(({ frames, ms }) => (frames / ms) * 1000);
  reportRuns({ suite, name: 'transcripts.scroll.fps', unit: 'frames/s', limit: 60 }, fps);
  reportRuns(
    { suite, name: 'transcripts.scroll.longest', unit: 'ms' },
    runs.map(({ longest }) => longest),
  );
}

/** Stays at the end until so many rows are there; how long that takes, and the longest frame meanwhile. */
const readAll = (rows: number): string => `new Promise((done, fail) => {
  const scroller = document.querySelector('.virtual-table');
  const grid = scroller.querySelector('[role=grid]');
  const count = () => Number(grid.getAttribute('aria-rowcount')) - 1;
  const before = performance.now();
  let last = before;
  let longest = 0;
  const frame = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    scroller.scrollTop = scroller.scrollHeight;
    if (count() >= ${rows}) done({ rows: count(), ms: now - before, longest });
    else if (now - before > 600_000) fail(new Error('only ' + count() + ' rows came'));
    else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})`;

/** Scrolls by three rows a frame, up and down in the middle of it. */
const SCROLL = `new Promise((done) => {
  const scroller = document.querySelector('.virtual-table');
  scroller.scrollTop = scroller.scrollHeight / 2;
  const before = performance.now();
  let last = before;
  let [frames, longest] = [0, 0];
  const frame = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    frames += 1;
    scroller.scrollTop += now - before < ${MS / 2} ? 96 : -96;
    if (now - before > ${MS}) done({ frames, ms: now - before, longest });
    else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})`;
