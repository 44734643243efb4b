import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectNode, root, toolEnvironment } from './install.mjs';

/**
 * Runs a Node program and passes signals on; resolves with its exit code.
 * @param {string[]} args script and its arguments
 * @param {NodeJS.ProcessEnv} [extra] added to the environment
 * @returns {Promise<number>}
 */
export function runNode(args, extra = {}) {
  return run(projectNode(), args, extra);
}

/**
 * Runs a program that a dependency brings, through its JavaScript entry, so that it works alike on every system.
 * @param {string} entry path below node_modules
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [extra]
 */
export function runTool(entry, args, extra = {}) {
  return runNode([join(root, 'node_modules', entry), ...args], extra);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} extra
 * @returns {Promise<number>}
 */
function run(command, args, extra) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...toolEnvironment(), ...extra } });
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve(code ?? (signal === null ? 1 : 128));
    });
  });
}

/** The programs of `npm run check` and the builds, by their JavaScript entries. */
export const tools = {
  types: 'typescript/bin/tsc',
  typesNative: '@typescript/native/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
  knip: 'knip/bin/knip.js',
  vitest: 'vitest/vitest.mjs',
  electronVite: 'electron-vite/bin/electron-vite.js',
  playwright: '@playwright/test/cli.js',
};
