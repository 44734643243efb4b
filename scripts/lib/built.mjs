import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './install.mjs';
import { runTool, tools } from './run.mjs';

/** Newest change below a path, in ms. @param {string} path @returns {number} */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the console when the sources are newer than what was built last; ends the process when that fails. */
export async function ensureBuilt() {
  const built = join(root, 'out', 'renderer', 'index.html');
  const sources = ['src', 'resources', 'package-lock.json', 'electron.vite.config.ts']
    .map((name) => join(root, name))
    .filter((path) => existsSync(path));
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map(newest))) return;
  say('Building the console …');
  const code = await runTool(tools.electronVite, ['build', '--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}
