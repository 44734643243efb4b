import { randomUUID } from 'node:crypto';
import type { StreamSource } from '../../../shared/ipc/contract.ts';
import type { CampaignAlert } from '../../../shared/models/alert.ts';
import type { BreakerReading, BreakersView, BreakerTrip, Safety } from '../../../shared/models/breaker.ts';
import type { CampaignSummary } from '../../../shared/models/campaign.ts';
import type { Dispatcher } from '../../../shared/models/dispatcher.ts';
import { noteInJournal } from '../../commands/acts/act-record.ts';
import type { RunAct } from '../../commands/acts/run-act.ts';
import type { Me } from '../../commands/identity.ts';
import type { Journal } from '../../commands/journal/journal.ts';
import { NewestValue } from '../../live/newest-value.ts';
import type { CampaignApi } from '../../platform/campaigns/campaign-api.ts';
import type { Clock } from '../../storage/clock.ts';
import type { Log } from '../../storage/log.ts';
import { dispatcherAct } from '../acts/dispatcher-act.ts';
import { OutcomeWindow } from './outcome-window.ts';
import type { SentryWords } from './sentry-words.ts';
import { StandstillWatch } from './standstill-watch.ts';

const KEPT_TRIPS = 50;

export interface SentryDeps {
  readonly tenant: string;
  readonly api: CampaignApi;
  readonly safety: () => Safety;
  readonly run: RunAct;
  readonly journal: Journal;
  readonly me: () => Me | undefined;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly words: () => SentryWords;
  readonly alerts: {
    raise(alert: Pick<CampaignAlert, 'tenant' | 'rule' | 'campaign' | 'said'>): void;
    end(tenant: string, rule: string, campaign: string): void;
  };
}

/**
 * Looks at a tenant's campaigns after each reading: trips the operator's breakers, and tells of dispatchers that stand
 * still. It may pause a campaign where a breaker says so; it never starts or resumes one.
 */
export class Sentry {
  readonly #deps: SentryDeps;
  readonly #windows = new Map<string, OutcomeWindow>();
  readonly #standstill: StandstillWatch;
  readonly #newest = new NewestValue<BreakersView>(() => this.view());
  #campaigns: readonly CampaignSummary[] = [];
  #trips: readonly BreakerTrip[] = [];
  #pausing = new Set<string>();

  constructor(deps: SentryDeps) {
    this.#deps = deps;
    const { tenant, api, clock, alerts } = deps;
    this.#standstill = new StandstillWatch({
      api,
      clock,
      stuckAfterMs: () => deps.safety().stuckMinutes * 60_000,
      onStuck: ({ id, name }, { cause, since }, at) => {
        const words = deps.words();
        const said = words.stuckBecause(cause, Math.floor((at - since) / 60_000));
        alerts.raise({
          tenant,
          rule: { id: 'stuck', name: words.stuck, severity: 'warning' },
          campaign: { id, name },
          said,
        });
      },
      onMoving: (id) => alerts.end(tenant, 'stuck', id),
    });
  }

  view(): BreakersView {
    const { breakers, stuckMinutes } = this.#deps.safety();
    return { breakers, stuckMinutes, readings: this.#readings(), trips: this.#trips };
  }

  open(changed: () => void): StreamSource<BreakersView> {
    return this.#newest.open(changed);
  }

  /** The breakers were changed. */
  changed(): void {
    this.#newest.wake();
  }

  /** Takes a reading of all campaigns. Resolves when what it led to has ended. */
  async look(campaigns: readonly CampaignSummary[]): Promise<void> {
    const now = this.#deps.clock.now();
    this.#campaigns = campaigns;
    const running = campaigns.filter(({ state }) => state === 'running');
    for (const { id, outcomes } of running) {
      const window = this.#windows.get(id) ?? new OutcomeWindow();
      this.#windows.set(id, window);
      window.add(outcomes, now);
    }
    const known = new Set(running.map(({ id }) => id));
    // A campaign that rests is judged anew when it runs again.
    for (const id of this.#windows.keys()) if (!known.has(id)) this.#windows.delete(id);
    const tripped = this.#readings().filter(({ above }) => above);
    await Promise.all([...tripped.map((reading) => this.#trip(reading, now)), this.#standstill.look(campaigns)]);
    this.#newest.wake();
  }

  #readings(): readonly BreakerReading[] {
    const now = this.#deps.clock.now();
    return this.#deps
      .safety()
      .breakers.filter(({ enabled }) => enabled)
      .flatMap((breaker) =>
        [...this.#windows].flatMap(([id, window]) =>
          breaker.campaignId === undefined || breaker.campaignId === id ? (window.reading(breaker, id, now) ?? []) : [],
        ),
      );
  }

  async #trip(reading: BreakerReading, now: number): Promise<void> {
    const { tenant, safety, alerts, words } = this.#deps;
    const breaker = safety().breakers.find(({ id }) => id === reading.breakerId);
    const campaign = this.#campaigns.find(({ id }) => id === reading.campaignId);
    if (breaker === undefined || campaign === undefined) return;
    // What tripped it must not trip it again at the next reading.
    this.#windows.get(campaign.id)?.restart();
    const { id, name } = campaign;
    const pauses = breaker.action === 'pause';
    const trip: BreakerTrip = {
      id: randomUUID(),
      tenant,
      campaignId: id,
      campaignName: name,
      breaker,
      reading,
      at: now,
      ...(pauses && { paused: 'under-way' }),
    };
    this.#trips = [trip, ...this.#trips].slice(0, KEPT_TRIPS);
    this.#newest.wake();
    const say = words();
    alerts.raise({
      tenant,
      rule: { id: `breaker-${breaker.id}`, name: say.breaker(breaker), severity: pauses ? 'critical' : 'warning' },
      campaign: { id, name },
      said: say.tripped(breaker, reading),
    });
    await this.#note(trip);
    if (pauses) await this.#pause(trip);
  }

  async #note({ tenant, campaignId, campaignName, breaker, reading }: BreakerTrip): Promise<void> {
    const { journal, me, log } = this.#deps;
    const { metric, abovePercent, windowMinutes, minimumCalls, action } = breaker;
    const { calls, counted, percent } = reading;
    const facts = { metric, abovePercent, windowMinutes, minimumCalls, action, calls, counted, percent };
    const campaign = { id: campaignId, name: campaignName };
    const subject = { kind: 'campaign' as const, ids: [campaignId], campaign };
    await noteInJournal(journal, { name: 'breakerTripped', tenant, me: me() ?? {}, subject, facts }).catch(() =>
      log.error('breakers: a trip could not be journaled'),
    );
  }

  async #pause({ id, tenant, campaignId, campaignName, breaker }: BreakerTrip): Promise<void> {
    if (this.#pausing.has(campaignId)) return;
    this.#pausing.add(campaignId);
    const campaign = { id: campaignId, name: campaignName };
    const act = dispatcherAct(this.#deps.api, {
      tenant,
      campaign,
      verb: 'pause',
      expected: { state: undefined },
      facts: { breaker: breaker.id },
    });
    const { outcome: paused } = await this.#deps.run<Dispatcher>(act);
    this.#pausing.delete(campaignId);
    this.#trips = this.#trips.map((trip) => (trip.id === id ? { ...trip, paused } : trip));
    this.#newest.wake();
  }
}
