import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'vite';

/**
 * Bundles a script for a browser, as production code.
 * @param file its TypeScript file, in a folder `page/` (which is checked with the DOM's types)
 * @returns the bundle's text
 */
export async function buildPage(file: string): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'dialai-bench-'));
  const fileName = `${basename(file, '.ts')}.js`;
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir, lib: { entry: file, formats: ['iife'], name: 'bench', fileName: () => fileName } },
  });
  return readFile(join(outDir, fileName), 'utf8');
}
