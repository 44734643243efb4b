import type { StreamSource } from '../../../shared/ipc/contract.ts';
import type { Campaign } from '../../../shared/models/campaign.ts';
import type { CampaignDetailView } from '../../../shared/models/campaign-views.ts';
import type { Dispatcher, Forecast } from '../../../shared/models/dispatcher.ts';
import { type Failure, failureOf } from '../../../shared/models/failure.ts';
import { NewestValue } from '../../live/newest-value.ts';
import type { CampaignApi } from '../../platform/campaigns/campaign-api.ts';
import { present } from '../../platform/decode/present.ts';
import type { Clock } from '../../storage/clock.ts';
import { instanceNow } from '../watch/instance-now.ts';
import { MOVES, stuckOf, waitingOf } from '../watch/stuck.ts';
import type { PaceBook } from './pace-book.ts';
import { Poller } from './poller.ts';

/** Milliseconds between two readings of one campaign. */
const DETAIL_MS = 3_000;
/** The forecast goes through all contacts at the instance, so it is asked for less often. */
const FORECAST_MS = 30_000;

export interface WatchDeps {
  readonly api: CampaignApi;
  readonly id: string;
  readonly clock: Clock;
  readonly random: () => number;
  /** How long a dispatcher may stand still before it counts as stuck, ms. */
  readonly stuckAfterMs: () => number;
  /** How the tenant's campaigns moved; outlives this reading. */
  readonly pace: PaceBook;
  /** Told when no window shows it any more. */
  readonly onIdle: () => void;
}

/** One campaign and its dispatcher, read again and again while a window shows them. */
export class CampaignWatch {
  readonly #deps: WatchDeps;
  readonly #newest = new NewestValue<CampaignDetailView>(() => this.view());
  readonly #poller: Poller;
  #shown = 0;
  #campaign: Campaign | undefined;
  #dispatcher: Dispatcher | undefined;
  #dispatcherFailure: Failure | undefined;
  #forecast: { readonly at: number; readonly value: Forecast | undefined } | undefined;
  #failure: Failure | undefined;
  #seenAt: number | undefined;
  #moved: { readonly figures: string; readonly at: number } | undefined;

  constructor(deps: WatchDeps) {
    this.#deps = deps;
    this.#poller = new Poller({
      clock: deps.clock,
      random: deps.random,
      everyMs: () => DETAIL_MS,
      read: (signal) => this.#read(signal),
      onRead: (failure) => {
        this.#failure = failure;
        this.#newest.wake();
      },
    });
  }

  view(): CampaignDetailView {
    const { api, clock, id, pace, stuckAfterMs } = this.#deps;
    const campaign = this.#campaign;
    const dispatcher = this.#dispatcher;
    const now = clock.now();
    const at = instanceNow(now, api.clockSkew(), this.#forecast);
    const observed =
      campaign === undefined || dispatcher === undefined
        ? undefined
        : {
            ...present({ campaign, dispatcher, forecast: this.#forecast?.value }),
            lastSeenMoving: at - (now - (this.#moved?.at ?? now)),
          };
    return present({
      campaign,
      dispatcher,
      dispatcherFailure: this.#dispatcherFailure,
      stuck: observed && stuckOf(observed, at, stuckAfterMs()),
      waiting: observed && waitingOf(observed, at),
      pace: pace.of(id),
      seenAt: this.#seenAt,
      everyMs: DETAIL_MS,
      failure: this.#failure,
      retryAt: this.#poller.retryAt,
      skewMs: api.clockSkew(),
    });
  }

  open(changed: () => void): StreamSource<CampaignDetailView> {
    const source = this.#newest.open(changed);
    this.#shown++;
    this.#poller.start();
    return {
      take: () => source.take(),
      close: () => {
        source.close();
        this.#shown--;
        if (this.#shown > 0) return;
        this.#poller.stop();
        this.#deps.onIdle();
      },
    };
  }

  refresh(): Promise<void> {
    return this.#poller.now();
  }

  stop(): void {
    this.#poller.stop();
  }

  async #read(signal: AbortSignal): Promise<void> {
    const { api, id, clock } = this.#deps;
    const [campaign, dispatcher] = await Promise.all([
      api.campaigns.get(id, signal),
      api.dispatcher.get(id, signal).catch((thrown: unknown) => failureOf(thrown)),
    ]);
    this.#campaign = campaign;
    this.#dispatcher = 'code' in dispatcher ? undefined : dispatcher;
    this.#dispatcherFailure = 'code' in dispatcher ? dispatcher : undefined;
    this.#seenAt = clock.now();
    this.#note(campaign);
    await this.#readForecast(signal);
  }

  /** Why nobody is called just now is told by the forecast; without one the rest goes on. */
  async #readForecast(signal: AbortSignal): Promise<void> {
    const { api, id, clock } = this.#deps;
    if (!MOVES.has(this.#dispatcher?.state ?? '') || !api.can('dispatcher.forecast')) return;
    if (this.#forecast !== undefined && clock.now() - this.#forecast.at < FORECAST_MS) return;
    const value = await api.dispatcher.forecast(id, signal).catch(() => undefined);
    this.#forecast = { at: clock.now(), value };
  }

  #note(campaign: Campaign): void {
    const at = this.#deps.clock.now();
    const figures = JSON.stringify([campaign.attempts, campaign.progress]);
    if (this.#moved?.figures !== figures) this.#moved = { figures, at };
    this.#deps.pace.note(campaign, at);
  }
}
