/** The texts injected into every page. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { release } from 'node:os';
import { makeCodec } from './codec.ts';
import { makeBridge } from './renderer/bridge.ts';
import { mainWorld } from './renderer/main-world.ts';
import type { LinkNames } from './renderer/page-types.ts';
import { preloadWorld } from './renderer/preload-world.ts';

const key = `e${randomBytes(12).toString('hex')}`;
export const linkNames: LinkNames = { key, binding: `${key}b`, receive: `${key}r` };

/** The isolated world's name, as Electron calls it. */
export const preloadWorldName = 'Electron Isolated Context';

/** The script of the page's own world. */
export function mainWorldScript(): string {
  return `(${mainWorld})(globalThis,${JSON.stringify(linkNames)},${makeBridge})`;
}

/**
 * The script of the preload's world.
 * @param preload the preload's file, if any
 * @throws when the file cannot be read
 */
export function preloadWorldScript(preload: string | undefined): string {
  const { platform, arch, version, versions } = process;
  const fields = JSON.stringify({ platform, arch, version, versions, env: {}, systemVersion: release() });
  const scripts = (preload === undefined ? [] : [preload]).map((file) => {
    const text = readFileSync(file, 'utf8').replace(/^#!.*/, '');
    return `{file:${JSON.stringify(file)},run(require,process,global,module){const exports=module.exports;${text}\n}}`;
  });
  const parts = [JSON.stringify(linkNames), fields, makeBridge, makeCodec, `[${scripts.join(',')}]`];
  return `(${preloadWorld})(globalThis,${parts.join(',')})`;
}
