import { z } from 'zod';
import type { Labels } from './metric.ts';
import type { MetricCondition, MetricRule } from './metric-rule.ts';
import { SEVERITIES, type Severity } from './severity.ts';

export type { Severity } from './severity.ts';

/** One thing that must hold of a live conversation. */
export const alertConditionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('risk'), atLeast: z.number().int().min(0).max(4) }),
  /** The mood of the last turn, -1 to 1. */
  z.object({ kind: z.literal('sentiment'), below: z.number().min(-1).max(1) }),
  /** The customer has waited for a person so long. */
  z.object({ kind: z.literal('wait'), seconds: z.number().int().min(1).max(86_400) }),
  /** The customer said one of these words; case and accents do not count. */
  z.object({ kind: z.literal('keyword'), words: z.array(z.string().trim().min(1).max(60)).min(1).max(30) }),
  /** A function call failed; any function where no name is given. */
  z.object({ kind: z.literal('function-failed'), name: z.string().trim().max(200).default('') }),
  /** The customer waits in a queue where at least so many wait; any queue where no skill is given. */
  z.object({
    kind: z.literal('queue'),
    skill: z.string().trim().max(200).default(''),
    atLeast: z.number().int().min(1).max(100_000),
  }),
]);
export type AlertCondition = z.infer<typeof alertConditionSchema>;
export type ConditionKind = AlertCondition['kind'];

export const alertRuleSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().trim().min(1).max(120),
  enabled: z.boolean(),
  severity: z.enum(SEVERITIES),
  match: z.enum(['all', 'any']),
  /** As many as one likes; the bound is a guard. */
  conditions: z.array(alertConditionSchema).min(1).max(200),
  /** Also while a person has the conversation. */
  whenHandled: z.boolean().default(false),
});
export type AlertRule = z.infer<typeof alertRuleSchema>;
export const alertRulesSchema = z.array(alertRuleSchema).max(200);

/** Sounds that the console can make; by their names so that they are told apart from another room. */
export const TUNES = ['drop', 'bell', 'chime', 'knock', 'alarm', 'siren'] as const;
export type Tune = (typeof TUNES)[number];
const sound = (tune: Tune) =>
  z.object({ on: z.boolean(), volume: z.number().min(0).max(1), tune: z.enum(TUNES).default(tune) });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** How loud and how often; of this operator on this machine. */
export const alertPreferencesSchema = z.object({
  notifications: z.boolean().default(true),
  /** Notifications a minute; beyond it only a worse one is shown, in the place of the mildest. */
  perMinute: z.number().int().min(1).max(60).default(6),
  /** Again every so many seconds until seen; 0: once. */
  repeatSeconds: z.number().int().min(0).max(3600).default(30),
  quiet: z
    .object({ on: z.boolean(), from: clockTime, to: clockTime, butCritical: z.boolean() })
    .default({ on: false, from: '22:00', to: '07:00', butCritical: true }),
  sounds: z.object({ info: sound('drop'), warning: sound('chime'), critical: sound('alarm') }).default({
    info: { on: false, volume: 0.4, tune: 'drop' },
    warning: { on: true, volume: 0.5, tune: 'chime' },
    critical: { on: true, volume: 0.8, tune: 'alarm' },
  }),
});
export type AlertPreferences = z.infer<typeof alertPreferencesSchema>;

/** One condition that held, and by what: the answer to *why did I get this?* */
export interface Evidence {
  readonly condition: AlertCondition;
  /** The level, mood, seconds, word, function or count that was seen. */
  readonly seen: string | number;
  /** The message that said the word. */
  readonly message?: string;
}

export type AlertState = 'active' | 'snoozed' | 'taken' | 'ended' | 'over';

interface AlertCommon {
  readonly id: string;
  readonly tenant: string;
  readonly rule: { readonly id: string; readonly name: string; readonly severity: Severity };
  /** Epoch ms, this machine's clock. */
  readonly at: number;
  /** `taken`, `ended`, `over`: nothing is asked of the operator any more. */
  readonly state: AlertState;
  readonly snoozedUntil?: number;
  readonly acknowledged: boolean;
  /** Why it was only put here: beyond the budget, in quiet hours, or notifications are off. */
  readonly silent?: 'budget' | 'quiet' | 'off';
}

/** One rule that came true of one conversation. */
export interface ConversationAlert extends AlertCommon {
  readonly about: 'conversation';
  readonly conversation: string;
  /** What the operator recognises it by. */
  readonly contact: string;
  readonly platform: string;
  readonly risk: number;
  readonly because: readonly Evidence[];
  readonly takenBy?: string;
}

/** One rule that came true of a metric. */
export interface MetricAlert extends AlertCommon {
  readonly about: 'metric';
  readonly metric: string;
  readonly labels: Labels;
  readonly condition: MetricCondition;
  readonly forSeconds: number;
  /** What it was; absent when there was no value. */
  readonly value?: number;
}

/** A breaker that tripped on a campaign, or a dispatcher that stands still. */
export interface CampaignAlert extends AlertCommon {
  readonly about: 'campaign';
  readonly campaign: { readonly id: string; readonly name: string };
  /** What was seen, in the console's language. */
  readonly said: string;
}

export type Alert = ConversationAlert | MetricAlert | CampaignAlert;

/** What of the last minutes a rule can be tried against. */
export interface RecordingSpan {
  readonly from?: number;
  readonly to?: number;
  readonly entries: number;
}

export interface AlertsView {
  readonly rules: readonly AlertRule[];
  readonly metricRules: readonly MetricRule[];
  readonly preferences: AlertPreferences;
  /** Newest first. */
  readonly inbox: readonly Alert[];
  readonly recording: RecordingSpan;
}

export interface TrialHit {
  readonly conversation: string;
  readonly contact: string;
  readonly at: number;
  readonly because: readonly Evidence[];
}

/** What a rule would have done to the traffic that was recorded. */
export interface TrialResult {
  readonly recording: RecordingSpan;
  readonly count: number;
  /** The first ones. */
  readonly hits: readonly TrialHit[];
}

/** A sound for the window to play. */
export interface AlertSound {
  readonly serial: number;
  readonly severity: Severity;
  readonly volume: number;
  readonly tune: Tune;
}

/** What every window shows of the alerts, whatever it shows otherwise. */
export interface AlertsGlance {
  /** Alerts of all watched tenants that ask for a look. */
  readonly open: number;
}
