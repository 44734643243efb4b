import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { chooseRuntime, rootNeedsNoSandbox } = await import('./lib/runtime.mjs');
const { runTool, tools } = await import('./lib/run.mjs');
// Reloads windows on a change of the renderer and restarts main on a change of main or preload.
const args = ['dev', '--watch', ...(rootNeedsNoSandbox() ? ['--noSandbox'] : []), ...process.argv.slice(2)];
process.exit(await runTool(tools.electronVite, args, chooseRuntime().env));
