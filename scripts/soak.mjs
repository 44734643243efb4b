// The proof that Live View heals from whatever breaks, at full size: ten simulated minutes of trouble at twenty seeds.
// More or less by SOAK_MINUTES, SOAK_SEEDS, SOAK_SEED (the first); docs/live.md says what is broken and compared.
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { runTool, tools } = await import('./lib/run.mjs');
process.exit(
  await runTool(
    tools.vitest,
    [
      'run',
      '--project',
      'node',
      '--testTimeout=3600000',
      'src/main/live/convergence.test.ts',
      'src/main/live/sleep.test.ts',
      ...process.argv.slice(2),
    ],
    { SOAK_MINUTES: '10', SOAK_SEEDS: '20', ...process.env },
  ),
);
