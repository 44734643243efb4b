// The archive and the offline desk: local and remote search, opening, unlocking, export. The method is in README.md.
import { startSimulator } from '../../e2e/fixtures/simulator.ts';
import { openConsole } from '../lib/console.ts';
import { option, quick } from '../lib/options.ts';
import { startSource } from '../live/source/source.ts';
import { reportDesk } from './measures/desk.ts';
import { reportExport } from './measures/export.ts';
import { reportOpening } from './measures/open.ts';
import { reportRemote } from './measures/remote.ts';

const MESSAGES = quick ? 100_000 : 1_000_000;
const wanted = (part: string) => option('only')?.split(',').includes(part) ?? true;

if (wanted('export')) await reportExport(quick ? 20_000 : 200_000);

if (wanted('desk') || wanted('remote')) {
  const simulator = await startSimulator(['--conversations', '20', '--transcripts', '20000', '--clock', 'driven']);
  try {
    const console = await openConsole(simulator);
    try {
      if (wanted('remote')) await reportRemote(console, simulator);
      if (wanted('desk')) await reportDesk(console, MESSAGES);
    } finally {
      await console.close();
    }
  } finally {
    await simulator.stop();
  }
}

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
