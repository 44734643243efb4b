// What is proved at full size, and in small by each run of the tests: that Live View heals from whatever breaks (ten
// simulated minutes of trouble at twenty seeds; docs/live.md says what is broken and compared), and where the console runs
// without Electron's binary, that fifty launches in a row leave nothing behind.
// More or less by SOAK_MINUTES, SOAK_SEEDS, SOAK_SEED (the first), LAUNCHES.
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { chooseRuntime } = await import('./lib/runtime.mjs');
const { runTool, tools } = await import('./lib/run.mjs');
const proofs = ['src/main/live/convergence.test.ts', 'src/main/live/sleep.test.ts'];
const healed = await runTool(
  tools.vitest,
  ['run', '--project', 'node', '--testTimeout=3600000', ...proofs, ...process.argv.slice(2)],
  { SOAK_MINUTES: '10', SOAK_SEEDS: '20', ...process.env },
);
const runtime = chooseRuntime();
const launched =
  runtime.name === 'electron'
    ? 0
    : await runTool(
        tools.playwright,
        ['test', '-c', 'tools/electron-chromium/playwright.config.ts', '--grep', '@launches'],
        { ...runtime.env, LAUNCHES: process.env['LAUNCHES'] ?? '50' },
      );
process.exit(healed || launched);
