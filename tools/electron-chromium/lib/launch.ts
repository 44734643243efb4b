/** What this process was asked to run. Read once, before anything else looks at `process.argv`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findApp } from './find-app.ts';
import { parseArguments, parseSwitch } from './parse-arguments.ts';

const [node = process.execPath, , ...argumentsGiven] = process.argv;

/** The Node binary under this process: child processes run on it. */
export const nodeBinary = node;
/** The `electron` script, which the application sees as its executable. */
export const executable = process.env['ELECTRON_CHROMIUM_EXECUTABLE'] ?? node;
delete process.env['ELECTRON_CHROMIUM_EXECUTABLE'];

export const parsed = parseArguments(argumentsGiven);
export const argv = [executable, ...argumentsGiven];

const target = path.resolve(parsed.application ?? path.join(path.dirname(executable), 'resources', 'app'));

function find() {
  try {
    return findApp(target);
  } catch (error) {
    process.stderr.write(`Unable to find Electron app at ${target}\n${String(error)}\n`);
    process.exit(1);
  }
}

export const application = find();

/** Switches Chromium is started with; `app.commandLine` adds to them until then. */
export const chromiumSwitches = new Map<string, string>();
/** Switches among the application's own arguments: readable by it, not passed on. */
export const applicationSwitches = new Map<string, string>();

for (const [from, to] of [
  [parsed.chromiumSwitches, chromiumSwitches],
  [parsed.rest, applicationSwitches],
] as const) {
  for (const argument of from) {
    const found = parseSwitch(argument);
    if (found) to.set(found.name, found.value);
  }
}

/** A folder of this process alone, removed when it ends. */
export const temporaryFolder = mkdtempSync(path.join(tmpdir(), 'electron-chromium-'));
process.on('exit', () => {
  try {
    rmSync(temporaryFolder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Chromium may still be writing its last files; the system's own cleaning takes them.
  }
});
