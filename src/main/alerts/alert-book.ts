import { z } from 'zod';
import {
  type AlertPreferences,
  type AlertRule,
  alertPreferencesSchema,
  alertRulesSchema,
} from '../../shared/models/alert.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

/** The rules of each tenant and how loud alerts are; kept in the settings of this machine, nothing of it secret. */
export interface AlertBook {
  rules(tenant: string): readonly AlertRule[];
  setRules(tenant: string, rules: readonly AlertRule[]): void;
  /** Tenants whose rules somebody wrote. */
  tenants(): readonly string[];
  preferences(): AlertPreferences;
  setPreferences(preferences: AlertPreferences): void;
}

/** What a tenant starts with: one rule that is on, the others to try and switch on. */
export function firstRules(language: 'en' | 'fr'): readonly AlertRule[] {
  const french = language === 'fr';
  const base = { match: 'all', whenHandled: false } as const;
  return [
    {
      ...base,
      id: 'critical-risk',
      name: french ? 'Risque critique' : 'Critical risk',
      enabled: true,
      severity: 'critical',
      conditions: [{ kind: 'risk', atLeast: 4 }],
    },
    {
      ...base,
      id: 'long-wait',
      name: french ? 'Longue attente' : 'Long wait',
      enabled: false,
      severity: 'warning',
      conditions: [{ kind: 'wait', seconds: 120 }],
    },
    {
      ...base,
      id: 'function-failed',
      name: french ? 'Fonction en échec' : 'Function failed',
      enabled: false,
      severity: 'info',
      conditions: [{ kind: 'function-failed', name: '' }],
    },
  ];
}

export function alertBook(settings: SettingsStore, language: () => 'en' | 'fr'): AlertBook {
  const rules = settings.section('alertRules', z.object({ byTenant: z.record(z.string(), alertRulesSchema) }), {
    byTenant: {},
  });
  const loudness = settings.section('alerts', alertPreferencesSchema, alertPreferencesSchema.parse({}));
  return {
    rules: (tenant) => rules.get().byTenant[tenant] ?? firstRules(language()),
    setRules: (tenant, next) => rules.set({ byTenant: { ...rules.get().byTenant, [tenant]: [...next] } }),
    tenants: () => Object.keys(rules.get().byTenant),
    preferences: () => loudness.get(),
    setPreferences: (next) => loudness.set(next),
  };
}
