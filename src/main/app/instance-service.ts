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
 * @param options `--demo` chooses the embedded instance; `--instance` fills one in until the operator saves another.
 *   Neither is stored, and neither gets around a lock.
 */
export function createInstanceService(
  settings: SettingsStore,
  managed: ManagedSettings,
  embedded: Pick<EmbeddedInstance, 'address'>,
  options: Pick<LaunchOptions, 'demo' | 'instance'>,
): InstanceService {
  // Plain http only ever towards a literal loopback address: the embedded instance, or `npm run simulator`.
  const service = createInstanceSettings(settings, managed, { allowLoopback: true });
  let filledIn = options.instance;
  let address: EmbeddedAddress | undefined;
  const shown = (): InstanceSettings => {
    const { settings: stored } = service.view();
    return filledIn === undefined ? stored : resolved(service, filledIn, stored);
  };
  const chosen = (): InstanceSettings => (options.demo ? { ...shown(), embedded: true } : shown());
  return {
    ...service,
    view: () => ({ ...service.view(), settings: shown() }),
    save(next) {
      filledIn = undefined;
      return service.save(next);
    },
    inForce: () => (chosen().embedded && address !== undefined ? withEmbeddedAddress(chosen(), address) : chosen()),
    async prepare() {
      if (chosen().embedded) address = await embedded.address();
    },
  };
}

/** A name that leads nowhere is filled in all the same: the form says what is wrong with it. */
function resolved(service: InstanceSettingsService, instance: string, stored: InstanceSettings): InstanceSettings {
  try {
    return service.resolve(instance);
  } catch {
    return { ...stored, instance, apiUrl: '', issuer: '', embedded: false };
  }
}
