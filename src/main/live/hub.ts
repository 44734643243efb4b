import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { RowsBatch, TranscriptBatch } from '../../shared/ipc/live-batches.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import { type Failure, FailureError } from '../../shared/models/failure.ts';
import type { HubStatus } from '../../shared/models/freshness.ts';
import type { FetchedTranscript, LiveSnapshot, StreamedEvent } from '../platform/tenant-api.ts';
import { AwayBook } from './away-book.ts';
import { AwayWatch } from './away-watch.ts';
import { isRefusal } from './backoff.ts';
import { ConversationStore } from './conversation-store.ts';
import { EventIntake } from './event-intake.ts';
import { GapWatch } from './gap-watch.ts';
import { hubState, OFFLINE_AFTER } from './hub-state.ts';
import { HUB_LIMITS, type HubLimits } from './limits.ts';
import type { LiveHub, LiveHubDeps } from './live-hub.ts';
import { PollTimer } from './poll-timer.ts';
import type { Sight } from './sight-cursor.ts';
import { SnapshotNeed } from './snapshot-need.ts';
import { SnapshotTaker } from './snapshot-taker.ts';
import type { FetchStamp } from './stamp.ts';
import { StatusBoard } from './status-board.ts';
import { StreamLink } from './stream-link.ts';
import { TranscriptStore } from './transcript-store.ts';

const TICK_MS = 1_000;

/**
 * Makes the hub of one tenant: subscribe to the stream, then take a snapshot, then apply events; heal whatever breaks
 * by snapshot and comparison. See docs/live.md for the rules.
 */
export function createLiveHub(deps: LiveHubDeps): LiveHub {
  return new Hub(deps);
}

class Hub implements LiveHub {
  readonly tenant: string;
  readonly #deps: LiveHubDeps;
  readonly #limits: HubLimits;
  readonly #board: StatusBoard;
  readonly #rows: ConversationStore;
  readonly #transcripts: TranscriptStore;
  readonly #intake: EventIntake;
  readonly #link: StreamLink;
  readonly #snapshots: SnapshotTaker;
  readonly #gaps: GapWatch;
  readonly #polls: PollTimer;
  readonly #away: AwayWatch;
  readonly #need = new SnapshotNeed();
  #arrival = 0;
  #catchingUp = false;
  #linkFailure: Failure | undefined;
  #snapshotFailure: Failure | undefined;
  #retryAt: number | undefined;
  #lastSnapshotAt = Number.NEGATIVE_INFINITY;
  #stopped = false;
  #cancels: (() => void)[] = [];
  #cancelTick: (() => void) | undefined;
  #cancelBegin: (() => void) | undefined;
  #cancelProof: (() => void) | undefined;

