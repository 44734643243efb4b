import { randomUUID } from 'node:crypto';
import type { StreamSource } from '../../../shared/ipc/contract.ts';
import type { ActResult } from '../../../shared/models/act.ts';
import type { CampaignSummary } from '../../../shared/models/campaign.ts';
import type { Dispatcher } from '../../../shared/models/dispatcher.ts';
import { legalVerbs } from '../../../shared/models/dispatcher-rules.ts';
import { failureOf } from '../../../shared/models/failure.ts';
import {
  isRestorable,
  type PanicEntry,
  type PanicReport,
  type PanicView,
  type RestoreCandidate,
} from '../../../shared/models/panic.ts';
import { noteInJournal } from '../../commands/acts/act-record.ts';
import type { RunAct } from '../../commands/acts/run-act.ts';
import type { Me } from '../../commands/identity.ts';
import type { Journal } from '../../commands/journal/journal.ts';
import { NewestValue } from '../../live/newest-value.ts';
import type { CampaignApi } from '../../platform/campaigns/campaign-api.ts';
import { present } from '../../platform/decode/present.ts';
import type { Clock } from '../../storage/clock.ts';
import type { Log } from '../../storage/log.ts';
import { dispatcherAct, readDispatcher } from '../acts/dispatcher-act.ts';
import type { KeptReport, PanicFile } from './panic-file.ts';

/** Reports that are kept; the oldest without anything to restore goes first. */
const KEPT = 10;

export interface PanicDeps {
  readonly file: Pick<PanicFile, 'read' | 'write'>;
  readonly apiFor: (tenant: string) => CampaignApi;
  /** The tenants that this operator may enter now. */
  readonly tenants: () => readonly string[];
  readonly run: RunAct;
  readonly journal: Journal;
  readonly me: () => Me | undefined;
  readonly owner: () => string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/**
 * The panic key: pauses every dispatcher the operator may control, in all tenants at once, and remembers exactly which, on
 * the disk, so that those and no others can be resumed later. It never resumes anything by itself.
 */
export class Panic {
  readonly #deps: PanicDeps;
  readonly #newest = new NewestValue<Omit<PanicView, 'shortcut' | 'shortcutWorks'>>(() => this.view());
  #reports: readonly KeptReport[] = [];
  #problem: PanicView['problem'];
  #pressing: Promise<PanicReport> | undefined;

  constructor(deps: PanicDeps) {
    this.#deps = deps;
  }

  /** Takes up what the last run left. What was under way then is looked at before it is restored. */
  async restoreReports(): Promise<void> {
    const left = await this.#deps.file.read(this.#deps.clock.now());
    this.#reports = left.map((report) => ({ ...report, done: true }));
    this.#newest.wake();
  }

  view(): Omit<PanicView, 'shortcut' | 'shortcutWorks'> {
    const owner = this.#deps.owner();
    const reports = this.#reports.filter((report) => report.owner === owner).map(({ owner: _, ...report }) => report);
    return present({ reports, problem: this.#problem });
  }

  open(changed: () => void): StreamSource<Omit<PanicView, 'shortcut' | 'shortcutWorks'>> {
    return this.#newest.open(changed);
  }

  /** The operator changed: what is shown does too. */
  ownerChanged(): void {
    this.#newest.wake();
  }

  /** Pauses everything. A press while one is under way joins it. Never throws. */
  press(from: PanicReport['from']): Promise<PanicReport> {
    this.#pressing ??= this.#press(from).finally(() => {
      this.#pressing = undefined;
    });
    return this.#pressing;
  }

  /** How the dispatchers of a report stand now: what restoring would resume, and what it leaves alone. */
  async look(id: string): Promise<readonly RestoreCandidate[]> {
    const report = this.#mine(id);
    return Promise.all((report?.entries ?? []).filter(isRestorable).map((entry) => this.#candidate(entry)));
  }

  /**
   * Notes what came of resuming one of them; a report whose dispatchers are all resumed has nothing left to restore.
   * The resuming itself is a held command of its own.
   */
  async note(id: string, tenant: string, campaignId: string, result: ActResult<unknown>): Promise<void> {
    const restored = result.outcome === 'done' ? ('resumed' as const) : result.outcome;
    const failure = result.outcome === 'done' ? undefined : result.failure;
    await this.#change(id, tenant, campaignId, (entry) => {
      const { restoreFailure: _, ...rest } = entry;
      return { ...rest, restored, ...(failure !== undefined && { restoreFailure: failure }) };
    });
  }

  /** Finds the report in which a dispatcher is still to be restored. */
  reportOf(tenant: string, campaignId: string): string | undefined {
    const owner = this.#deps.owner();
    return this.#reports.find(
      (report) =>
        report.owner === owner &&
        report.entries.some((one) => one.tenant === tenant && one.campaignId === campaignId && isRestorable(one)),
    )?.id;
  }

  /** Puts a report away. What it paused stays paused. */
  async dismiss(id: string): Promise<void> {
    if (this.#mine(id)?.done !== true) return;
    this.#reports = this.#reports.filter((report) => report.id !== id);
    await this.#save();
  }

  #mine(id: string): KeptReport | undefined {
    return this.#reports.find((report) => report.id === id && report.owner === this.#deps.owner());
  }

