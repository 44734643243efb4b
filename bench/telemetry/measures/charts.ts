import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { buildPage } from '../../lib/build-page.ts';
import { quick } from '../../lib/options.ts';
import { PageMeter } from '../../lib/page-meter.ts';
import { repeat } from '../../lib/repeat.ts';
import { type Figure, median, reportRuns } from '../../lib/report.ts';

const suite = 'telemetry';
const UPDATES = quick ? 20 : 60;

/** Milliseconds of the main thread for one more value of ten series of 600 points, and of one of 100,000. */
export async function reportCharts(browser: Browser): Promise<void> {
  const script = await buildPage(join(import.meta.dirname, '..', 'page', 'charts.ts'));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ content: script });
  const meter = await PageMeter.attach(page);
  const costs = (kind: 'console' | 'recharts' | 'empty', series: number, points: number, updates = UPDATES) =>
    repeat(async () => {
      await page.evaluate(`benchCharts.draw('${kind}', ${series}, ${points})`);
      const before = await meter.busySeconds();
      await page.evaluate(`benchCharts.run(${updates})`);
      return ((await meter.busySeconds()) - before) * (1000 / updates);
    });
  const tell = async (name: string, series: number, points: number, target: NonNullable<Figure['target']>) => {
    const empty = median(await costs('empty', series, points));
    // Drawn a few times only: with many points each takes seconds.
    const recharts = median(await costs('recharts', series, points, points > 10_000 ? 2 : 20));
    const figure = { suite, name, unit: 'ms an update', peers: { recharts, 'empty frame': empty }, target };
    reportRuns(figure, await costs('console', series, points));
  };
  await tell('telemetry.chart', 10, 600, { atMost: 4 });
  await tell('telemetry.chart.100000', 1, 100_000, { atMost: 16 });
  await page.close();
}
