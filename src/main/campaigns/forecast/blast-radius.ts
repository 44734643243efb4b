import type { StreamSource } from '../../../shared/ipc/contract.ts';
import type { BlastRadius, OwnForecast, PartProgress } from '../../../shared/models/blast-radius.ts';
import type { Campaign, CampaignSummary, Schedule } from '../../../shared/models/campaign.ts';
import type { Dispatcher, Forecast, Overlap } from '../../../shared/models/dispatcher.ts';
import { isOver } from '../../../shared/models/dispatcher-rules.ts';
import { type Failure, failureOf } from '../../../shared/models/failure.ts';
import { NewestValue } from '../../live/newest-value.ts';
import type { CampaignApi } from '../../platform/campaigns/campaign-api.ts';
import { present } from '../../platform/decode/present.ts';
import type { Clock } from '../../storage/clock.ts';
import { readDispatcher } from '../acts/dispatcher-act.ts';
import { contactPages, doNotCallPages } from './contact-pages.ts';
import { forecastDifferences } from './differences.ts';
import { assumptionsFor, estimateFinish } from './finish-estimate.ts';
import { sum, TO_BE_CALLED, ZoneTally } from './zone-tally.ts';

/** Entries read of one part before the figures are said to be of a part only. */
export const MOST_READ = 50_000;

const BLOCKED = 'do-not-call';
/** For a campaign of which nothing is known: nobody can be called in it. */
const NO_WINDOW: Schedule = {
  days: [],
  windowStart: '00:00',
  windowEnd: '24:00',
  holidays: [],
  fallbackTimeZone: 'UTC',
};
const UNREAD: PartProgress = { read: 0, done: false };

export interface RadiusDeps {
  readonly api: CampaignApi;
  readonly campaignId: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Entries read of each part at most. */
  readonly most?: number;
}

/**
 * Works out what starting or resuming a campaign would do, from its contacts themselves, while a window looks; asks the
 * instance for its own figures, and tells where the two differ. Nothing is changed anywhere.
 */
export class BlastRadiusReading {
  readonly #deps: RadiusDeps;
  readonly #newest = new NewestValue<BlastRadius>(() => this.view());
  readonly #controller = new AbortController();
  readonly #listed = new Set<string>();
  readonly #numbers = new Set<string>();
  #campaign: Campaign | undefined;
  #dispatcher: Dispatcher | undefined;
  #tally: ZoneTally | undefined;
  #hits = 0;
  #overlap: readonly Overlap[] | undefined;
  #theirs: Forecast | undefined;
  #theirsFailure: Failure | undefined;
  #at: number;
  #contacts = UNREAD;
  #doNotCall = UNREAD;
  #overlaps = UNREAD;

  constructor(deps: RadiusDeps) {
    this.#deps = deps;
    this.#at = deps.clock.now() + (deps.api.clockSkew() ?? 0);
  }

  /** Begins to read; closing ends it. */
  open(changed: () => void): StreamSource<BlastRadius> {
    const source = this.#newest.open(changed);
    void this.run();
    return {
      take: () => source.take(),
      close: () => {
        source.close();
        this.#controller.abort();
      },
    };
  }

  /** Reads everything once; never throws. */
  async run(): Promise<BlastRadius> {
    const { api, campaignId, clock } = this.#deps;
    const { signal } = this.#controller;
    try {
      const [campaign, dispatcher, theirs] = await Promise.all([
        api.campaigns.get(campaignId, signal),
        readDispatcher(api, campaignId).catch(() => undefined),
        api.dispatcher.forecast(campaignId, signal).catch((thrown: unknown) => failureOf(thrown)),
      ]);
      this.#campaign = campaign;
      this.#dispatcher = dispatcher;
      if ('code' in theirs) this.#theirsFailure = theirs;
      else this.#theirs = theirs;
      // Both are compared as of one moment.
      this.#at = this.#theirs?.at ?? clock.now() + (api.clockSkew() ?? 0);
      this.#newest.wake();
      await this.#readDoNotCall(signal);
      await this.#readContacts(signal);
      await this.#readOverlaps(signal);
    } catch (thrown) {
      this.#contacts = { ...this.#contacts, done: true, failure: failureOf(thrown) };
      this.#newest.wake();
    }
    return this.view();
  }

