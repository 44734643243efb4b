import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { Platform } from '../../platform/create-platform.ts';

/** Handlers of the `binding` group. @param tenants whose tokens may open the instance's API description. */
export function bindingHandlers(platform: Platform, tenants: () => readonly string[]): Handlers['binding'] {
  return {
    report: () => platform.report(),
    refresh: () => platform.refresh(tenants()),
    override: ({ operation, target }) => platform.setOverride(operation, target),
  };
}
