// Electron security checklist 16: a current Electron. Without network nothing is known and nothing fails.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, say } from './lib/install.mjs';
import { supportOf } from './lib/supported.mjs';

/** The registry has this long to answer. */
const WAIT_MS = 20_000;

const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { command, args, shell } = npm(['view', 'electron', 'version']);
const asked = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell, timeout: WAIT_MS });
if (asked.status !== 0) {
  say('The registry could not be asked whether this Electron is still supported.');
  process.exit(0);
}
const { ok, words } = supportOf(devDependencies.electron, asked.stdout.trim());
say(words);
process.exit(ok ? 0 : 1);
