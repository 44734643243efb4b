import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { projectNode, root, say } from './install.mjs';

const electron = join(root, 'node_modules', 'electron');
const memory = join(root, 'node_modules', '.cache', 'electron-download.json');
const standIn = join(root, 'tools', 'electron-chromium', 'bin');
const DAY_MS = 86_400_000;

/** @typedef {{ name: 'electron' | 'electron-chromium', env: NodeJS.ProcessEnv }} Runtime */

/**
 * Chooses what the console runs on: Electron's own binary wherever it can be had, else tools/electron-chromium.
 * The download is tried once, for a bounded time (ELECTRON_DOWNLOAD_SECONDS, 180 by default); a failure is
 * remembered for a week. Without a display Linux always takes the Chromium one, which can run headless.
 * @returns {Runtime}
 */
export function chooseRuntime() {
  const chosen = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (chosen !== undefined && chosen !== '')
    return { name: chosen === standIn ? 'electron-chromium' : 'electron', env: distEnvironment(chosen) };
  const headless = process.platform === 'linux' && !hasDisplay();
  if (!headless && (hasBinary() || (!failedLately() && download()))) return { name: 'electron', env: {} };
  if (process.platform !== 'linux') {
    say(
      'Electron could not be downloaded. Check the network or a proxy (HTTPS_PROXY), or allow more time:\n  ELECTRON_DOWNLOAD_SECONDS=1800 npm start',
    );
    process.exit(1);
  }
  if (headless && hasBinary()) say('There is no display: using Chromium without a window instead of Electron.');
  return { name: 'electron-chromium', env: { ...distEnvironment(standIn), ELECTRON_CHROMIUM_PATH: ensureChromium() } };
}

/** Whether a window could open here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Chromium has no sandbox for root on Linux, and ends at once unless it is told to do without. */
export const rootNeedsNoSandbox = () => process.platform === 'linux' && process.getuid?.() === 0;

/** @param {string} dist */
const distEnvironment = (dist) => ({ ELECTRON_OVERRIDE_DIST_PATH: dist, ELECTRON_EXEC_PATH: join(dist, 'electron') });

const hasBinary = () => existsSync(join(electron, 'path.txt'));
const version = () => String(JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')).version);

function failedLately() {
  if (!existsSync(memory)) return false;
  try {
    const failure = JSON.parse(readFileSync(memory, 'utf8'));
    return failure.version === version() && Date.now() - failure.at < 7 * DAY_MS;
  } catch {
    return false;
  }
}

function download() {
  const seconds = Number(process.env['ELECTRON_DOWNLOAD_SECONDS'] ?? 180);
  say(`Downloading Electron ${version()} (at most ${seconds} s) …`);
  const result = spawnSync(projectNode(), [join(electron, 'install.js')], { stdio: 'ignore', timeout: seconds * 1000 });
  if (result.status === 0 && hasBinary()) return true;
  mkdirSync(join(memory, '..'), { recursive: true });
  writeFileSync(memory, JSON.stringify({ version: version(), at: Date.now() }));
  say("Electron's binary cannot be downloaded here (remembered for a week; delete node_modules/.cache to try again).");
  return false;
}