  constructor(deps: LiveHubDeps) {
    const { api, clock, random } = deps;
    const limits = { ...HUB_LIMITS, ...deps.limits };
    const arrival = () => this.#arrival;
    const nextArrival = () => ++this.#arrival;
    this.tenant = api.tenant;
    this.#deps = deps;
    this.#limits = limits;
    this.#board = new StatusBoard(api.tenant, clock, () => api.clockSkew());
    this.#rows = new ConversationStore(limits);
    this.#away = new AwayWatch(deps.away ?? new AwayBook(api.tenant), deps.isMine ?? (() => false), limits.awayMinMs);
    this.#transcripts = new TranscriptStore({
      api,
      clock,
      random,
      limits,
      arrival,
      onFetched: (fetched, fetch) => this.#learn(fetched, fetch),
    });
    this.#intake = new EventIntake({
      rows: this.#rows,
      transcripts: this.#transcripts,
      board: this.#board,
      limits,
      nextArrival,
      onNeedSnapshot: (reason) => this.#needSnapshot(reason, undefined),
    });
    this.#gaps = new GapWatch(this.#intake.tracker, clock, limits, (upTo) => {
      this.#board.count('gaps');
      this.#needSnapshot('gap', upTo);
    });
    this.#snapshots = new SnapshotTaker({
      api,
      clock,
      random,
      limits,
      place: () => ({ askedAt: this.#arrival, heardTo: this.#intake.tracker.last }),
      onSnapshot: (snapshot, fetch) => this.#onSnapshot(snapshot, fetch),
      onFailure: (failure) => this.#onSnapshotFailure(failure),
    });
    this.#polls = new PollTimer({ clock, random, everyMs: limits.pollMs, poll: () => this.#poll() });
    this.#link = new StreamLink({
      api,
      clock,
      random,
      limits,
      onOpen: (resumed) => this.#onOpen(resumed),
      onEvents: (events) => this.#onEvents(events),
      onDown: (failure, retryAt) => this.#onDown(failure, retryAt),
      onSlept: () => this.#onInterruption('the machine slept'),
    });
  }

  start(): void {
    const { power, network } = this.#deps;
    if (power !== undefined) this.#cancels.push(power.onResume(() => this.#onInterruption('resume')));
    if (network !== undefined) this.#cancels.push(network.onChange(() => this.#onInterruption('network change')));
    this.#tick();
    this.#begin();
  }

  stop(): void {
    this.#stopped = true;
    this.#link.close();
    this.#gaps.stop();
    this.#snapshots.stop(new FailureError('cancelled', 'The live connection was closed'));
    this.#transcripts.close();
    for (const cancel of this.#cancels.splice(0)) cancel();
    this.#cancelTick?.();
    this.#cancelBegin?.();
    this.#polls.stop();
    this.#cancelProof?.();
    this.#board.set('stopped', undefined, undefined);
  }

  status(): HubStatus {
    return this.#board.status();
  }

  rows(): readonly ConversationRow[] {
    return this.#rows.rows();
  }

  row(id: string): ConversationRow | undefined {
    return this.#rows.row(id);
  }

  async read(id: string): Promise<FetchedTranscript> {
    const askedAt = this.#arrival;
    const fetched = await this.#deps.api.getTranscript(id);
    if (!this.#stopped) this.#learn(fetched, { sequence: fetched.sequence, askedAt, at: this.#deps.clock.now() });
    return fetched;
  }

  refresh(): Promise<void> {
    if (this.#stopped) return Promise.reject(new FailureError('cancelled', 'The live connection was closed'));
    if (!this.#link.open && !this.#polls.active) this.#link.connect(false);
    this.#transcripts.invalidate();
    return this.#snapshots.now();
  }

  openRows(changed: () => void, view?: string): StreamSource<RowsBatch> {
    return view === undefined ? this.#rows.open(changed) : this.#rows.openView(view, this.#deps.clock, changed);
  }

  look(view: string, sight: Sight): void {
    this.#rows.look(view, sight);
  }

  openTranscript(id: string, changed: () => void): StreamSource<TranscriptBatch> {
    return this.#transcripts.open(id, changed);
  }

  openStatus(changed: () => void): StreamSource<HubStatus> {
    return this.#board.open(changed);
  }

  /** Chooses the way: the stream where the instance has one, else polling, else nothing until the binding changes. */
  #begin(): void {
    const { api, clock } = this.#deps;
    if (api.can('conversations.stream')) {
      this.#link.connect(true);
      return;
    }
    if (api.can('conversations.live')) {
      this.#polls.start();
      return;
    }
    const failure: Failure = { code: 'unavailable', message: 'The instance offers no live conversations' };
    const again = this.#limits.refusedRetryMs;
    this.#board.set('offline', failure, clock.now() + again);
    this.#cancelBegin = clock.after(again, () => this.#begin());
  }

  #onOpen(resumed: boolean): void {
    if (this.#polls.active) this.#snapshots.pause();
    this.#polls.stop();
    this.#linkFailure = undefined;
    this.#retryAt = undefined;
    this.#intake.opened(resumed);
    this.#catchingUp = true;
    const numbered = this.#intake.tracker.last !== undefined;
    if (!resumed || !this.#rows.loaded || !numbered) this.#needSnapshot('opened', undefined);
    else if (this.#need.pending) this.#requestSnapshot();
    this.#cancelProof?.();
    this.#cancelProof = this.#deps.clock.after(this.#limits.proofMs, () => {
      if (this.#link.open && !this.#intake.proven) this.#needSnapshot('no proof', undefined);
    });
    this.#showState();
  }

  #onEvents(events: readonly StreamedEvent[]): void {
    const at = this.#deps.clock.now();
    this.#intake.take(events, at);
    this.#checkGaps();
    this.#board.dropped(this.#intake.dropped + this.#rows.dropped);
    if (this.#intake.proven && !this.#intake.tracker.missing) this.#catchingUp = false;
    this.#showState();
    if (this.#board.state === 'live') this.#board.heard(at);
    if (events.some(({ event }) => event.type === 'unauthorized')) this.#link.renew();
  }

  #onDown(failure: Failure, retryAt: number): void {
    this.#linkFailure = failure;
    this.#retryAt = retryAt;
    this.#gaps.stop();
    this.#snapshots.pause();
    this.#deps.log.info('live: stream down', {
      tenant: this.tenant,
      code: failure.code,
      reason: failure.detail?.reason,
    });
    // Not offered, or never what a stream should be: poll the list, and try the stream again now and then.
    const { code } = failure;
    const cannot = isRefusal(failure) || this.#link.failures >= OFFLINE_AFTER;
    const notHere = code === 'not-found' || code === 'invalid' || code === 'unavailable';
    if (notHere && cannot && this.#deps.api.can('conversations.live')) this.#polls.start();
    this.#showState();
  }

  /** The world may have moved on without us: nothing of the connection is trusted. */
  #onInterruption(reason: string): void {
    if (this.#stopped) return;
    this.#need.add(undefined, ++this.#arrival);
    this.#deps.log.info('live: starting over', { tenant: this.tenant, reason });
    if (this.#polls.active) this.#poll();
    else if (this.#deps.api.can('conversations.stream')) this.#link.connect(true);
    this.#showState();
  }

  #needSnapshot(reason: string, upTo: number | undefined): void {
    const news = this.#rows.loaded && !this.#need.pending;
    this.#need.add(upTo, ++this.#arrival);
    if (news) this.#deps.log.info('live: snapshot needed', { tenant: this.tenant, reason });
    this.#requestSnapshot();
  }

  #requestSnapshot(): void {
    if (this.#deps.api.can('conversations.live')) {
      this.#snapshots.request();
      return;
    }
    // A stream without a list: show what it tells, and say that it may not be all.
    this.#snapshotFailure = { code: 'unavailable', message: 'The instance does not list live conversations' };
    this.#need.clear();
    const at = this.#deps.clock.now();
    const fetch = { sequence: undefined, askedAt: this.#arrival, at };
    if (!this.#rows.loaded) this.#rows.reconcile([], fetch, true);
    this.#intake.settle(undefined, fetch, false);
    this.#transcripts.invalidate();
  }

  #checkGaps(): void {
    if (!this.#need.pending) {
      this.#gaps.check();
      return;
    }
    // A snapshot is on its way and will tell; only the account of what came must not grow while it fails.
    this.#gaps.stop();
    const { tracker } = this.#intake;
    if (tracker.ahead > this.#limits.maxParked) this.#need.add(tracker.skip(), ++this.#arrival);
  }

  /** @returns whether another snapshot is still needed */
  #onSnapshot(snapshot: LiveSnapshot, fetch: FetchStamp): boolean {
    const first = !this.#rows.loaded;
    const otherRun = this.#intake.isOtherRun(snapshot.streamId, fetch);
    const healed = this.#need.satisfiedBy(fetch);
    const diff = this.#rows.reconcile(snapshot.conversations, fetch, otherRun && !first);
    if (otherRun && !first) this.#transcripts.newEpoch();
    else if (this.#polls.active) this.#transcripts.invalidateSome([...diff.changed, ...diff.removed]);
    else this.#transcripts.invalidate();
    this.#intake.settle(snapshot.streamId, fetch, otherRun);
    if (healed && !first && !this.#polls.active) this.#board.count('resyncs');
    this.#away.corrected([...diff.changed, ...diff.removed]);
    this.#lastSnapshotAt = fetch.at;
    this.#snapshotFailure = undefined;
    if (!this.#intake.tracker.missing) this.#catchingUp = false;
    this.#checkGaps();
    this.#polls.next();
    this.#showState();
    const { state } = this.#board;
    if (state === 'live' || state === 'polling') this.#board.heard(fetch.at);
    return this.#need.pending;
  }

  #onSnapshotFailure(failure: Failure): void {
    this.#snapshotFailure = failure;
    this.#showState();
  }

  #learn(fetched: FetchedTranscript, fetch: FetchStamp): void {
    const stamp = { sequence: fetch.sequence, arrival: fetch.askedAt, at: fetch.at };
    this.#rows.apply(fetched.conversation, stamp, false);
  }

  #poll(): void {
    // The binding may have gained the stream since.
    if (!this.#link.active && this.#deps.api.can('conversations.stream')) this.#link.connect(true);
    // A failure is shown by the status and tried again by the taker.
    void this.#snapshots.now().catch(() => undefined);
  }

  #tick(): void {
    const { clock } = this.#deps;
    this.#cancelTick = clock.after(TICK_MS, () => this.#tick());
    const now = clock.now();
    this.#rows.sweep(now);
    const unnumbered = this.#intake.tracker.last === undefined;
    if (this.#board.state === 'live') {
      this.#link.proven();
      // Without numbers nothing proves that no event was lost; with them there is nothing to compare.
      if (unnumbered && now - this.#lastSnapshotAt >= this.#limits.auditMs) this.#requestSnapshot();
    }
    this.#board.tick();
  }

  #showState(): void {
    if (this.#stopped) return;
    const problem = this.#linkFailure ?? this.#snapshotFailure;
    const state = hubState({
      polling: this.#polls.active,
      snapshotFailing: this.#snapshotFailure !== undefined,
      streamOpen: this.#link.open,
      failures: this.#link.failures,
      loaded: this.#rows.loaded,
      whole: !this.#need.pending && this.#intake.proven && !this.#catchingUp,
      problem,
    });
    this.#board.set(state, problem, state === 'polling' ? undefined : this.#retryAt);
    const picture = () => this.#rows.picture();
    const now = this.#deps.clock.now();
    if ((state === 'live' || state === 'polling') && !this.#need.pending) this.#away.end(picture, now);
    else if (this.#rows.loaded) this.#away.begin(picture, this.#board.lastHeardAt ?? now, !this.#link.open);
  }
}
