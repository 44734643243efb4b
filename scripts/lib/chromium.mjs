import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './install.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium this machine has, or undefined. Debian's own binary is preferred to its wrapper script. */
export function findChromium() {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env['ELECTRON_CHROMIUM_PATH'] ?? '', '/usr/lib/chromium/chromium', ...onPath].find(
    (path) => path !== '' && executable(path),
  );
}

/** @param {string[]} args */
function aptGet(args) {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * Makes sure that there is a Chromium: installs Debian's where that is possible, else names the command and ends.
 * @returns {string} its path
 */
export function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  const command = 'apt-get install -y --no-install-recommends chromium fonts-liberation';
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    say(`Electron's binary is not to be had here, so the console runs on Chromium. Installing it: ${command} …`);
    aptGet(['update', '-qq']);
    aptGet(command.split(' ').slice(1));
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  say(
    `The console needs Electron's binary or Chromium, and neither could be had. Install Chromium and run this again:\n  sudo ${command}`,
  );
  process.exit(1);
}
