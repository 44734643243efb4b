import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { InstanceSettingsService } from '../../auth/instance-settings.ts';

/** Handlers of the `instance` group. */
export function instanceHandlers(instance: InstanceSettingsService): Handlers['instance'] {
  return {
    get: () => instance.view(),
    resolve: ({ instance: typed }) => instance.resolve(typed),
    save: (settings) => instance.save(settings),
  };
}
