import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { chooseRuntime } = await import('./lib/runtime.mjs');
const { runTool, tools } = await import('./lib/run.mjs');
// Reloads windows on a change of the renderer and restarts main on a change of main or preload.
process.exit(await runTool(tools.electronVite, ['dev', '--watch', ...process.argv.slice(2)], chooseRuntime().env));
