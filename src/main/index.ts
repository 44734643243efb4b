import { app } from 'electron';
import { launchOptions } from './app/options.ts';
import { applyProfile } from './app/profile.ts';
import { run } from './app/run.ts';
import { registerAppScheme } from './security/app-scheme.ts';

// The order matters: profile before the lock that lives in it, scheme and sandbox before `ready`.
const options = launchOptions(process.argv.slice(1));
applyProfile(options);
registerAppScheme();
// Where the system has no sandbox to offer (root on Linux) the switch was given; enableSandbox would remove it.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
if (app.requestSingleInstanceLock()) void run(options);
else app.quit();