  async #press(from: PanicReport['from']): Promise<PanicReport> {
    const { clock, me, owner, tenants } = this.#deps;
    const by = me()?.name;
    const report: KeptReport = {
      id: randomUUID(),
      owner: owner(),
      at: clock.now(),
      ...(by !== undefined && { by }),
      from,
      done: false,
      entries: [],
      unreachable: [],
    };
    this.#put(report);
    // Tenant by tenant side by side: one that is slow or away must not hold up the others.
    await Promise.all(tenants().map((tenant) => this.#pauseTenant(report.id, tenant)));
    const ended = this.#update(report.id, (one) => ({ ...one, done: true })) ?? report;
    await this.#save();
    await this.#noteEnd(ended);
    const { owner: _, ...told } = ended;
    return told;
  }

  async #pauseTenant(id: string, tenant: string): Promise<void> {
    let campaigns: readonly CampaignSummary[];
    let api: CampaignApi;
    try {
      api = this.#deps.apiFor(tenant);
      campaigns = await api.campaigns.list();
    } catch (thrown) {
      const failure = failureOf(thrown);
      this.#update(id, (report) => ({ ...report, unreachable: [...report.unreachable, { tenant, failure }] }));
      return;
    }
    const found = campaigns.filter((one) => one.state === 'paused' || legalVerbs(one).includes('pause'));
    const entries = found.map(
      ({ id: campaignId, name, state }): PanicEntry => ({
        tenant,
        campaignId,
        name,
        stateBefore: state,
        outcome: state === 'paused' ? 'already-paused' : 'waiting',
      }),
    );
    this.#update(id, (report) => ({ ...report, entries: [...report.entries, ...entries] }));
    // What is about to be paused is on the disk first: a crash in between must not lose it.
    await this.#save();
    await Promise.all(
      entries.filter(({ outcome }) => outcome === 'waiting').map((entry) => this.#pauseOne(id, api, entry)),
    );
  }

  async #pauseOne(id: string, api: CampaignApi, { tenant, campaignId, name, stateBefore }: PanicEntry): Promise<void> {
    // No matter what it did since the list was read: all that counts is that it stops calling.
    const expected = { state: undefined };
    const campaign = { id: campaignId, name };
    const act = dispatcherAct(api, { tenant, campaign, verb: 'pause', expected, facts: { panic: id } });
    let sent = false;
    const result = await this.#deps.run<Dispatcher>({
      ...act,
      send: (now) => {
        sent = true;
        return act.send(now);
      },
    });
    // Somebody else was first: it is theirs to resume.
    const paused = sent ? ('paused' as const) : ('already-paused' as const);
    const revisionAfter = result.now?.revision;
    await this.#change(id, tenant, campaignId, (entry) => ({
      ...entry,
      stateBefore,
      outcome: result.outcome === 'done' ? paused : result.outcome,
      ...(revisionAfter !== undefined && { revisionAfter }),
      ...(result.outcome !== 'done' && { failure: result.failure }),
    }));
  }

  async #candidate({ tenant, campaignId, name, revisionAfter }: PanicEntry): Promise<RestoreCandidate> {
    const about = { tenant, campaignId, name };
    try {
      const api = this.#deps.apiFor(tenant);
      const [{ state, revision }, forecast] = await Promise.all([
        readDispatcher(api, campaignId),
        api.dispatcher.forecast(campaignId).catch(() => undefined),
      ]);
      const same = state === 'paused' && (revisionAfter === undefined || revision === revisionAfter);
      const dialableNow = forecast?.dialableNow;
      return present({
        ...about,
        verdict: same ? ('ready' as const) : ('changed' as const),
        state,
        revision,
        dialableNow,
      });
    } catch (thrown) {
      return { ...about, verdict: 'failed', failure: failureOf(thrown) };
    }
  }

  async #noteEnd({ id, entries, unreachable }: KeptReport): Promise<void> {
    const { journal, log, me } = this.#deps;
    const count = (outcome: PanicEntry['outcome']) => entries.filter((entry) => entry.outcome === outcome).length;
    const facts = {
      panic: id,
      paused: count('paused'),
      alreadyPaused: count('already-paused'),
      refused: count('refused'),
      unknown: count('unknown'),
      unreachableTenants: unreachable.length,
    };
    for (const tenant of new Set(entries.map((entry) => entry.tenant))) {
      await noteInJournal(journal, { name: 'panic', tenant, me: me() ?? {}, facts }).catch(() =>
        log.error('panic: could not be journaled'),
      );
    }
  }

  #put(report: KeptReport): void {
    const rest = this.#reports.filter(({ entries }) => entries.some(isRestorable));
    this.#reports = [report, ...rest].slice(0, KEPT);
    this.#newest.wake();
  }

  #update(id: string, change: (report: KeptReport) => KeptReport): KeptReport | undefined {
    this.#reports = this.#reports.map((report) => (report.id === id ? change(report) : report));
    this.#newest.wake();
    return this.#reports.find((report) => report.id === id);
  }

  async #change(
    id: string,
    tenant: string,
    campaign: string,
    change: (entry: PanicEntry) => PanicEntry,
  ): Promise<void> {
    this.#update(id, (report) => ({
      ...report,
      entries: report.entries.map((entry) =>
        entry.tenant === tenant && entry.campaignId === campaign ? change(entry) : entry,
      ),
    }));
    await this.#save();
  }

  /** A disk that refuses does not stop a panic: the windows are told. */
  async #save(): Promise<void> {
    try {
      await this.#deps.file.write(this.#reports);
      this.#problem = undefined;
    } catch {
      this.#problem = 'panic-write-failed';
    }
    this.#newest.wake();
  }
}
