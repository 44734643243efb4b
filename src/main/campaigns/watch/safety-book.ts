import { z } from 'zod';
import { type Safety, safetySchema } from '../../../shared/models/breaker.ts';
import type { SettingsStore } from '../../storage/settings-store.ts';

/** The breakers of each tenant; kept in the settings of this machine, nothing of it secret. */
export interface SafetyBook {
  get(tenant: string): Safety;
  set(tenant: string, safety: Safety): void;
  /** Tenants in which a breaker is on. */
  armed(): readonly string[];
}

export function safetyBook(settings: SettingsStore): SafetyBook {
  const section = settings.section('campaignSafety', z.object({ byTenant: z.record(z.string(), safetySchema) }), {
    byTenant: {},
  });
  return {
    get: (tenant) => section.get().byTenant[tenant] ?? safetySchema.parse({}),
    set: (tenant, safety) => section.set({ byTenant: { ...section.get().byTenant, [tenant]: safety } }),
    armed: () =>
      Object.entries(section.get().byTenant).flatMap(([tenant, { breakers }]) =>
        breakers.some(({ enabled }) => enabled) ? [tenant] : [],
      ),
  };
}
