import { ensureInstalled, root, say } from './lib/install.mjs';

const HELP = `npm start -- [options]
  --demo             sign in to the embedded demo instance without a click and open Live View
  --screenshot FILE  write a PNG of the first real screen and quit
  --instance NAME    start with this instance name or URL filled in
  --user-data-dir D  keep settings, drafts and journal in folder D
  --help             these lines`;

if (process.argv.includes('--help')) {
  say(HELP);
  process.exit(0);
}
ensureInstalled();
const { chooseRuntime, hasDisplay, rootNeedsNoSandbox } = await import('./lib/runtime.mjs');
const { ensureBuilt } = await import('./lib/built.mjs');
const { runTool } = await import('./lib/run.mjs');
const runtime = chooseRuntime();
await ensureBuilt();
const args = process.argv.slice(2);
const screenshot = args.some((arg) => arg === '--screenshot' || arg.startsWith('--screenshot='));
if (!hasDisplay()) {
  say('There is no display: the console runs headless. Stop it with Ctrl-C.');
  if (!screenshot) say('To see it, write a picture: npm start -- --demo --screenshot console.png');
}
// The app's folder comes before its options: Electron takes the first bare word as the app.
const electronArgs = [root, ...(rootNeedsNoSandbox() ? ['--no-sandbox'] : []), ...args];
const code = await runTool('electron/cli.js', electronArgs, runtime.env);
process.exit(code);
