import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type RunningConsole, TENANT } from '../../lib/console.ts';
import { quick } from '../../lib/options.ts';
import { PageMeter } from '../../lib/page-meter.ts';
import { repeat } from '../../lib/repeat.ts';
import { reportRuns } from '../../lib/report.ts';
import type { Source } from '../source/source.ts';

const suite = 'live';
const MS = quick ? 1_500 : 3_000;
const idsSchema = z.array(z.string());

/** What main, and the windows beside the first, cost with 1, 4 and 8 windows: the others hold a conversation each. */
export async function reportWindows(source: Source, console: RunningConsole, perSecond: number): Promise<void> {
  const { app, window, mainCpu } = console;
  const ids = idsSchema.parse(
    await window.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row'))),
  );
  const torn: PageMeter[] = [];
  for (const count of [1, 4, 8]) {
    while (torn.length < count - 1) {
      const opened = app.waitForEvent('window');
      const asked = JSON.stringify({ tenant: TENANT, id: ids[torn.length] });
      await window.evaluate(`dialai.windows.tearOff(${asked})`);
      const page = await opened;
      await page.getByRole('article').first().waitFor();
      torn.push(await PageMeter.attach(page));
    }
    await source.rate(perSecond);
    await pause(700);
    const runs = await repeat(async () => {
      const busy = () => Promise.all(torn.map((page) => page.busySeconds()));
      const [main, before, since] = [await mainCpu(), await busy(), performance.now()];
      await pause(MS);
      const seconds = (performance.now() - since) / 1000;
      const after = await busy();
      const shares = after.map((value, index) => (value - (before[index] ?? value)) / seconds);
      return { main: ((await mainCpu()) - main) / seconds, torn: shares.reduce((sum, share) => sum + share, 0) };
    });
    await source.rate(0);
    const name = `live.windows.${count}`;
    reportRuns(
      { suite, name: `${name}.busy.main`, unit: 'of a core' },
      runs.map(({ main }) => main),
    );
    if (torn.length === 0) continue;
    const each = runs.map((run) => run.torn / torn.length);
    reportRuns({ suite, name: `${name}.busy.torn`, unit: 'of a core, each' }, each);
  }
}
