import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { chooseRuntime } = await import('./lib/runtime.mjs');
const { ensureBuilt } = await import('./lib/built.mjs');
const { runTool, tools } = await import('./lib/run.mjs');
const runtime = chooseRuntime();
await ensureBuilt();
process.exit(
  await runTool(tools.playwright, ['test', ...process.argv.slice(2)], { ...runtime.env, DIALAI_RUNTIME: runtime.name }),
);
