import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { PreferencesService } from '../../app/preferences.ts';
import { valueSource } from '../value-source.ts';

/** Handlers of the `preferences` group. */
export function preferencesHandlers(preferences: PreferencesService): Handlers['preferences'] {
  return {
    state: (_input, changed) => valueSource(preferences.view, preferences.subscribe, changed),
    change: (patch) => preferences.change(patch),
  };
}
