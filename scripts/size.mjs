import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuilt } from './lib/built.mjs';
import { root, say } from './lib/install.mjs';

/** Most JavaScript and CSS, gzipped, that a window may load before its first screen. */
const LIMIT = 200_000;

await ensureBuilt();
const out = join(root, 'out', 'renderer');
/** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[], css?: string[] }>} */
const manifest = JSON.parse(readFileSync(join(out, '.vite', 'manifest.json'), 'utf8'));
const initial = new Set();
/** @param {string} key */
function add(key) {
  const chunk = manifest[key];
  if (chunk === undefined || initial.has(chunk.file)) return;
  initial.add(chunk.file);
  for (const css of chunk.css ?? []) initial.add(css);
  for (const next of chunk.imports ?? []) add(next);
}
for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry === true) add(key);
const size = (/** @type {string} */ file) => gzipSync(readFileSync(join(out, file))).length;
const total = [...initial].reduce((sum, file) => sum + size(file), 0);
say(
  `initial load of a window: ${(total / 1000).toFixed(1)} kB gzipped in ${initial.size} files (limit ${LIMIT / 1000} kB)`,
);
process.exit(total <= LIMIT ? 0 : 1);
