import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { runNode } = await import('./lib/run.mjs');
process.exit(
  await runNode([
    '--experimental-strip-types',
    '--disable-warning=ExperimentalWarning',
    'src/simulator/cli.ts',
    ...process.argv.slice(2),
  ]),
);
