import { z } from 'zod';
import {
  type AlertPreferences,
  type AlertRule,
  alertPreferencesSchema,
  alertRulesSchema,
} from '../../shared/models/alert.ts';
import { type MetricRule, metricRulesSchema } from '../../shared/models/metric-rule.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

/** The rules of each tenant and how loud alerts are; kept in the settings of this machine, nothing of it secret. */
export interface AlertBook {
  rules(tenant: string): readonly AlertRule[];
  setRules(tenant: string, rules: readonly AlertRule[]): void;
  metricRules(tenant: string): readonly MetricRule[];
  setMetricRules(tenant: string, rules: readonly MetricRule[]): void;
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

/** What a tenant starts with on its metrics: to be tried, and switched on. */
export function firstMetricRules(language: 'en' | 'fr'): readonly MetricRule[] {
  const french = language === 'fr';
  const base = { enabled: false, labels: {}, minSamples: 0 } as const;
  return [
    {
      ...base,
      id: 'voice-at-cap',
      name: french ? 'Appels en attente de canal' : 'Calls wait for a channel',
      severity: 'critical',
      metric: 'voice.queued',
      condition: { kind: 'threshold', side: 'above', value: 0 },
      forSeconds: 60,
    },
    {
      ...base,
      id: 'functions-failing',
      name: french ? 'Les fonctions échouent' : 'Functions fail',
      severity: 'warning',
      metric: 'functions.failureRate',
      condition: { kind: 'threshold', side: 'above', value: 25 },
      forSeconds: 60,
      minSamples: 20,
    },
    {
      ...base,
      id: 'containment-falls',
      name: french ? 'L’autonomie de l’IA chute' : 'AI containment falls',
      severity: 'warning',
      metric: 'ai.containment',
      condition: { kind: 'rate', direction: 'down', by: 10, percent: false, minutes: 30 },
      forSeconds: 0,
      minSamples: 20,
    },
    {
      ...base,
      id: 'metrics-silent',
      name: french ? 'Plus de mesures' : 'Metrics have stopped',
      severity: 'info',
      metric: 'conversations.inProgress',
      condition: { kind: 'absence' },
      forSeconds: 300,
    },
  ];
}

export function alertBook(settings: SettingsStore, language: () => 'en' | 'fr'): AlertBook {
  const rules = settings.section('alertRules', z.object({ byTenant: z.record(z.string(), alertRulesSchema) }), {
    byTenant: {},
  });
  const metricRules = settings.section('metricRules', z.object({ byTenant: z.record(z.string(), metricRulesSchema) }), {
    byTenant: {},
  });
  const loudness = settings.section('alerts', alertPreferencesSchema, alertPreferencesSchema.parse({}));
  return {
    rules: (tenant) => rules.get().byTenant[tenant] ?? firstRules(language()),
    setRules: (tenant, next) => rules.set({ byTenant: { ...rules.get().byTenant, [tenant]: [...next] } }),
    metricRules: (tenant) => metricRules.get().byTenant[tenant] ?? firstMetricRules(language()),
    setMetricRules: (tenant, next) =>
      metricRules.set({ byTenant: { ...metricRules.get().byTenant, [tenant]: [...next] } }),
    tenants: () => [...new Set([...Object.keys(rules.get().byTenant), ...Object.keys(metricRules.get().byTenant)])],
    preferences: () => loudness.get(),
    setPreferences: (next) => loudness.set(next),
  };
}
