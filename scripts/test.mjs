import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, say } from './lib/install.mjs';

ensureInstalled();
const { chooseRuntime } = await import('./lib/runtime.mjs');
const { ensureBuilt } = await import('./lib/built.mjs');
const { runNode, runTool, tools } = await import('./lib/run.mjs');
const { countPlaywright, countVitest } = await import('./lib/counts.mjs');

const runtime = chooseRuntime();
const folder = mkdtempSync(join(tmpdir(), 'dialai-test-'));
const env = { ...runtime.env, DIALAI_RUNTIME: runtime.name };
await ensureBuilt();
const staticCode = await runNode(['scripts/check.mjs', '--static']);

say('── unit tests');
const unitFile = join(folder, 'unit.json');
const unitCode = await runTool(tools.vitest, [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitFile}`,
]);

let e2eCode = 0;
/** @type {{ passed: number, failed: number, skipped: number }[]} */
const counts = [countVitest(read(unitFile))];
for (const [name, config] of [
  ['the runtime of closed networks', 'tools/electron-chromium/playwright.config.ts'],
  ['end-to-end tests', 'playwright.config.ts'],
]) {
  if (runtime.name === 'electron' && config?.startsWith('tools/')) continue;
  say(`── ${name}`);
  const file = join(folder, `${counts.length}.json`);
  const code = await runTool(tools.playwright, ['test', '-c', String(config), '--reporter=list,json'], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  e2eCode ||= code;
  counts.push(countPlaywright(read(file)));
}
rmSync(folder, { recursive: true, force: true });

const total = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
  counts.reduce((sum, count) => sum + count[key], 0);
// A step that broke without a failed test (types, lint, a crash of the runner) is a failure all the same.
const broken = [staticCode, unitCode, e2eCode].some((code) => code !== 0);
if (staticCode !== 0) say('npm run check found problems; see above.');
const skipped = total('skipped');
say(
  `${total('passed')} passed, ${Math.max(total('failed'), broken ? 1 : 0)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exit(broken ? 1 : 0);

/** @param {string} file @returns {unknown} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
