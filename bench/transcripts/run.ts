// The archive and the offline desk: local and remote search, opening, unlocking, export. The method is in README.md.
import { type Simulator, startSimulator } from '../../e2e/fixtures/simulator.ts';
import { openConsole, type RunningConsole } from '../lib/console.ts';
import { option, quick } from '../lib/options.ts';
import { startSource } from '../live/source/source.ts';
import { reportDesk } from './measures/desk.ts';
import { reportExport } from './measures/export.ts';
import { reportOpening } from './measures/open.ts';
import { reportRemote } from './measures/remote.ts';
import { reportScroll } from './measures/scroll.ts';

const MESSAGES = quick ? 100_000 : 1_000_000;
const ROWS = quick ? 10_000 : 100_000;
const wanted = (part: string) => option('only')?.split(',').includes(part) ?? true;

if (wanted('export')) await reportExport(quick ? 20_000 : 200_000);

if (wanted('desk') || wanted('remote')) {
  await withArchive(20_000, async (console, simulator) => {
    if (wanted('remote')) await reportRemote(console, simulator);
    if (wanted('desk')) await reportDesk(console, MESSAGES);
  });
}

// Three tenants share them.
if (wanted('scroll')) await withArchive(ROWS * 4, (console) => reportScroll(console, ROWS));

if (wanted('open')) {
  const source = await startSource('');
  try {
    await source.populate(10);
    const console = await openConsole(source);
    try {
      const rows = console.window.locator('[data-row]');
      await rows.first().waitFor();
      const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-row') ?? ''));
      await reportOpening(console, ids);
    } finally {
      await console.close();
    }
  } finally {
    await source.stop();
  }
}

/** The console at an instance with so many transcripts, in which nothing happens. */
async function withArchive(
  transcripts: number,
  work: (console: RunningConsole, simulator: Simulator) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator([
    '--conversations',
    '20',
    '--transcripts',
    `${transcripts}`,
    '--clock',
    'driven',
  ]);
  try {
    const console = await openConsole(simulator);
    try {
      await work(console, simulator);
    } finally {
      await console.close();
    }
  } finally {
    await simulator.stop();
  }
}
