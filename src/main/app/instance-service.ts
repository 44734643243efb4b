import type { InstanceSettings } from '../../shared/models/instance.ts';
import {
  createInstanceSettings,
  type InstanceSettingsService,
  withEmbeddedAddress,
} from '../auth/instance-settings.ts';
import type { ManagedSettings } from '../auth/managed-settings.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { EmbeddedAddress, EmbeddedInstance } from './embedded-instance.ts';
import type { LaunchOptions } from './options.ts';

/** The instance the console works with, the embedded one included. */
export interface InstanceService extends InstanceSettingsService {
  /** Settings with the embedded instance's addresses filled in, as far as it runs. */
  inForce(): InstanceSettings;
  /** Starts the embedded instance when it is the one in use. Throws FailureError when it does not come up. */
  prepare(): Promise<void>;
}

/**
 * Puts the instance's settings together.
 * @param managed what the fleet's managed file says
 * @param options `--demo` chooses the embedded instance, `--instance` fills one in; neither is stored.
 */
export function createInstanceService(
  settings: SettingsStore,
  managed: ManagedSettings,
  embedded: EmbeddedInstance,
  options: LaunchOptions,
): InstanceService {
  // Plain http only ever towards a literal loopback address: the embedded instance, or `npm run simulator`.
  const service = createInstanceSettings(settings, managed, { allowLoopback: true });
  let address: EmbeddedAddress | undefined;
  const chosen = (): InstanceSettings => {
    const { settings: stored } = service.view();
    return options.demo ? { ...stored, embedded: true } : stored;
  };
  return {
    ...service,
    inForce: () => (chosen().embedded && address !== undefined ? withEmbeddedAddress(chosen(), address) : chosen()),
    async prepare() {
      if (chosen().embedded) address = await embedded.address();
    },
  };
}
