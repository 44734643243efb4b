import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Bundles a script of `page/` for a browser, as production code.
 * @returns the file
 */
export async function buildPage(name: 'probe' | 'peer'): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'dialai-bench-'));
  await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      lib: {
        entry: join(import.meta.dirname, 'page', `${name}.ts`),
        formats: ['iife'],
        name: 'bench',
        fileName: () => `${name}.js`,
      },
    },
  });
  return join(outDir, `${name}.js`);
}
