/** The first module of the main process: turns on Node's compile cache, then hands over. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';

enableCompileCache(path.resolve(import.meta.dirname, '../../../node_modules/.cache/electron-chromium'));
const { start } = await import('./start.ts');
await start();
