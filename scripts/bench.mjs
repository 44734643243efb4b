import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, say } from './lib/install.mjs';

ensureInstalled();
const { runNode } = await import('./lib/run.mjs');
const args = process.argv.slice(2);
const suites = readdirSync(join(root, 'bench'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, 'bench', entry.name, 'run.ts')))
  .map((entry) => entry.name);
const asked = args.filter((arg) => !arg.startsWith('-'));
const unknown = asked.filter((name) => !suites.includes(name));
if (unknown.length > 0) {
  say(`No such suite: ${unknown.join(', ')}. There are: ${suites.join(', ')}.`);
  process.exit(2);
}
for (const suite of asked.length > 0 ? asked : suites) {
  const code = await runNode([
    '--experimental-strip-types',
    '--disable-warning=ExperimentalWarning',
    join('bench', suite, 'run.ts'),
    ...args.filter((arg) => arg.startsWith('-')),
  ]);
  if (code !== 0) process.exit(code);
}
