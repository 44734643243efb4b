/** Makes `electron` resolve to the stand-in: for import, require() and the inspector's own require(). */
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { electron } from './electron-module.ts';
import { records } from './records.ts';

const names = new Set(['electron', 'electron/main', 'electron/common']);
const forRequire = pathToFileURL(path.join(import.meta.dirname, 'electron-module.cjs')).href;
const forImport = 'electron-chromium:electron';
const symbol = Symbol.for('electron-chromium');

/** Installs the hooks. Also offers what was recorded to tests, under a symbol. */
export function offerElectron(): void {
  Object.defineProperty(globalThis, symbol, { value: { electron, records } });
  const exports = Object.keys(electron).map((name) => `export const ${name} = electron.${name};`);
  const source = [
    "const { electron } = globalThis[Symbol.for('electron-chromium')];",
    'export default electron;',
    ...exports,
  ].join('\n');
  registerHooks({
    resolve(specifier, context, next) {
      if (!names.has(specifier)) return next(specifier, context);
      const isImport = context.conditions.includes('import');
      return isImport
        ? { url: forImport, format: 'module', shortCircuit: true }
        : { url: forRequire, format: 'commonjs', shortCircuit: true };
    },
    load: (url, context, next) =>
      url === forImport ? { format: 'module', source, shortCircuit: true } : next(url, context),
  });
}
