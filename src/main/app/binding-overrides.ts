import { z } from 'zod';
import { OPERATION_IDS } from '../../shared/models/operation.ts';
import type { OverrideStore } from '../platform/create-platform.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

const target = z.object({ method: z.string(), path: z.string() });
const schema = z.object({ byApi: z.record(z.string(), z.partialRecord(z.enum(OPERATION_IDS), target)) });

/** Keeps the operations an administrator bound by hand in the settings, per API address. */
export function bindingOverrides(settings: SettingsStore): OverrideStore {
  const section = settings.section('bindings', schema, { byApi: {} });
  return {
    load: async (apiUrl) => section.get().byApi[apiUrl] ?? {},
    save: async (apiUrl, overrides) => section.set({ byApi: { ...section.get().byApi, [apiUrl]: overrides } }),
  };
}