  view(): BlastRadius {
    const ours = this.#ours();
    const parts = [this.#contacts, this.#doNotCall, this.#overlaps];
    const whole = parts.every(({ done, cut, failure }) => done && cut !== true && failure === undefined);
    return present({
      campaignId: this.#deps.campaignId,
      at: this.#at,
      done: parts.every(({ done }) => done),
      contacts: this.#contacts,
      doNotCall: this.#doNotCall,
      overlaps: this.#overlaps,
      ours,
      theirs: this.#theirs,
      theirsFailure: this.#theirsFailure,
      // Half a count differs from a whole one without meaning anything.
      differences: whole && this.#theirs !== undefined ? forecastDifferences(ours, this.#theirs, this.#at) : [],
    });
  }

  #ours(): OwnForecast {
    const tally = this.#tally;
    const byZone = tally?.byZone(this.#at) ?? [];
    const assumptions = assumptionsFor(this.#campaign ?? NOBODY, this.#dispatcher);
    const schedule = this.#campaign?.schedule;
    const estimate =
      tally === undefined || schedule === undefined || !this.#contacts.done
        ? undefined
        : estimateFinish(byZone, schedule, assumptions, this.#at);
    return present({
      contacts: tally?.contacts() ?? 0,
      dialableNow: sum(byZone.map(({ dialableNow }) => dialableNow)),
      byZone,
      doNotCallHits: this.#doNotCall.failure === undefined && this.#contacts.read > 0 ? this.#hits : undefined,
      overlaps: this.#overlap,
      closingFirst: estimate?.closingFirst ?? [],
      finish: estimate?.finish,
      assumptions,
    });
  }

  async #readDoNotCall(signal: AbortSignal): Promise<void> {
    const now = this.#at;
    try {
      for await (const { items, read, total } of doNotCallPages(this.#deps.api, signal)) {
        for (const { phone, expiresAt } of items) if ((expiresAt ?? now + 1) > now) this.#listed.add(phone);
        this.#doNotCall = present({ read, total, done: false });
        this.#newest.wake();
        if (read < this.#most()) continue;
        this.#doNotCall = present({ read, total, done: true, cut: total === undefined || read < total });
        return;
      }
      this.#doNotCall = { ...this.#doNotCall, done: true };
    } catch (thrown) {
      this.#doNotCall = { ...this.#doNotCall, done: true, failure: failureOf(thrown) };
    }
  }

  async #readContacts(signal: AbortSignal): Promise<void> {
    const { api, campaignId } = this.#deps;
    const tally = new ZoneTally(this.#campaign?.schedule ?? NO_WINDOW);
    this.#tally = tally;
    const { pending, doNotCall } = this.#campaign?.progress ?? {};
    const total = pending === undefined ? undefined : pending + (doNotCall ?? 0);
    this.#contacts = present({ read: 0, total, done: false });
    for await (const { items, read } of contactPages(api, campaignId, [...TO_BE_CALLED, BLOCKED], signal)) {
      for (const contact of items) {
        const listed = this.#listed.has(contact.phone);
        tally.add(contact, this.#at, listed);
        const counts = TO_BE_CALLED.some((state) => state === contact.state);
        if (contact.state === BLOCKED || (counts && listed)) this.#hits++;
        if (counts) this.#numbers.add(contact.phone);
      }
      this.#contacts = present({ read, total, done: false });
      this.#newest.wake();
      if (read < this.#most()) continue;
      this.#contacts = present({ read, total, done: true, cut: total === undefined || read < total });
      return;
    }
    this.#contacts = { ...this.#contacts, done: true };
    this.#newest.wake();
  }

  async #readOverlaps(signal: AbortSignal): Promise<void> {
    const { api, campaignId } = this.#deps;
    const found: Overlap[] = [];
    let read = 0;
    try {
      const all = await api.campaigns.list(undefined, signal);
      const others = all.filter(({ id, state, archived }) => id !== campaignId && !archived && isActive(state));
      const total = sum(others.map(({ progress }) => progress?.pending ?? 0));
      for (const other of others) {
        const shared = new Set<string>();
        const before = read;
        for await (const page of contactPages(api, other.id, TO_BE_CALLED, signal)) {
          for (const { phone, state } of page.items) {
            if (TO_BE_CALLED.some((one) => one === state) && this.#numbers.has(phone)) shared.add(phone);
          }
          read = before + page.read;
          this.#overlaps = { read, total, done: false };
          this.#newest.wake();
          if (read >= this.#most()) break;
        }
        if (shared.size > 0) found.push({ campaignId: other.id, name: other.name, contacts: shared.size });
        if (read >= this.#most()) break;
      }
      this.#overlap = found;
      this.#overlaps = { read, total, done: true, ...(read >= this.#most() && read < total && { cut: true }) };
    } catch (thrown) {
      this.#overlaps = { ...this.#overlaps, done: true, failure: failureOf(thrown) };
    }
    this.#newest.wake();
  }

  #most(): number {
    return this.#deps.most ?? MOST_READ;
  }
}

const NOBODY: CampaignSummary = { id: '', name: '', state: '', archived: false, outcomes: {} };

/** Whether a campaign calls its contacts, or will. A draft calls nobody until somebody starts it. */
function isActive(state: string): boolean {
  return state !== 'draft' && !isOver(state);
}
