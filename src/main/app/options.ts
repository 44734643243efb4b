import { parseArgs } from 'node:util';

/** What the command line may say. Chromium's own switches pass through untouched. */
export interface LaunchOptions {
  /** Sign in to the embedded demo instance without a click. */
  readonly demo: boolean;
  /** Write a picture of the first real screen to this file and quit. */
  readonly screenshot?: string;
  /** Instance name or URL to fill in. */
  readonly instance?: string;
  /** Folder for settings, vault, drafts and journal instead of the system's. */
  readonly userData?: string;
  /** Managed configuration file, for where the system's location has none. */
  readonly managedConfig?: string;
}

/**
 * Reads the console's own options.
 * @param args the command line after the program and the app's folder; unknown words are left to Chromium.
 */
export function launchOptions(args: readonly string[]): LaunchOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      demo: { type: 'boolean' },
      screenshot: { type: 'string' },
      instance: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'managed-config': { type: 'string' },
    },
  });
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  const screenshot = text(values.screenshot);
  const instance = text(values.instance);
  const userData = text(values['user-data-dir']);
  const managedConfig = text(values['managed-config']);
  return {
    demo: values.demo === true,
    ...(screenshot === undefined ? {} : { screenshot }),
    ...(instance === undefined ? {} : { instance }),
    ...(userData === undefined ? {} : { userData }),
    ...(managedConfig === undefined ? {} : { managedConfig }),
  };
}
