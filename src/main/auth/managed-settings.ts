import { posix, win32 } from 'node:path';
import { z } from 'zod';
import type { DeskPolicy } from '../../shared/models/desk.ts';
import { type InstanceSettings, instanceSettingsSchema } from '../../shared/models/instance.ts';
import { type Policy, policySchema } from '../../shared/models/preferences.ts';
import { readTextIfPresent } from '../storage/atomic-file.ts';

/** Fields that a fleet may preset; `embedded` says whether the demo instance is used. */
const presetSchema = instanceSettingsSchema.partial();

const deskPolicySchema = z.object({ allowed: z.boolean().default(true), wipeAtSignOut: z.boolean().optional() });

const managedSchema = z.object({
  settings: presetSchema.default({}),
  /** Fields that the operator cannot change, or `all` of those given in `settings`. */
  locked: z.union([z.literal('all'), z.array(instanceSettingsSchema.keyof())]).default([]),
  /** What operators cannot choose themselves. */
  policy: policySchema.extend({ desk: deskPolicySchema.optional() }).default({}),
});

/** What whoever manages the fleet has decided. */
export interface ManagedSettings {
  readonly preset: Partial<InstanceSettings>;
  readonly locked: readonly (keyof InstanceSettings)[];
  readonly policy: Policy;
  /** Whether transcripts may be kept on this machine, and for how long. */
  readonly desk: DeskPolicy;
  /** The file, when there is one that could not be used. */
  readonly invalidFile?: string;
}

const NONE: ManagedSettings = { preset: {}, locked: [], policy: {}, desk: { allowed: true } };

/**
 * Where a managed configuration file is looked for: places that only an administrator can write.
 *
 * | OS | file |
 * |---|---|
 * | Linux | `/etc/dialai-console/managed.json` |
 * | macOS | `/Library/Application Support/Dialai Console/managed.json` |
 * | Windows | `%ProgramData%\Dialai Console\managed.json` |
 */
export function managedFileOf(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): string {
  switch (platform) {
    case 'win32':
      return win32.join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Dialai Console', 'managed.json');
    case 'darwin':
      return posix.join('/Library/Application Support/Dialai Console', 'managed.json');
    default:
      return '/etc/dialai-console/managed.json';
  }
}

/** Reads the managed configuration. A file that does not hold is reported and otherwise as if it were not there. */
export async function readManagedSettings(file: string): Promise<ManagedSettings> {
  try {
    const text = await readTextIfPresent(file);
    if (text === undefined) return NONE;
    const { settings, locked, policy: all } = managedSchema.parse(JSON.parse(text.replace(/^\uFEFF/u, '')));
    const { desk = NONE.desk, ...policy } = all;
    const preset = withoutUndefined(settings);
    return {
      preset,
      locked: locked === 'all' ? instanceSettingsSchema.keyof().options.filter((key) => key in preset) : locked,
      policy,
      desk,
    };
  } catch {
    return { ...NONE, invalidFile: file };
  }
}

/**
 * The managed configuration in force: the system's own file wherever there is one, so that nobody gets around a lock by
 * the command line; else the one that was named there.
 * @param named file of `--managed-config`
 */
export async function readManagedInForce(systemFile: string, named: string | undefined): Promise<ManagedSettings> {
  const system = await readManagedSettings(systemFile);
  return system === NONE && named !== undefined ? readManagedSettings(named) : system;
}

function withoutUndefined(settings: z.output<typeof presetSchema>): Partial<InstanceSettings> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
