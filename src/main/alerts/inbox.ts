import type { Alert, AlertState, CampaignAlert, ConversationAlert, Severity } from '../../shared/models/alert.ts';
import type { Edge } from './evaluator.ts';

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
    if (known !== undefined && at - known.at < AGAIN_MS) {
      if (known.state === 'over') this.#set({ ...known, state: 'active' });
      return undefined;
    }
    const alert: Alert = {
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
    };
    this.#idOf.set(key, alert.id);
    this.#set(alert);
    this.#bound();
    return alert;
  }

  /** An alert about a campaign: one a rule and campaign, asked for anew only when the last one is older than a moment. */
  takeCampaign(
    { tenant, rule, campaign, said }: Pick<CampaignAlert, 'tenant' | 'rule' | 'campaign' | 'said'>,
    at: number,
  ): Alert | undefined {
    const key = `${tenant}\n${rule.id}\n${campaign.id}`;
    const known = this.#alerts.get(this.#idOf.get(key) ?? '');
    if (known !== undefined && at - known.at < AGAIN_MS) return undefined;
    const id = `a${++this.#serial}`;
    const alert: Alert = {
      about: 'campaign',
      id,
      tenant,
      rule,
      campaign,
      said,
      at,
      state: 'active',
      acknowledged: false,
    };
    this.#idOf.set(key, id);
    this.#set(alert);
    this.#bound();
    return alert;
  }

  /** What an alert about a campaign told is over. */
  endCampaign(tenant: string, rule: string, campaign: string): void {
    const known = this.#alerts.get(this.#idOf.get(`${tenant}\n${rule}\n${campaign}`) ?? '');
    if (known === undefined || known.state === 'over') return;
    const { snoozedUntil: _gone, ...rest } = known;
    this.#set({ ...rest, state: 'over' });
  }

  /** Marks why an alert was not told aloud. */
  silence(id: string, silent: NonNullable<Alert['silent']>): void {
    this.#change(id, (alert) => ({ ...alert, silent }));
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
      const { snoozedUntil: _gone, ...rest } = alert;
      woken.push({ ...rest, state: 'active' });
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
    const { snoozedUntil: _gone, ...rest } = alert;
    const by = taken && row.handler.name !== undefined ? { takenBy: row.handler.name } : {};
    this.#set({ ...rest, state, ...by });
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
