import { ensureInstalled, say } from './lib/install.mjs';

ensureInstalled();
const { runNode, runTool, tools } = await import('./lib/run.mjs');

/** The steps of `npm run check`; all are run, so that one call shows all that is wrong. `--static` leaves the unit tests out. */
const steps = /** @type {const} */ ([
  ['types of main, preload, simulator, tools', () => runTool(tools.typesNative, ['-p', 'tsconfig.node.json'])],
  ['types of the renderer', () => runTool(tools.typesNative, ['-p', 'tsconfig.web.json'])],
  ['lint and format', () => runTool(tools.biome, ['check', '.'])],
  [
    'import rules',
    () => runTool(tools.depcruise, ['--config', '.dependency-cruiser.cjs', 'src', 'tools', 'e2e', 'bench']),
  ],
  ['dead code', () => runTool(tools.knip, [])],
  ['bundle size', () => runNode(['scripts/size.mjs'])],
  ['a supported Electron', () => runNode(['scripts/supported.mjs'])],
  ['unit tests', () => runTool(tools.vitest, ['run'])],
]);
const chosen = process.argv.includes('--static') ? steps.slice(0, -1) : steps;
/** @type {string[]} */
const failed = [];
for (const [name, run] of chosen) {
  say(`── ${name}`);
  if ((await run()) !== 0) failed.push(name);
}
say(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join('; ')}.`);
process.exit(failed.length === 0 ? 0 : 1);
