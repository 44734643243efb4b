/** Starts the application, then Chromium, in the order Electron does. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { becomeReady } from './app.ts';
import { startBrowser } from './browser.ts';
import { application, chromiumSwitches, parsed } from './launch.ts';
import { exit, quitOnSignals } from './lifecycle.ts';
import { offerElectron } from './module-hook.ts';
import { becomeElectron } from './process-identity.ts';

const parentCheck = 500;

function report(what: string, error: unknown): void {
  process.stderr.write(`${what}\n${error instanceof Error ? error.stack : String(error)}\n`);
}

/** A dead parent must not leave this process behind, nor a broken pipe make it fail for ever. */
function guardProcess(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const parent = process.ppid;
  // Only under a test driver: otherwise the application may outlive the shell that started it.
  if (chromiumSwitches.has('remote-debugging-port'))
    setInterval(() => {
      if (process.ppid !== parent) void exit(1);
    }, parentCheck).unref();
  process.on('uncaughtException', (error) => {
    if (process.listenerCount('uncaughtException') > 1) return;
    report('App threw an error', error);
    void exit(1);
  });
}

/** Runs the application; ends the process with 1 when it or Chromium cannot be loaded. */
export async function start(): Promise<void> {
  becomeElectron();
  guardProcess();
  quitOnSignals();
  offerElectron();
  const isDriven = chromiumSwitches.has('remote-debugging-port');
  try {
    const require = createRequire(path.join(application.appPath, 'package.json'));
    for (const file of parsed.requires) require(path.resolve(file));
    if (application.isModule) await import(pathToFileURL(application.entry).href);
    else require(application.entry);
  } catch (error) {
    report('App threw an error during load', error);
    return exit(1);
  }
  try {
    const endpoint = await startBrowser();
    if (isDriven) process.stderr.write(`\n${endpoint}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return exit(1);
  }
  becomeReady();
}
