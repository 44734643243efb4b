import type { Alert, AlertState, CampaignAlert, ConversationAlert, Severity } from '../../shared/models/alert.ts';
import type { Edge } from './evaluator.ts';
import type { RuleEdge } from './metrics/metric-watch.ts';

const MAX_ALERTS = 500;
/** A rule that flickers does not raise the same alert anew within this time. */
const AGAIN_MS = 60_000;
const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, critical: 2 };

/** Worse first: severity, then risk, then the older. */
export function worseFirst(a: Alert, b: Alert): number {
  return RANK[b.rule.severity] - RANK[a.rule.severity] || riskOf(b) - riskOf(a) || a.at - b.at;
}

const riskOf = (alert: Alert): number => (alert.about === 'conversation' ? alert.risk : -1);

/** Whether an alert still asks something of the operator. */
export function isOpen(alert: Alert): boolean {
  return alert.state === 'active' && !alert.acknowledged;
}

/** The alerts of this run, in memory only. Bounded: what needs nobody any more goes first. */
export class Inbox {
  readonly #alerts = new Map<string, Alert>();
  readonly #idOf = new Map<string, string>();
  #serial = 0;

  /** Newest first. */
  list(tenant?: string): readonly Alert[] {
    const all = [...this.#alerts.values()].reverse();
    return tenant === undefined ? all : all.filter((alert) => alert.tenant === tenant);
  }

  get(id: string): Alert | undefined {
    return this.#alerts.get(id);
  }

  /** Takes an edge; returns the alert that is new or asks again, undefined when there is nothing to tell. */
  take(tenant: string, edge: Edge, at: number): Alert | undefined {
    const key = `${tenant}\n${edge.rule.id}\n${edge.row.id}`;
    const known = this.#alerts.get(this.#idOf.get(key) ?? '');
    if (edge.kind === 'cleared') {
      if (known?.about === 'conversation') this.#close(known, edge);
      return undefined;
    }
    if (this.#flickers(known, at)) return undefined;
    return this.#add(key, {
      about: 'conversation',
      id: `a${++this.#serial}`,
      tenant,
      conversation: edge.row.id,
      contact: edge.row.contact.display,
      platform: edge.row.platform,
      risk: edge.row.risk?.level ?? -1,
      rule: { id: edge.rule.id, name: edge.rule.name, severity: edge.rule.severity },
      because: edge.because,
      at,
      state: 'active',
      acknowledged: false,
    });
  }

  /** The same for an edge of a rule on a metric: one alert a rule, while it holds. */
  takeMetric(tenant: string, { kind, rule, value }: RuleEdge, at: number): Alert | undefined {
    const key = `${tenant}\n${rule.id}`;
    const known = this.#alerts.get(this.#idOf.get(key) ?? '');
    if (kind === 'cleared') {
      // How long it is snoozed stays: a metric that dips for a moment must not make it loud again.
      if (known !== undefined) this.#set({ ...known, state: 'over' });
      return undefined;
    }
    if (known?.state === 'over' && (known.snoozedUntil ?? 0) > at) {
      this.#set({ ...known, state: 'snoozed' });
      return undefined;
    }
    if (this.#flickers(known, at)) return undefined;
    const { metric, labels, condition, forSeconds } = rule;
    return this.#add(key, {
      about: 'metric',
      id: `a${++this.#serial}`,
      tenant,
      rule: { id: rule.id, name: rule.name, severity: rule.severity },
      ...{ metric, labels, condition, forSeconds, at },
      ...(value !== undefined && { value }),
      state: 'active',
      acknowledged: false,
    });
  }

  /** The same for a campaign: one alert a rule and campaign. */
  takeCampaign(told: Pick<CampaignAlert, 'tenant' | 'rule' | 'campaign' | 'said'>, at: number): Alert | undefined {
    const key = `${told.tenant}\n${told.rule.id}\n${told.campaign.id}`;
    if (this.#flickers(this.#alerts.get(this.#idOf.get(key) ?? ''), at)) return undefined;
    const id = `a${++this.#serial}`;
    return this.#add(key, { about: 'campaign', id, ...told, at, state: 'active', acknowledged: false });
  }

  /** What an alert about a campaign told is over. */
  endCampaign(tenant: string, rule: string, campaign: string): void {
    const known = this.#alerts.get(this.#idOf.get(`${tenant}\n${rule}\n${campaign}`) ?? '');
    if (known !== undefined) this.#set({ ...withoutSnooze(known), state: 'over' });
  }

  /** A rule that was over and holds again within a short time is the same alert. */
  #flickers(known: Alert | undefined, at: number): boolean {
    if (known === undefined || at - known.at >= AGAIN_MS) return false;
    if (known.state === 'over') this.#set({ ...known, state: 'active' });
    return true;
  }

  #add(key: string, alert: Alert): Alert {
    this.#idOf.set(key, alert.id);
    this.#set(alert);
    this.#bound();
    return alert;
  }

  /** Marks why an alert was not told aloud; undefined when it will be after all. */
  silence(id: string, silent: Alert['silent']): void {
    this.#change(id, ({ silent: _, ...alert }) => (silent === undefined ? alert : { ...alert, silent }));
  }

  /** Seen: nothing repeats and nothing counts any more. */
  acknowledge(ids: readonly string[]): void {
    for (const id of ids) this.#change(id, (alert) => ({ ...alert, acknowledged: true }));
  }

  snooze(ids: readonly string[], until: number): void {
    for (const id of ids) {
      this.#change(id, (alert) =>
        alert.state === 'active' || alert.state === 'snoozed'
          ? { ...alert, state: 'snoozed', snoozedUntil: until }
          : alert,
      );
    }
  }

  /** Wakes what was snoozed long enough; returns those alerts. */
  wake(now: number): readonly Alert[] {
    const woken: Alert[] = [];
    for (const alert of this.#alerts.values()) {
      if (alert.state !== 'snoozed' || (alert.snoozedUntil ?? 0) > now) continue;
      woken.push({ ...withoutSnooze(alert), state: 'active' });
    }
    for (const alert of woken) this.#set(alert);
    return woken;
  }

  clear(): void {
    this.#alerts.clear();
    this.#idOf.clear();
  }

  #close(alert: ConversationAlert, { row }: Edge): void {
    if (alert.state === 'taken' || alert.state === 'ended') return;
    const taken = row.handler.kind === 'human' && !row.ended;
    const state: AlertState = row.ended ? 'ended' : taken ? 'taken' : 'over';
    const by = taken && row.handler.name !== undefined ? { takenBy: row.handler.name } : {};
    this.#set({ ...withoutSnooze(alert), state, ...by });
  }

  #change(id: string, change: (alert: Alert) => Alert): void {
    const alert = this.#alerts.get(id);
    if (alert !== undefined) this.#set(change(alert));
  }

  #set(alert: Alert): void {
    this.#alerts.set(alert.id, alert);
  }

  #bound(): void {
    if (this.#alerts.size <= MAX_ALERTS) return;
    const oldest = [...this.#alerts.values()];
    const victim = oldest.find((alert) => !isOpen(alert)) ?? oldest[0];
    if (victim !== undefined) this.#alerts.delete(victim.id);
  }
}

function withoutSnooze<A extends Alert>(alert: A): Omit<A, 'snoozedUntil'> & A {
  const { snoozedUntil: _gone, ...rest } = alert;
  return rest as Omit<A, 'snoozedUntil'> & A;
}
